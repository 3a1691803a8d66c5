//! What is known of a statement that tells how likely it is to be right.
//!
//! | kind | features |
//! |---|---|
//! | the tree | how much the engine doubts the arcs on which the statement rests |
//! | the construction | the extractor, the place of the clause, where the subject was found |
//! | the slots | how long they are, how far apart, what is missing, what is joined in them |
//! | the stance | negation, modality, questions |

use crate::extract::clause::subject::{Origin, subject};
use crate::extract::extractor::FoundStatement;
use crate::extract::{Modality, Phrase, Polarity, SentenceContext, Statement, StatementKind};
use crate::syntax::{governors, has_copula, is_passive, particle_to};
use crate::text::{Deprel, Upos};

use super::Doubts;

/// The names of all features, as in `data/confidence/statements.tsv`, which tells what each is.
#[cfg(test)]
pub(super) const NAMES: [&str; 49] = [
    "always",
    "argument count",
    "argument doubt",
    "chain",
    "clause adverbial",
    "clause complement",
    "clause conjunct",
    "clause noun",
    "clause open",
    "clause parataxis",
    "clause relative",
    "copula",
    "expletive",
    "from apposition",
    "from event noun",
    "from location",
    "from membership",
    "from title",
    "infinitive",
    "inner doubt",
    "known object",
    "known subject",
    "negative",
    "object clause",
    "object comma",
    "object doubt",
    "object far",
    "object joined",
    "object long",
    "object missing",
    "object pronoun",
    "passive",
    "qualified",
    "relation doubt",
    "relation long",
    "sentence doubt",
    "sentence long",
    "slots missing",
    "subject above",
    "subject antecedent",
    "subject comma",
    "subject conjunct",
    "subject doubt",
    "subject far",
    "subject joined",
    "subject long",
    "subject noun",
    "subject pronoun",
    "unknown doubt",
];

/// What is known of a statement: the features that are not 0. Nothing for extractors that are not this program's.
pub(crate) fn features(
    context: &SentenceContext<'_>,
    doubts: &Doubts,
    found: &FoundStatement,
) -> Vec<(&'static str, f32)> {
    let mut list = List::default();
    if !construction(context, found, &mut list) {
        return Vec::new();
    }
    list.push("always", 1.0);
    tree(doubts, &found.statement, &mut list);
    let count = context.sentence.tokens.len();
    list.push("sentence long", magnitude(count));
    if doubts.are_known() {
        list.push("sentence doubt", doubts.mean(0..count));
    } else {
        list.push("unknown doubt", 1.0);
    }
    slots(context, &found.statement, &mut list);
    stance(&found.statement, &mut list);
    list.features
}

#[derive(Default)]
struct List {
    features: Vec<(&'static str, f32)>,
}

impl List {
    fn push(&mut self, name: &'static str, value: f32) {
        if value != 0.0 {
            self.features.push((name, value));
        }
    }

