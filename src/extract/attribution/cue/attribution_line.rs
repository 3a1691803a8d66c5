//! A dash and a name behind somebody's words: `“The water came at night.” — Ana Lopez`.

use crate::extract::attribution::context::{AttributionContext, is_dash};
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::syntax;
use crate::text::Upos;

/// The longest line with the name, in tokens.
const LONGEST: usize = 16;

/// The attribution of a sentence that ends in a dash and a name behind a closed quotation.
pub(super) fn find(context: &AttributionContext<'_>) -> Option<AttributionDraft> {
    let size = context.sentence.tokens.len();
    let dash = (0..size).rfind(|&token| is_dash(&context.token(token).form))?;
    let offset = context.offset(dash);
    let (sentence, token) = context.offsets.place(offset.checked_sub(1)?);
    let quotation = context.quotations.around(sentence, token)?;
    let (begin, end) = (
        context.offsets.first(quotation),
        context.offsets.last(quotation),
    );
    let last = (dash + 1..size).rfind(|&token| context.token(token).upos != Upos::Punct)?;
    let name = TokenRange::new(dash + 1, last);
    let plain =
        |token: usize| !syntax::is_finite_word(&context.tree, token) && !context.is_mark(token);
    let fits = quotation.closed
        && end + 1 == offset
        && end - begin > 3
        && last - dash <= LONGEST
        && context.token(name.first).upos == Upos::Propn
        && (name.first..=last).all(plain);
    let source = NounPhrase {
        range: name,
        head: context.head_of(name),
    };
    fits.then(|| AttributionDraft::labelled(context, dash, source, quotation.span))
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
