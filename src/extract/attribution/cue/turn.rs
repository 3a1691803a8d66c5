//! Turns of a transcript: a speaker's name and a colon open a block, and all of the block is what the speaker says.

use crate::annotate::Annotated;
use crate::extract::attribution::content::content_span;
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::text::{EntityType, Token, Upos};

/// The longest name of a speaker, in tokens.
const LONGEST: usize = 7;
/// How many sentences away other turns are sought.
const AROUND: usize = 40;
/// How many other turns there must be.
const OTHERS: usize = 2;

/// The attribution of a sentence that opens a turn.
pub(super) fn find(context: &AttributionContext<'_>) -> Option<AttributionDraft> {
    let colon = label(context.annotated, context.index)?;
    let size = context.sentence.tokens.len();
    if colon + 1 >= size || !is_in_transcript(context, colon) {
        return None;
    }
    let name = TokenRange::new(0, colon - 1);
    let mut span = content_span(context, TokenRange::new(colon + 1, size - 1))?;
    if let Some(end) = context.block_end() {
        span = span.cover(end);
    }
    let source = NounPhrase {
        range: name,
        head: context.head_of(name),
    };
    Some(AttributionDraft::labelled(context, colon, source, span))
}

/// Whether there are other turns around and one speaker comes again or is a person by name. Labels in a list of facts
/// (`Founded: 1994`) open no turns.
fn is_in_transcript(context: &AttributionContext<'_>, colon: usize) -> bool {
    let annotated = context.annotated;
    let first = context.index.saturating_sub(AROUND);
    let last = annotated.sentences.len().min(context.index + AROUND);
    let others: Vec<(usize, usize)> = (first..last)
        .filter(|&other| other != context.index)
        .filter_map(|other| Some((other, label(annotated, other)?)))
        .collect();
    let labels = || std::iter::once((context.index, colon)).chain(others.iter().copied());
    let words = |(sentence, end): (usize, usize)| &annotated.sentences[sentence].tokens[..end];
    let last = |label| words(label).last().map(|word| &word.form);
    let is_person = |label| words(label).iter().all(is_person);
    let recurs = |label| labels().filter(|&other| last(other) == last(label)).count() > 1;
    others.len() >= OTHERS && labels().any(|label| is_person(label) || recurs(label))
}

/// The place of the colon behind a label that opens a block.
fn label(annotated: &Annotated, index: usize) -> Option<usize> {
    let sentence = &annotated.sentences[index];
    let before = index.checked_sub(1).map(|at| annotated.sentences[at].block);
    let opens = before != Some(sentence.block);
    let mut tokens = sentence.tokens.iter().take(LONGEST + 1);
    let colon = tokens.position(|token| token.form == ":")?;
    let can_name =
        |token: &Token| matches!(token.upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Adp);
    let capital = sentence.tokens[0].form.starts_with(char::is_uppercase);
    let named = sentence.tokens[..colon].iter().all(can_name);
    (opens && colon > 0 && capital && named).then_some(colon)
}

fn is_person(token: &Token) -> bool {
    token.entity_type() == Some(EntityType::Person)
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::{analyse, shown};

    /// A turn of two sentences.
    fn turn(name: &str) -> String {
        format!(
            "{name} {name} PROPN NNP 3 nsubj _
            : : PUNCT : 3 punct
            Pumps pump NOUN NNS 4 nsubj
            fail fail VERB VBP 0 root _
            . . PUNCT . 4 punct

            Rain rain NOUN NN 2 nsubj
            helps help VERB VBZ 0 root _
            . . PUNCT . 2 punct

            #
            "
        )
    }

    #[test]
    fn all_of_a_turn_is_said_by_its_speaker() {
        let text: String = ["Moderator", "Lund", "Moderator", "Lund"]
            .map(turn)
            .concat();
        let said = shown(&analyse(&text));
        assert_eq!(said[0], "Moderator | : | Pumps fail.\nRain helps");
        assert_eq!(said.len(), 4);
    }

    #[test]
    fn a_list_of_facts_has_no_speakers() {
        let facts: String = ["Founded", "Capacity", "Weight"].map(turn).concat();
        let text = format!("Rain rain NOUN NN 2 nsubj\nhelps help VERB VBZ 0 root\n\n#\n{facts}");
        assert_eq!(shown(&analyse(&text)), Vec::<String>::new());
    }
}