    fn flag(&mut self, name: &'static str, holds: bool) {
        self.push(name, f32::from(u8::from(holds)));
    }
}

/// Numbers grow slower than what they count: 0 for one, 1 for two, 2 for four, and 3 for eight.
fn magnitude(count: usize) -> f32 {
    let count = count.max(1);
    let whole = count.ilog2();
    // Between two powers in a straight line.
    let power = 1_usize << whole;
    whole as f32 + (count - power) as f32 / power as f32
}

/// Which extractor found it and in what construction; whether the extractor is one of this program's.
fn construction(context: &SentenceContext<'_>, found: &FoundStatement, list: &mut List) -> bool {
    let feature = match found.statement.kind {
        StatementKind::Clause => {
            clause(context, found.token, list);
            return true;
        }
        StatementKind::Apposition => "from apposition",
        StatementKind::EventNoun => "from event noun",
        StatementKind::Location => "from location",
        StatementKind::Membership => "from membership",
        StatementKind::Title => "from title",
        StatementKind::Custom(_) => return false,
    };
    list.flag(feature, true);
    true
}

fn clause(context: &SentenceContext<'_>, token: usize, list: &mut List) {
    let chain = governors(context.tree, context.words(), token);
    let first = chain.first().copied().unwrap_or(token);
    let place = match (context.relation(first), &context.token(first).deprel) {
        (_, Deprel::AclRelcl) => Some("clause relative"),
        (Deprel::Acl, _) => Some("clause noun"),
        (Deprel::Advcl, _) => Some("clause adverbial"),
        (Deprel::Ccomp | Deprel::Csubj, _) => Some("clause complement"),
        (Deprel::Conj, _) => Some("clause conjunct"),
        (Deprel::Parataxis | Deprel::List | Deprel::Dep, _) => Some("clause parataxis"),
        (Deprel::Xcomp, _) => Some("clause open"),
        _ => None,
    };
    if let Some(place) = place {
        list.flag(place, true);
    }
    let origin = match subject(context, token).map(|subject| subject.origin) {
        Some(Origin::Own) | None => None,
        Some(Origin::Antecedent) => Some("subject antecedent"),
        Some(Origin::Conjunct) => Some("subject conjunct"),
        Some(Origin::Noun | Origin::Owner) => Some("subject noun"),
        Some(Origin::Addressee | Origin::Beside | Origin::Object | Origin::Above) => {
            Some("subject above")
        }
    };
    if let Some(origin) = origin {
        list.flag(origin, true);
    }
    list.push("chain", chain.len().min(2) as f32);
    list.flag("copula", has_copula(context.tree, token));
    list.flag("passive", is_passive(context.tree, token));
    list.flag(
        "expletive",
        context.tree.child(token, Deprel::Expl).is_some(),
    );
    list.flag(
        "infinitive",
        chain.is_empty() && particle_to(context.tree, token).is_some(),
    );
}

/// How far the tree can be trusted where the statement rests on it.
fn tree(doubts: &Doubts, statement: &Statement, list: &mut List) {
    let relation = &statement.relation.phrase.tokens;
    list.push("relation doubt", doubts.greatest(relation.iter().copied()));
    list.push("subject doubt", doubts.about(statement.subject.head));
    let object = statement.object.as_ref();
    let about = object.map_or(0.0, |object| doubts.about(object.head));
    list.push("object doubt", about);
    let heads = (statement.arguments.iter()).map(|argument| argument.phrase.head);
    list.push("argument doubt", doubts.greatest(heads));
    let ends = std::iter::once(&statement.subject).chain(object);
    let inner = ends.map(|phrase| doubts.mean(phrase.tokens.iter().copied()));
    list.push("inner doubt", inner.fold(0.0, f32::max));
}

fn slots(context: &SentenceContext<'_>, statement: &Statement, list: &mut List) {
    let relation = &statement.relation.phrase;
    let subject = &statement.subject;
    let pronoun = |phrase: &Phrase| context.token(phrase.head).upos == Upos::Pron;
    list.flag("subject pronoun", pronoun(subject));
    list.flag("known subject", subject.actor.is_some());
    list.push("subject long", magnitude(subject.tokens.len()));
    list.push("subject far", gap(subject, relation));
    list.flag("subject comma", has_comma(context, subject));
    list.flag("subject joined", is_joined(context, subject));
    list.push("relation long", magnitude(relation.tokens.len()));
    let count = statement.arguments.len();
    list.push("argument count", count.min(4) as f32);
    let Some(object) = &statement.object else {
        list.flag("object missing", true);
        list.flag("slots missing", count == 0);
        return;
    };
    list.flag("object pronoun", pronoun(object));
    list.flag("known object", object.actor.is_some());
    list.push("object long", magnitude(object.tokens.len()));
    list.push("object far", gap(object, relation));
    list.flag("object comma", has_comma(context, object));
    list.flag("object joined", is_joined(context, object));
    let relation_of = context.relation(object.head);
    let clausal =
        context.is_verb(object.head) || matches!(relation_of, Deprel::Ccomp | Deprel::Csubj);
    list.flag("object clause", clausal);
}

/// How many words stand between the heads.
fn gap(one: &Phrase, other: &Phrase) -> f32 {
    magnitude(one.head.abs_diff(other.head))
}

fn has_comma(context: &SentenceContext<'_>, phrase: &Phrase) -> bool {
    let mut tokens = phrase.tokens.iter();
    tokens
        .any(|&token| context.token(token).upos == Upos::Punct && context.token(token).form == ",")
}

fn is_joined(context: &SentenceContext<'_>, phrase: &Phrase) -> bool {
    (phrase.tokens.iter()).any(|&token| context.relation(token) == Deprel::Conj)
}

fn stance(statement: &Statement, list: &mut List) {
    list.flag("negative", statement.polarity == Polarity::Negative);
    list.flag("qualified", statement.modality != Modality::Asserted);
}
