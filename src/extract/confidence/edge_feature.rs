//! The features of an edge from which its confidence is estimated.
//!
//! | kind | features |
//! |---|---|
//! | the statement | how sure it is, where its subject was found, polarity, modality |
//! | the ends | actor, unnamed actor or thing, pronouns, members of a list, how long, how much the tree is doubted there |
//! | the label | how long, how far it reaches, whether a rule inferred it |
//! | who says it | nobody, somebody named, somebody unknown, somebody who says that another says it |

use crate::extract::{
    Attribution, Edge, EdgeEnd, Modality, Polarity, SentenceContext, Statement, StatementKind,
};
use crate::syntax::{is_passive, own_subject};
use crate::text::{Deprel, Upos};

use super::Doubts;

/// The names of all features, as in `data/confidence/edges.tsv`, which explains each.
#[cfg(test)]
pub(super) const NAMES: [&str; 39] = [
    "always",
    "asked",
    "borrowed subject",
    "chained speakers",
    "coded",
    "conditional",
    "from apposition",
    "from event noun",
    "from location",
    "from membership",
    "from title",
    "inferred",
    "intended",
    "label long",
    "negative",
    "other argument",
    "passive",
    "possible",
    "required",
    "said",
    "said by a pronoun",
    "said by nobody named",
    "source bare",
    "source doubt",
    "source far",
    "source joined",
    "source long",
    "source pronoun",
    "source thing",
    "source unnamed",
    "statement",
    "target bare",
    "target doubt",
    "target far",
    "target joined",
    "target long",
    "target pronoun",
    "target thing",
    "target unnamed",
];

/// What is known of an edge: the features that are not 0.
pub(super) fn edge_features(
    context: &SentenceContext<'_>,
    doubts: &Doubts,
    attributions: &[Attribution],
    statement: &Statement,
    edge: &Edge,
) -> Vec<(&'static str, f32)> {
    let mut list = vec![("always", 1.0)];
    of_statement(context, statement, &mut list);
    let verb = statement.relation.phrase.head;
    let names = [
        "source pronoun",
        "source thing",
        "source unnamed",
        "source joined",
        "source bare",
        "source long",
        "source far",
        "source doubt",
    ];
    of_end(context, doubts, &edge.source, verb, names, &mut list);
    let names = [
        "target pronoun",
        "target thing",
        "target unnamed",
        "target joined",
        "target bare",
        "target long",
        "target far",
        "target doubt",
    ];
    of_end(context, doubts, &edge.target, verb, names, &mut list);
    let object = statement.object.as_ref().map(|object| object.head);
    let head = edge.target.phrase.head;
    flag(
        &mut list,
        "other argument",
        object.is_some_and(|object| object != head),
    );
    flag(&mut list, "inferred", !edge.inferred.is_empty());
    let words = edge.label.split_whitespace().count();
    list.push(("label long", magnitude(words)));
    of_speakers(context, attributions, statement, &mut list);
    list.retain(|&(_, value)| value != 0.0);
    list
}

type List = Vec<(&'static str, f32)>;

fn flag(list: &mut List, name: &'static str, holds: bool) {
    list.push((name, f32::from(u8::from(holds))));
}

/// The logarithm of a count to the base of 2; 0 for none.
fn magnitude(count: usize) -> f32 {
    libm::log2f(count.max(1) as f32)
}

fn of_statement(context: &SentenceContext<'_>, statement: &Statement, list: &mut List) {
    let sure = statement.confidence.clamp(0.01, 0.99);
    list.push(("statement", libm::logf(sure / (1.0 - sure))));
    let kind = match statement.kind {
        StatementKind::Apposition => Some("from apposition"),
        StatementKind::EventNoun => Some("from event noun"),
        StatementKind::Location => Some("from location"),
        StatementKind::Membership => Some("from membership"),
        StatementKind::Title => Some("from title"),
        StatementKind::Clause | StatementKind::Custom(_) => None,
    };
    list.extend(kind.map(|kind| (kind, 1.0)));
    let modality = match statement.modality {
        Modality::Possible => Some("possible"),
        Modality::Required => Some("required"),
        Modality::Intended => Some("intended"),
        Modality::Conditional => Some("conditional"),
        Modality::Asked => Some("asked"),
        _ => None,
    };
    list.extend(modality.map(|modality| (modality, 1.0)));
    flag(list, "negative", statement.polarity == Polarity::Negative);
    flag(list, "coded", statement.relation.event.is_some());
    let verb = statement.relation.phrase.head;
    let clause = statement.kind == StatementKind::Clause;
    let own = own_subject(context.tree, verb) == Some(statement.subject.head);
    flag(list, "borrowed subject", clause && !own);
    flag(list, "passive", clause && is_passive(context.tree, verb));
}

fn of_end(
    context: &SentenceContext<'_>,
    doubts: &Doubts,
    end: &EdgeEnd,
    verb: usize,
    names: [&'static str; 8],
    list: &mut List,
) {
    let [pronoun, thing, unnamed, joined, bare, long, far, doubt] = names;
    let head = end.phrase.head;
    let actor = end
        .phrase
        .actor
        .and_then(|actor| context.annotated.actors.get(actor));
    let token = context.token(head);
    flag(list, pronoun, token.upos == Upos::Pron);
    flag(list, thing, actor.is_none());
    flag(
        list,
        unnamed,
        actor.is_some_and(|actor| !actor.named) && token.upos != Upos::Pron,
    );
    flag(list, joined, context.relation(head) == Deprel::Conj);
    flag(list, bare, actor.is_none() && end.phrase.tokens.len() == 1);
    list.push((long, magnitude(end.phrase.tokens.len())));
    list.push((far, magnitude(head.abs_diff(verb))));
    list.push((doubt, doubts.about(head)));
}

fn of_speakers(
    context: &SentenceContext<'_>,
    attributions: &[Attribution],
    statement: &Statement,
    list: &mut List,
) {
    let chain = statement
        .attribution
        .iter()
        .filter_map(|&index| attributions.get(index));
    let chain: Vec<&Attribution> = chain.collect();
    flag(list, "said", !chain.is_empty());
    flag(list, "chained speakers", chain.len() > 1);
    let unknown = chain.iter().any(|said| said.speakers.is_empty());
    flag(list, "said by nobody named", unknown);
    let pronoun = chain
        .iter()
        .filter_map(|said| said.source.as_ref())
        .any(|source| {
            let sentence = context.annotated.sentences.get(source.sentence);
            let head = sentence.and_then(|sentence| sentence.tokens.get(source.head));
            head.is_some_and(|head| head.upos == Upos::Pron)
        });
    flag(list, "said by a pronoun", pronoun);
}
