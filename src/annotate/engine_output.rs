//! What an engine returns besides the annotation of the tokens.

/// What is requested of an engine besides tags and trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EngineRequest {
    /// How well each tag of names fits each token.
    pub names: bool,
    /// The meaning of each token in its sentence, as a vector.
    pub vectors: bool,
    /// How sure the place of each token in its tree is.
    pub arcs: bool,
}

/// What an engine returns of what was requested.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EngineOutput {
    /// How well each tag of names fits each token.
    pub names: Option<NameScores>,
    /// The meaning of each token in its sentence: tokens that are used alike have vectors that point the same way.
    pub vectors: Option<TokenRows>,
    /// How sure the place of each token in its tree is: the probability that its head is the right one among all tokens
    /// of the sentence, and that its relation to that head is the right one among all relations.
    pub arcs: Option<TokenRows>,
}

/// How well tags of names fit tokens.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NameScores {
    /// The tags, as in IOB2: `O`, `B-PERSON`, `I-PERSON`, ….
    pub tags: Vec<String>,
    /// For each token a score of each tag: logarithms of probabilities, but for a sum.
    pub scores: TokenRows,
}

/// A row of numbers for each token of each sentence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TokenRows {
    width: usize,
    /// Where the rows of each sentence begin, and at last where they end.
    starts: Vec<usize>,
    numbers: Vec<f32>,
}

impl TokenRows {
    /// Rows of `width` numbers for sentences with so many tokens each; missing numbers are 0.
    pub fn new(width: usize, tokens: impl IntoIterator<Item = usize>, numbers: Vec<f32>) -> Self {
        let mut starts = vec![0];
        let mut end = 0;
        for count in tokens {
            end += count;
            starts.push(end);
        }
        let mut numbers = numbers;
        numbers.resize(end * width, 0.0);
        Self {
            width,
            starts,
            numbers,
        }
    }

    /// How many numbers a row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Of how many sentences there are rows.
    pub fn sentences(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The rows of a sentence, in the order of its tokens; none if there is no such sentence.
    pub fn of_sentence(&self, sentence: usize) -> impl ExactSizeIterator<Item = &[f32]> {
        let rows = match self.starts.get(sentence..sentence + 2) {
            Some(ends) => ends[0] * self.width..ends[1] * self.width,
            None => 0..0,
        };
        self.numbers[rows].chunks_exact(self.width.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_token_has_its_row() {
        let numbers = (0..10).map(|number| number as f32).collect();
        let rows = TokenRows::new(2, [2, 0, 3], numbers);
        assert_eq!(rows.width(), 2);
        let of = |sentence| {
            rows.of_sentence(sentence)
                .map(<[f32]>::to_vec)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(0), [[0.0, 1.0], [2.0, 3.0]]);
        assert!(of(1).is_empty() && of(3).is_empty());
        assert_eq!(of(2)[2], [8.0, 9.0]);
        assert_eq!(TokenRows::new(3, [1], Vec::new()).of_sentence(0).len(), 1);
    }
}
