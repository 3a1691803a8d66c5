//! How much the engine doubts the places of words in their tree.

use crate::extract::SentenceContext;

/// A place with less than about two chances in a hundred counts no more than this.
const MOST: f32 = 4.0;

/// For each token of a sentence how unsure its head and its relation to it are: 0 if both are certain, 0.7 if it is as likely
/// that they are wrong, at most 4. Nothing where the engine does not tell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doubts {
    by_token: Option<Vec<f32>>,
}

impl Doubts {
    /// The doubts about the tokens of a sentence.
    pub(crate) fn of(context: &SentenceContext<'_>) -> Self {
        let rows = context.annotated.arcs.as_ref();
        let rows = rows.map(|rows| rows.of_sentence(context.index));
        let known = rows.filter(|rows| rows.len() == context.sentence.tokens.len());
        let doubt = |row: &[f32]| doubt(row.iter().product());
        Self {
            by_token: known.map(|rows| rows.map(doubt).collect()),
        }
    }

    /// Whether the engine reports how sure it is.
    pub(super) fn are_known(&self) -> bool {
        self.by_token.is_some()
    }

    /// The doubt about one token.
    pub(super) fn about(&self, token: usize) -> f32 {
        let doubts = self.by_token.as_ref();
        let doubt = doubts.and_then(|doubts| doubts.get(token));
        doubt.copied().unwrap_or(0.0)
    }

    /// The greatest doubt about any of the tokens.
    pub(super) fn greatest(&self, tokens: impl IntoIterator<Item = usize>) -> f32 {
        let doubts = tokens.into_iter().map(|token| self.about(token));
        doubts.fold(0.0, f32::max)
    }

    /// The mean doubt about the tokens.
    pub(super) fn mean(&self, tokens: impl ExactSizeIterator<Item = usize>) -> f32 {
        let count = tokens.len().max(1) as f32;
        tokens.map(|token| self.about(token)).sum::<f32>() / count
    }
}

/// The natural logarithm of a probability, turned round. Taken by halving and a series, because the system's own function is
/// not the same everywhere.
fn doubt(probability: f32) -> f32 {
    if probability.is_nan() || probability < 0.0183 {
        return MOST;
    }
    let mut part = probability.min(1.0);
    let mut halvings = 0;
    while part < 0.75 {
        part *= 2.0;
        halvings += 1;
    }
    // ln x = 2 artanh((x - 1) / (x + 1)), with x between 0.75 and 1.5.
    let ratio = (part - 1.0) / (part + 1.0);
    let square = ratio * ratio;
    let series = 2.0 * ratio * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0)));
    let doubt = halvings as f32 * std::f32::consts::LN_2 - series;
    doubt.clamp(0.0, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_is_a_logarithm() {
        for probability in [1.0_f32, 0.99, 0.76, 0.74, 0.5, 0.2, 0.03] {
            let wanted = -probability.ln();
            assert!((doubt(probability) - wanted).abs() < 1e-4, "{probability}");
        }
        assert_eq!(doubt(0.0), MOST);
        assert_eq!(doubt(f32::NAN), MOST);
    }
}
