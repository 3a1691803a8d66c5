//! The words that may be cues, and what the network is told of each token around one.

use std::ops::Range;

use crate::annotate::Annotated;
use crate::lexicon::Cues;
use crate::text::{Deprel, Sentence, Tree, Upos};

use super::super::draft::Draft;
use super::super::offsets::TokenOffsets;
use super::page::{RELATION_KINDS, relation};

/// A word that may be the head of a cue.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// The word, as all tokens here counted over the whole document.
    pub(crate) head: usize,
    /// The draft of the rules, if they made one of it.
    pub(crate) draft: Option<usize>,
    /// The tokens that may belong to its attribution.
    pub(crate) window: Range<usize>,
}

/// How many sentences of its paragraph before and behind the cue's may belong to the window: as long as there are words
/// in quotation marks in them. Other words further on are hardly ever marked as somebody's.
const AROUND: usize = 2;
/// The most tokens of these sentences.
const MARGIN: usize = 80;

/// The numbers of a token beside a case: what the rules took it for, how it hangs on the head, how far it stands from it,
/// in which sentence, what it is for other drafts.
pub(crate) const PAIR_COLUMNS: usize = 5;
/// How many kinds there are in each column.
pub(crate) const PAIR_KINDS: [usize; PAIR_COLUMNS] = [14, RELATION_KINDS + 5, 15, 5, 4];

/// All words that may be cues: those of the drafts, and those that the rules passed over.
pub(super) fn cases(
    annotated: &Annotated,
    cues: &Cues,
    offsets: &TokenOffsets<'_>,
    drafts: &[Draft],
) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut next = 0;
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(draft) = drafts.get(next).filter(|draft| draft.sentence == index) {
            own.push((draft.head, Some(next)));
            next += 1;
        }
        let taken = own.clone();
        let tree = Tree::new(sentence);
        for (number, token) in sentence.tokens.iter().enumerate() {
            let in_cue = taken
                .iter()
                .any(|&(_, draft)| draft.is_some_and(|draft| drafts[draft].cue.holds(number)));
            let may = match token.upos {
                Upos::Verb => !token.is_any(&[
                    Deprel::Case,
                    Deprel::Mark,
                    Deprel::Fixed,
                    Deprel::Amod,
                    Deprel::Compound,
                ]),
                Upos::Noun => {
                    cues.noun(&token.lemma).is_some()
                        || tree
                            .children_by(number, &[Deprel::Ccomp, Deprel::Acl])
                            .next()
                            .is_some()
                            && token.deprel != Deprel::Root
                }
                Upos::Adj => cues.adjective(&token.lemma).is_some(),
                _ => false,
            };
            if may && !in_cue {
                own.push((number, None));
            }
        }
        own.sort_unstable();
        for (head, draft) in own {
            cases.push(Case {
                head: offsets.offset(index, head),
                draft,
                window: window(annotated, offsets, index),
            });
        }
    }
    cases
}

fn window(annotated: &Annotated, offsets: &TokenOffsets<'_>, index: usize) -> Range<usize> {
    let sentences = &annotated.sentences;
    let block = sentences[index].block;
    let goes_on = |other: usize| {
        let quoted = |sentence: &Sentence| {
            let mut tokens = 0..sentence.tokens.len();
            sentence.block == block
                && tokens.any(|token| annotated.quotations.index(other, token).is_some())
        };
        sentences.get(other).is_some_and(quoted)
    };
    let (mut from, mut to) = (index, index + 1);
    while from > 0 && index - from < AROUND && goes_on(from - 1) {
        from -= 1;
    }
    while to - index <= AROUND && goes_on(to) {
        to += 1;
    }
    let own = offsets.offset(index, 0);
    let end = own + sentences[index].tokens.len();
    let first = offsets.offset(from, 0).max(own.saturating_sub(MARGIN));
    let last = offsets.offset(to - 1, 0) + sentences[to - 1].tokens.len();
    first..last.min(end + MARGIN)
}

/// The numbers of each token in the window of a case.
pub(super) fn pairs(
    annotated: &Annotated,
    offsets: &TokenOffsets<'_>,
    drafts: &[Draft],
    case: &Case,
) -> Vec<[u8; PAIR_COLUMNS]> {
    let (from, size) = (case.window.start, case.window.len());
    let mut rows = vec![[0; PAIR_COLUMNS]; size];
    let (index, head) = offsets.place(case.head);
    let tree = Tree::new(&annotated.sentences[index]);
    let above: Vec<usize> = tree.ancestors(head).collect();
    for (offset, row) in rows.iter_mut().enumerate() {
        let flat = from + offset;
        let (sentence, token) = offsets.place(flat);
        row[1] = match sentence == index {
            false => 0,
            true if token == head => 1,
            true if above.first() == Some(&token) => 2,
            true if above.contains(&token) => 3,
            true => match std::iter::once(token)
                .chain(tree.ancestors(token))
                .find(|&up| tree.token(up).head == Some(head))
            {
                Some(child) => 5 + relation(tree.token(child).deprel.as_str()),
                None => 4,
            },
        };
        let steps = flat.abs_diff(case.head);
        let distance = match steps {
            0..=3 => steps as u8,
            4..=6 => 4,
            7..=12 => 5,
            13..=24 => 6,
            _ => 7,
        };
        row[2] = if flat < case.head {
            7 + distance
        } else {
            distance
        };
        row[3] = (sentence + 2).saturating_sub(index).min(4) as u8;
    }
    let put = |rows: &mut Vec<[u8; PAIR_COLUMNS]>, column: usize, token: usize, role: u8| {
        if let Some(row) = token
            .checked_sub(from)
            .and_then(|place| rows.get_mut(place))
        {
            row[column] = row[column].max(role);
        }
    };
    for (number, draft) in drafts.iter().enumerate() {
        let near = draft.sentence.abs_diff(index) <= AROUND;
        if Some(number) == case.draft || !near {
            continue;
        }
        let flat = |token: usize| offsets.offset(draft.sentence, token);
        for span in &draft.content {
            for token in offsets.tokens(*span) {
                put(&mut rows, 4, token, 1);
            }
        }
        if let Some(source) = draft.source {
            for token in source.run.first..=source.run.last {
                put(&mut rows, 4, flat(token), 2);
            }
        }
        for token in draft.cue.first..=draft.cue.last {
            put(&mut rows, 4, flat(token), 3);
        }
    }
    let Some(draft) = case.draft.map(|draft| &drafts[draft]) else {
        return rows;
    };
    let mut run = |tokens: Range<usize>, role: u8| {
        let (first, last) = (tokens.start, tokens.end.saturating_sub(1));
        for token in tokens {
            let place = match (token == first, token == last) {
                (true, true) => 3,
                (true, false) => 0,
                (false, true) => 2,
                (false, false) => 1,
            };
            put(&mut rows, 0, token, role + place);
        }
    };
    for span in &draft.content {
        run(offsets.tokens(*span), 1);
    }
    let flat = |token: usize| offsets.offset(draft.sentence, token);
    if let Some(source) = draft.source {
        run(flat(source.run.first)..flat(source.run.last) + 1, 5);
    }
    run(flat(draft.cue.first)..flat(draft.cue.last) + 1, 9);
    put(&mut rows, 0, case.head, 13);
    rows
}
