//! What the network is told of each token of a document, beside its vector: kinds, each a number of a few.
//!
//! The kinds are those of grammar, of punctuation and of what the rules found; none of them is a word.

use crate::annotate::Annotated;
use crate::lexicon::Cues;
use crate::text::{Token, Tree, Upos};

use super::super::draft::Draft;
use super::super::offsets::TokenOffsets;

/// Relations that differ for the network; any other is one more.
const RELATIONS: [&str; 46] = [
    "root",
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "csubj:pass",
    "dep",
    "det",
    "det:predet",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:poss",
    "nmod:tmod",
    "nmod:npmod",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:tmod",
    "obl:npmod",
    "orphan",
    "parataxis",
    "vocative",
    "xcomp",
];
/// Tags of the Penn Treebank that differ for the network; any other is one more.
const TAGS: [&str; 37] = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS",
    "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN",
    "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "HYPH", "-LRB-", "-RRB-",
];
const ENTITIES: [&str; 5] = ["PERSON", "ORG", "GPE", "LOC", "NORP"];
/// Children whose presence counts.
const CHILDREN: [&str; 7] = [
    "ccomp",
    "xcomp",
    "nsubj",
    "obj",
    "obl",
    "parataxis",
    "nmod:poss",
];
const MARKS: [&str; 8] = [",", ".", ":", ";", "-", "(", "?", "!"];

/// The kinds of a token: part of speech, tag, relation, those of its head, whether it stands in quotation marks, its
/// letters, its name, what the lists say of it as a cue, what the rules took it for, its place, the mark that it is, what
/// hangs on it.
pub(crate) const COLUMNS: usize = 13;
/// How many kinds there are in each column.
pub(crate) const KINDS: [usize; COLUMNS] = [
    Upos::ALL.len(),
    TAGS.len() + 1,
    RELATIONS.len() + 1,
    RELATIONS.len() + 2,
    Upos::ALL.len() + 1,
    5,
    4,
    ENTITIES.len() + 2,
    13,
    5,
    6,
    MARKS.len() + 1,
    128,
];

/// A relation as a number.
pub(super) fn relation(deprel: &str) -> u8 {
    let place = |name: &str| RELATIONS.iter().position(|relation| *relation == name);
    let main = || deprel.split(':').next().unwrap_or(deprel);
    place(deprel)
        .or_else(|| place(main()))
        .unwrap_or(RELATIONS.len()) as u8
}

/// How many numbers [`relation`] has.
pub(super) const RELATION_KINDS: usize = RELATIONS.len() + 1;

fn of<const N: usize>(list: [&str; N], name: &str) -> u8 {
    let place = list.iter().position(|entry| *entry == name);
    place.unwrap_or(N) as u8
}

/// The kinds of every token, in the order of the document.
pub(super) fn kinds(
    annotated: &Annotated,
    cues: &Cues,
    offsets: &TokenOffsets<'_>,
    drafts: &[Draft],
) -> Vec<[u8; COLUMNS]> {
    let mut rows = Vec::new();
    let mut block = None;
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let tree = Tree::new(sentence);
        let opens = block != Some(sentence.block);
        block = Some(sentence.block);
        let size = sentence.tokens.len();
        for (number, token) in sentence.tokens.iter().enumerate() {
            let head = token.head.and_then(|head| sentence.tokens.get(head));
            let quotation = annotated.quotations.around(index, number);
            let mark = annotated.quotations.is_mark(index, number);
            let quoted = match quotation {
                None => 0,
                Some(quotation) if mark && quotation.first == (index, number) => 3,
                Some(_) if mark => 4,
                Some(quotation) => 1 + u8::from(!quotation.closed),
            };
            let children = (CHILDREN.iter().enumerate())
                .map(|(bit, name)| u8::from(tree.child(number, (*name).into()).is_some()) << bit)
                .sum();
            let place = match number {
                0 if opens => 0,
                0 => 1,
                1 | 2 => 2,
                _ if number + 1 == size => 3,
                _ if number + 2 == size => 4,
                _ => 5,
            };
            rows.push([
                token.upos as u8,
                of(TAGS, token.xpos.as_str()),
                relation(token.deprel.as_str()),
                head.map_or(RELATION_KINDS as u8, |head| relation(head.deprel.as_str())),
                head.map_or(Upos::ALL.len() as u8, |head| head.upos as u8),
                quoted,
                letters(token),
                name(token),
                listed(cues, token),
                0,
                place,
                of(MARKS, dash(&token.form)),
                children,
            ]);
        }
    }
    for draft in drafts {
        let flat = |token: usize| offsets.offset(draft.sentence, token);
        let mut put = |token: usize, role: u8| {
            let slot = &mut rows[token][9];
            *slot = role.max(*slot);
        };
        for span in &draft.content {
            for token in offsets.tokens(*span) {
                put(token, 1);
            }
        }
        if let Some(source) = draft.source {
            for token in source.run.first..=source.run.last {
                put(flat(token), 2);
            }
        }
        for token in draft.cue.first..=draft.cue.last {
            put(flat(token), 3);
        }
        put(flat(draft.head), 4);
    }
    rows
}

/// All dashes are one mark.
fn dash(form: &str) -> &str {
    match form {
        "—" | "–" | "--" | "―" => "-",
        "[" => "(",
        form => form,
    }
}

fn letters(token: &Token) -> u8 {
    let mut letters = token.form.chars();
    match letters.next() {
        Some(first) if !first.is_alphabetic() => 3,
        Some(first) if first.is_uppercase() => {
            1 + u8::from(letters.next().is_some_and(char::is_uppercase))
        }
        _ => 0,
    }
}

fn name(token: &Token) -> u8 {
    match token.entity.entity_type() {
        Some(entity_type) => 1 + of(ENTITIES, entity_type.as_str()),
        None => 0,
    }
}

/// What the lists say of the word as a cue: how sure it is, and whether it takes clauses or quotations.
fn listed(cues: &Cues, token: &Token) -> u8 {
    let cue = match token.upos {
        Upos::Verb => cues.verb(&token.lemma),
        Upos::Noun => cues.noun(&token.lemma),
        Upos::Adj => cues.adjective(&token.lemma),
        _ => None,
    };
    let Some(cue) = cue else {
        return 0;
    };
    let frame = if cue.frames.quote {
        3
    } else if cue.frames.clause {
        2
    } else {
        u8::from(cue.frames.infinitive || cue.frames.object_infinitive)
    };
    1 + (cue.strength.clamp(1, 3) - 1) * 4 + frame
}
