//! Turns of a transcript: a speaker's name and a colon open a block, and all of the block is what he or she says.

use crate::annotate::Annotated;
use crate::lexicon::Stance;
use crate::text::{EntityType, Sentence, Span, Upos};

use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The longest name, in tokens, that is taken for a speaker.
const LONGEST: usize = 7;
/// How many sentences away other turns are sought, and how many there must be.
const AROUND: usize = 40;
const OTHERS: usize = 2;

/// The attribution of a sentence that opens a turn. Labels in a list of facts (`Founded: 1994`) open none: of speakers
/// one comes again, or is a person by name.
pub(super) fn find(view: &View<'_>) -> Option<Draft> {
    let annotated = view.annotated;
    let colon = label(annotated, view.index)?;
    let size = view.sentence.tokens.len();
    let first = view.index.saturating_sub(AROUND);
    let last = annotated.sentences.len().min(view.index + AROUND);
    let others: Vec<(usize, usize)> = (first..last)
        .filter(|&other| other != view.index)
        .filter_map(|other| Some((other, label(annotated, other)?)))
        .collect();
    let labels = || std::iter::once((view.index, colon)).chain(others.iter().copied());
    let words = |(sentence, end): (usize, usize)| &annotated.sentences[sentence].tokens[..end];
    let last = |label| words(label).last().map(|word| &word.form);
    let person = |label| {
        let mut words = words(label).iter();
        words.all(|word| word.entity.is(EntityType::Person))
    };
    let again = |label| labels().filter(|&other| last(other) == last(label)).count() > 1;
    let transcript = labels().any(|label| person(label) || again(label));
    if others.len() < OTHERS || !transcript || colon + 1 >= size {
        return None;
    }
    let head = (0..colon)
        .find(|&token| view.token(token).head.is_none_or(|above| above >= colon))
        .unwrap_or(0);
    let mut span = content(view, Run::new(colon + 1, size - 1))?;
    let turn = annotated.sentences[view.index..].iter();
    let end = turn
        .take_while(|sentence| sentence.block == view.sentence.block)
        .filter_map(last_word)
        .last();
    if let Some(end) = end {
        span = span.cover(end);
    }
    Some(Draft {
        sentence: view.index,
        head: colon,
        cue: Run::new(colon, colon),
        source: Some(Holder {
            run: Run::new(0, colon - 1),
            head,
        }),
        content: vec![span],
        speaks: true,
        stance: Stance::Assert,
        act: false,
    })
}

/// Where the colon stands behind the label that opens a block.
fn label(annotated: &Annotated, index: usize) -> Option<usize> {
    let sentence = &annotated.sentences[index];
    let before = index.checked_sub(1).map(|at| annotated.sentences[at].block);
    let opens = before != Some(sentence.block);
    let tokens = sentence.tokens.iter().take(LONGEST + 1);
    let colon = tokens.clone().position(|token| token.form == ":")?;
    let name = |upos: Upos| matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Adp);
    let capital = sentence.tokens[0].form.starts_with(char::is_uppercase);
    let named = sentence.tokens[..colon]
        .iter()
        .all(|token| name(token.upos));
    (opens && colon > 0 && capital && named).then_some(colon)
}

/// The last word of a sentence that is no punctuation.
fn last_word(sentence: &Sentence) -> Option<Span> {
    let mut words = sentence.tokens.iter();
    words
        .rfind(|token| token.upos != Upos::Punct)
        .map(|word| word.span)
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
