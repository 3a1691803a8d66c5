//! What a content is about, in words that can be compared with those of another.

use smol_str::SmolStr;

use crate::annotate::{Annotated, MentionKind};
use crate::extract::Attribution;
use crate::lexicon::{Lexicon, Part, Stance};
use crate::text::{Deprel, Sentence, Upos};

/// The words of [`Attribution::gist`].
pub(super) fn of(annotated: &Annotated, lexicon: &Lexicon, found: &Attribution) -> Vec<SmolStr> {
    let mut words = Vec::new();
    let inside = |span| found.content.iter().any(|content| content.contains(span));
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let overlaps = |content: &crate::text::Span| content.overlaps(sentence.span);
        if !found.content.iter().any(overlaps) {
            continue;
        }
        let names: Vec<_> = (annotated.mentions_in(index))
            .filter(|mention| mention.kind == MentionKind::Name)
            .collect();
        for (token, word) in sentence.tokens.iter().enumerate() {
            if !inside(word.span) {
                continue;
            }
            let named = names.iter().any(|name| name.tokens.holds(token));
            if word.upos == Upos::Propn || named && word.upos != Upos::Verb {
                continue;
            }
            let above = word.head.and_then(|head| sentence.tokens.get(head));
            let above = above.map(|above| above.span);
            if !above.is_some_and(inside) && is_negative(sentence, lexicon, token) {
                words.push("not".into());
            }
            words.extend(key(lexicon, sentence, token));
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a content is headed by a noun for what is said: `allegations that …`.
pub(super) fn cites(annotated: &Annotated, lexicon: &Lexicon, found: &Attribution) -> bool {
    let sentence = &annotated.sentences[found.cue.sentence];
    let inside = |span| found.content.iter().any(|content| content.contains(span));
    sentence.tokens.iter().any(|word| {
        let above = word.head.and_then(|head| sentence.tokens.get(head));
        let heads = inside(word.span) && !above.is_some_and(|above| inside(above.span));
        heads && word.upos == Upos::Noun && says(lexicon, &word.lemma)
    })
}

/// Whether a noun tells that something is said: `allegation`, `statement`.
fn says(lexicon: &Lexicon, lemma: &str) -> bool {
    let cue = lexicon.cues.noun(&lemma.to_lowercase());
    cue.is_some_and(|cue| matches!(cue.stance, Stance::Assert | Stance::Accuse))
}

/// The form of a word under which it meets its synonyms; `None` for words that tell little.
fn key(lexicon: &Lexicon, sentence: &Sentence, token: usize) -> Option<SmolStr> {
    let word = &sentence.tokens[token];
    if !matches!(word.upos, Upos::Noun | Upos::Verb | Upos::Adj) {
        return None;
    }
    let lemma = word.lemma.to_lowercase();
    // `allegations that …`: the noun tells how it is said.
    if word.upos == Upos::Noun && says(lexicon, &lemma) {
        return None;
    }
    lexicon.synonyms.head(&lemma).map(SmolStr::from)
}

fn is_negative(sentence: &Sentence, lexicon: &Lexicon, head: usize) -> bool {
    sentence.tokens.iter().any(|word| {
        word.head == Some(head)
            && word.relation() == Deprel::Advmod
            && (lexicon.words).negates(&word.form.to_lowercase(), Part::Adverb)
    })
}
