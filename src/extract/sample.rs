//! Sentences with hand-written trees for the tests of this stage.

use std::sync::OnceLock;

use proptest::prelude::*;

use crate::annotate::{Models, annotate};
use crate::read::conllu;
use crate::text::{Deprel, Span};

use super::{Explained, Extracted, Fact, Statement, explain, extract, facts, variants};

const RELATIONS: [Deprel; 27] = [
    Deprel::Acl,
    Deprel::AclRelcl,
    Deprel::Advcl,
    Deprel::Amod,
    Deprel::Appos,
    Deprel::Aux,
    Deprel::Case,
    Deprel::Cc,
    Deprel::Ccomp,
    Deprel::CompoundPrt,
    Deprel::Conj,
    Deprel::Cop,
    Deprel::Csubj,
    Deprel::Dep,
    Deprel::Expl,
    Deprel::Iobj,
    Deprel::Mark,
    Deprel::Nmod,
    Deprel::NmodPoss,
    Deprel::Nsubj,
    Deprel::NsubjPass,
    Deprel::Obj,
    Deprel::Obl,
    Deprel::OblAgent,
    Deprel::Parataxis,
    Deprel::Punct,
    Deprel::Xcomp,
];
const WORDS: [&str; 11] = [
    "talks talk NOUN NNS",
    "China China PROPN NNP",
    "said say VERB VBD",
    "accused accuse VERB VBN",
    "to to PART TO",
    "who who PRON WP",
    "not not PART RB",
    "is be AUX VBZ",
    "open open ADJ JJ",
    "between between ADP IN",
    "leaving leave VERB VBG",
];

/// Any tree, however wrong, over words that extractors look at: rows for [`extracted`].
pub(crate) fn any_tree() -> impl Strategy<Value = String> {
    let row = (0..WORDS.len(), 0..RELATIONS.len(), 0..14_usize);
    prop::collection::vec(row, 1..14).prop_map(|rows| {
        let size = rows.len();
        let line = |&(word, relation, head): &(usize, usize, usize)| {
            format!(
                "{} {} {}\n",
                WORDS[word],
                head.min(size),
                RELATIONS[relation]
            )
        };
        rows.iter().map(line).collect()
    })
}

/// As [`extracted`], with the account of how everything came about.
pub(crate) fn explained(rows: &str) -> Explained {
    let models = models();
    let document = conllu::read("sample", &conllu_of(rows)).0.remove(0);
    explain(annotate(document, models), models)
}

/// What gave no statement, as `extractor: word: reason`.
pub(crate) fn rejection_lines(rows: &str) -> Vec<String> {
    let explained = explained(rows);
    let sentence = &explained.extracted.annotated.sentences[0];
    let form = |token: usize| sentence.tokens[token].form.to_string();
    let line = |rejection: &super::Rejection| {
        let (word, reason) = (form(rejection.token), rejection.reason.tell(form));
        format!("{}: {word}: {reason}", rejection.kind)
    };
    explained.rejections.iter().map(line).collect()
}

/// The variants of the statements of such a sentence as `kind: subject | relation | object | argument | …`.
pub(crate) fn variant_lines(rows: &str) -> Vec<String> {
    let extracted = extracted(rows);
    let annotated = &extracted.annotated;
    let line = |statement: &Statement| {
        let mut slots = vec![
            statement.subject.text(annotated),
            statement.relation.text(annotated),
        ];
        slots.extend(statement.object.iter().map(|object| object.text(annotated)));
        let arguments = statement.arguments.iter();
        slots.extend(arguments.map(|one| format!("{} {}", one.marker, one.phrase.text(annotated))));
        slots.join(" | ")
    };
    variants(&extracted, &models().lexicon)
        .iter()
        .map(|variant| format!("{}: {}", variant.kind.as_str(), line(&variant.statement)))
        .collect()
}

/// Extracts from one sentence: a word a line as `form lemma UPOS XPOS head deprel`, the head counted from 1.
pub(crate) fn extracted(rows: &str) -> Extracted {
    let models = models();
    let mut document = conllu::read("sample", &conllu_of(rows)).0.remove(0);
    document.id = "sample".into();
    extract(annotate(document, models), models)
}

/// The facts of such a sentence as `subject | relation | object`.
pub(crate) fn fact_lines(rows: &str) -> Vec<String> {
    let line = |fact: Fact| format!("{} | {} | {}", fact.subject, fact.relation, fact.object);
    facts(&extracted(rows), &models().lexicon)
        .into_iter()
        .map(line)
        .collect()
}

/// The statements of such a sentence, each as `subject | relation | object | role: marker words | …`, with `not` in
/// front if it is negative and the modality if it is not asserted.
pub(crate) fn statement_lines(rows: &str) -> Vec<String> {
    let extracted = extracted(rows);
    let annotated = &extracted.annotated;
    let lines = extracted.statements.iter().map(|statement| {
        let mut line = format!(
            "{} | {} | {}",
            statement.subject.text(annotated),
            statement.relation.text(annotated),
            statement
                .object
                .as_ref()
                .map_or(String::new(), |object| object.text(annotated)),
        );
        for argument in &statement.arguments {
            let text = argument.phrase.text(annotated);
            let role = argument.role.as_str();
            line.push_str(&format!(" | {role}: {} {text}", argument.marker));
        }
        if statement.modality != super::Modality::Asserted {
            line = format!("({}) {line}", statement.modality.as_str());
        }
        if statement.polarity == super::Polarity::Negative {
            line = format!("not {line}");
        }
        line
    });
    lines.collect()
}

/// The edges of such a sentence as `source – label → target`.
pub(crate) fn edge_lines(rows: &str) -> Vec<String> {
    let extracted = extracted(rows);
    let edges = extracted
        .statements
        .iter()
        .flat_map(|statement| &statement.edges);
    edges
        .map(|edge| {
            format!(
                "{} – {} → {}",
                edge.source.name, edge.label, edge.target.name
            )
        })
        .collect()
}

/// Asserts that the sentence gives this edge.
pub(crate) fn assert_edge(rows: &str, edge: &str) {
    let edges = edge_lines(rows);
    assert!(edges.contains(&edge.to_owned()), "{edges:?}");
}

fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(|| Models::given().expect("the embedded lists are well formed"))
}

fn conllu_of(rows: &str) -> String {
    let mut text = String::new();
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    for (place, row) in rows.enumerate() {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let [form, lemma, upos, xpos, head, deprel] = columns[..] else {
            panic!("not six columns: {row}");
        };
        let id = place + 1;
        text.push_str(&format!(
            "{id}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_\n"
        ));
    }
    text.push('\n');
    text
}

/// Whether every token of every slot of the statements lies in its sentence.
pub(crate) fn is_within(extracted: &Extracted) -> bool {
    extracted.statements.iter().all(|statement| {
        let size = extracted.annotated.sentences[statement.sentence]
            .tokens
            .len();
        let inside = Span::<crate::text::Tokens>::new(0, size);
        let phrases = std::iter::once(&statement.subject)
            .chain(&statement.object)
            .chain(std::iter::once(&statement.relation.phrase))
            .chain(statement.arguments.iter().map(|argument| &argument.phrase));
        phrases
            .flat_map(|phrase| &phrase.tokens)
            .all(|&token| inside.holds(token))
    })
}
