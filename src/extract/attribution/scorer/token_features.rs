//! The features of a token of a document.
//!
//! They tell of grammar, of punctuation and of what the rules found, not of words. Every feature is a small number.

use crate::annotate::Annotated;
use crate::extract::attribution::context::listed;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::lexicon::Cues;
use crate::text::{Deprel, EntityType, Token, Tree, Upos, Xpos};

/// The relations that the model was trained with, in the order of their numbers; any other has the next number. Some are
/// names of earlier versions of Universal Dependencies.
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
/// The tags of the Penn Treebank, in the order of their numbers; any other has the next number.
const TAGS: [Xpos; 37] = [
    Xpos::Cc,
    Xpos::Cd,
    Xpos::Dt,
    Xpos::Ex,
    Xpos::Fw,
    Xpos::In,
    Xpos::Jj,
    Xpos::Jjr,
    Xpos::Jjs,
    Xpos::Md,
    Xpos::Nn,
    Xpos::Nnp,
    Xpos::Nnps,
    Xpos::Nns,
    Xpos::Pdt,
    Xpos::Pos,
    Xpos::Prp,
    Xpos::PrpPoss,
    Xpos::Rb,
    Xpos::Rbr,
    Xpos::Rbs,
    Xpos::Rp,
    Xpos::To,
    Xpos::Uh,
    Xpos::Vb,
    Xpos::Vbd,
    Xpos::Vbg,
    Xpos::Vbn,
    Xpos::Vbp,
    Xpos::Vbz,
    Xpos::Wdt,
    Xpos::Wp,
    Xpos::WpPoss,
    Xpos::Wrb,
    Xpos::Hyph,
    Xpos::LeftBracket,
    Xpos::RightBracket,
];
/// The classes of names, in the order of their numbers; any other has the next number.
const ENTITIES: [EntityType; 5] = [
    EntityType::Person,
    EntityType::Org,
    EntityType::Gpe,
    EntityType::Loc,
    EntityType::Norp,
];
/// The relations of dependents whose presence is a feature, in the order of their bits.
const CHILDREN: [Deprel; 7] = [
    Deprel::Ccomp,
    Deprel::Xcomp,
    Deprel::Nsubj,
    Deprel::Obj,
    Deprel::Obl,
    Deprel::Parataxis,
    Deprel::NmodPoss,
];
/// The punctuation marks, in the order of their numbers; any other token has the next number.
const MARKS: [&str; 8] = [",", ".", ":", ";", "-", "(", "?", "!"];

/// The number of features of a token: its part of speech, tag and relation; the relation and part of speech of its head;
/// its place in a quotation; its letters; its name; what the lists say of it as a cue; its part in drafts; its place in
/// the sentence; the mark that it is; its dependents.
pub(crate) const FEATURES: usize = 13;
/// The number of values of each feature.
pub(crate) const VALUES: [usize; FEATURES] = [
    Upos::ALL.len(),
    TAGS.len() + 1,
    RELATION_VALUES,
    RELATION_VALUES + 1,
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
/// The column of the class of the name that a token belongs to.
pub(super) const NAME: usize = 7;
/// The column of the part of a token in drafts.
const IN_DRAFTS: usize = 9;
/// The number of values of [`relation`].
pub(super) const RELATION_VALUES: usize = RELATIONS.len() + 1;

/// The number of a relation.
pub(super) fn relation(deprel: &str) -> u8 {
    let place = |name: &str| RELATIONS.iter().position(|relation| *relation == name);
    let base = || deprel.split(':').next().unwrap_or(deprel);
    place(deprel)
        .or_else(|| place(base()))
        .unwrap_or(RELATIONS.len()) as u8
}

/// The number of an item in a list; of any other the next one.
fn number<T: PartialEq>(list: &[T], item: &T) -> u8 {
    let place = list.iter().position(|entry| entry == item);
    place.unwrap_or(list.len()) as u8
}

/// The features of every token, in the order of the document.
pub(super) fn token_features(
    annotated: &Annotated,
    cues: &Cues,
    offsets: &TokenOffsets<'_>,
    drafts: &[AttributionDraft],
) -> Vec<[u8; FEATURES]> {
    let mut rows = Vec::with_capacity(offsets.count());
    let mut block = None;
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let tree = Tree::new(sentence);
        let opens_block = block != Some(sentence.block);
        block = Some(sentence.block);
        for (position, token) in sentence.tokens.iter().enumerate() {
            let head = token.head.and_then(|head| sentence.tokens.get(head));
            rows.push([
                token.upos as u8,
                number(&TAGS, &token.xpos),
                relation(token.deprel.as_str()),
                head.map_or(RELATION_VALUES as u8, |head| relation(head.deprel.as_str())),
                head.map_or(Upos::ALL.len() as u8, |head| head.upos as u8),
                place_in_quotation(annotated, index, position),
                letters(token),
                name(token),
                cue(cues, token),
                0,
                place_in_sentence(position, sentence.tokens.len(), opens_block),
                number(&MARKS, &mark(&token.form)),
                dependents(&tree, position),
            ]);
        }
    }
    for draft in drafts {
        add_draft(&mut rows, offsets, draft);
    }
    rows
}

/// Adds the parts of a draft.
fn add_draft(rows: &mut [[u8; FEATURES]], offsets: &TokenOffsets<'_>, draft: &AttributionDraft) {
    let head = offsets.offset(draft.sentence, draft.head);
    let source = draft
        .source
        .map(|source| (offsets.range(draft.sentence, source.range), 2));
    let contents = draft.content.iter().map(|&span| (offsets.tokens(span), 1));
    let cue = offsets.range(draft.sentence, draft.cue);
    let parts = contents
        .chain(source)
        .chain([(cue, 3), (head..head + 1, 4)]);
    for (tokens, part) in parts {
        for row in &mut rows[tokens] {
            row[IN_DRAFTS] = row[IN_DRAFTS].max(part);
        }
    }
}

fn place_in_quotation(annotated: &Annotated, sentence: usize, token: usize) -> u8 {
    let Some(quotation) = annotated.quotations.around(sentence, token) else {
        return 0;
    };
    match annotated.quotations.is_mark(sentence, token) {
        true if quotation.first == (sentence, token) => 3,
        true => 4,
        false => 1 + u8::from(!quotation.closed),
    }
}

fn place_in_sentence(position: usize, size: usize, opens_block: bool) -> u8 {
    match position {
        0 if opens_block => 0,
        0 => 1,
        1 | 2 => 2,
        _ if position + 1 == size => 3,
        _ if position + 2 == size => 4,
        _ => 5,
    }
}

fn dependents(tree: &Tree<'_>, token: usize) -> u8 {
    let bits = CHILDREN.iter().enumerate();
    bits.map(|(bit, relation)| u8::from(tree.child(token, relation.clone()).is_some()) << bit)
        .sum()
}

/// The mark that stands for all of its kind.
fn mark(form: &str) -> &str {
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
        Some(entity_type) => 1 + number(&ENTITIES, &entity_type),
        None => 0,
    }
}

/// What the lists say of the word as a cue: how strong it is, and whether it takes clauses or quotations.
fn cue(cues: &Cues, token: &Token) -> u8 {
    let Some(cue) = listed(cues, token) else {
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
