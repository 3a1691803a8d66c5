//! A dash and a name behind somebody's words: `“The water came at night.” — Ana Lopez`.

use crate::lexicon::Stance;
use crate::text::Upos;

use super::draft::Draft;
use super::view::{Holder, Run, View};

/// The longest signature, in tokens.
const LONGEST: usize = 16;

/// The attribution of a sentence that is a signature or ends in one: a closed quotation, a dash, a name.
pub(super) fn find(view: &View<'_>) -> Option<Draft> {
    let size = view.sentence.tokens.len();
    let dash = (0..size).rfind(|&token| is_dash(&view.token(token).form))?;
    let flat = view.offset(dash);
    let quotation = flat
        .checked_sub(1)
        .and_then(|before| {
            let (sentence, token) = view.offsets.place(before);
            view.quotations.around(sentence, token)
        })
        .filter(|quotation| quotation.closed && view.offsets.last(quotation) + 1 == flat)?;
    let words = view.offsets.last(quotation) - view.offsets.first(quotation);
    let last = (dash + 1..size).rfind(|&token| view.token(token).upos != Upos::Punct)?;
    let name = Run::new(dash + 1, last);
    let plain = |token: usize| !view.is_finite_word(token) && !view.is_mark(token);
    let fits = words > 3
        && last - dash <= LONGEST
        && view.token(name.first).upos == Upos::Propn
        && (name.first..=last).all(plain);
    fits.then(|| Draft {
        sentence: view.index,
        head: dash,
        cue: Run::new(dash, dash),
        source: Some(Holder {
            run: name,
            head: head(view, name),
        }),
        content: vec![quotation.span],
        speaks: true,
        stance: Stance::Assert,
        act: false,
    })
}

/// Whether a sign is a dash, as it parts a name from the words before it.
pub(super) fn is_dash(form: &str) -> bool {
    matches!(form, "—" | "–" | "―" | "--" | "-")
}

/// The word of the run that hangs on none of the others.
fn head(view: &View<'_>, run: Run) -> usize {
    let outside = |token: &usize| view.token(*token).head.is_none_or(|head| !run.holds(head));
    (run.first..=run.last).find(outside).unwrap_or(run.first)
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::{analyse, shown};

    #[test]
    fn who_signs_a_quotation_said_it() {
        let extracted = analyse(
            "
            “ “ PUNCT `` 4 punct _
            The the DET DT 3 det
            water water NOUN NN 4 nsubj
            came come VERB VBD 0 root _
            . . PUNCT . 4 punct

            He he PRON PRP 2 nsubj
            knew know VERB VBD 0 root
            that that PRON DT 2 obj _
            . . PUNCT . 2 punct _
            ” ” PUNCT '' 2 punct

            ― ― PUNCT : 2 punct
            Ana Ana PROPN NNP 0 root
            Lopez Lopez PROPN NNP 2 flat _
            , , PUNCT , 2 punct
            Leeds Leeds PROPN NNP 2 appos

            #
            The the DET DT 2 det
            mill mill NOUN NN 3 nsubj
            – – PUNCT : 5 punct
            Bo Bo PROPN NNP 2 appos
            Chen Chen PROPN NNP 5 flat
            ",
        );
        assert_eq!(
            shown(&extracted),
            [
                "He | knew | that",
                "Ana Lopez, Leeds | ― | “The water came.\nHe knew that.”"
            ]
        );
    }
}
