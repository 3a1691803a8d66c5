//! Statements as flat facts of surface words, the form in which open information extraction is compared.
//!
//! In: an [`Extracted`] document. Out: for each statement one fact for its object and one for every further argument,
//! the words between folded into the relation: *Graner | handcuffed him to | the bars*. Coordinated subjects and objects
//! are split.

use crate::lexicon::Lexicon;
use crate::syntax::{is_relative, members, preposition};
use crate::text::{Deprel, Xpos};

use super::extracted::each_sentence;
use super::phrase::{member, without_phrases};
use super::statement::words;
use super::{
    Argument, ArgumentRole, Extracted, Phrase, Polarity, SentenceContext, Statement, variants,
};

/// Three slots of surface words.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// How sure the extractor is, between 0 and 1.
    pub confidence: f32,
    /// Who or what.
    pub subject: String,
    /// What is said of it.
    pub relation: String,
    /// To whom or what; empty only if the verb stands alone.
    pub object: String,
}

/// The facts of all statements that the text states outright, in the order of the text.
pub fn facts(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Fact> {
    let statements = extracted.statements.iter();
    let outright = statements.filter(|statement| statement.relation.implied.is_none());
    collect(extracted, lexicon, outright, NEAR)
}

/// As [`facts`], with those of [variants] and of statements whose relation is
/// [implied](super::Relation::implied), by sentence.
pub fn all_facts(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Fact> {
    let variants = variants(extracted, lexicon);
    let readings = variants.iter().map(|variant| &variant.statement);
    let mut statements: Vec<&Statement> = extracted.statements.iter().chain(readings).collect();
    statements.sort_by_key(|statement| statement.sentence);
    collect(extracted, lexicon, statements.into_iter(), NEAR_READINGS)
}

/// Among how many facts before it a fact is sought that says the same: a bound for sentences of any length.
const NEAR: usize = 40;
const NEAR_READINGS: usize = 400;

/// The facts of statements that come by sentence; of the same ones that stand `near` each other the first.
fn collect<'s>(
    extracted: &Extracted,
    lexicon: &Lexicon,
    statements: impl Iterator<Item = &'s Statement>,
    near: usize,
) -> Vec<Fact> {
    let mut statements = statements.peekable();
    let mut found: Vec<Fact> = Vec::new();
    each_sentence(&extracted.annotated, lexicon, |context| {
        while let Some(statement) =
            statements.next_if(|statement| statement.sentence == context.index)
        {
            for fact in of_statement(context, statement) {
                if !found
                    .iter()
                    .rev()
                    .take(near)
                    .any(|other| same(other, &fact))
                {
                    found.push(fact);
                }
            }
        }
    });
    found
}

fn same(one: &Fact, other: &Fact) -> bool {
    one.sentence == other.sentence
        && one.subject == other.subject
        && one.relation == other.relation
        && one.object == other.object
}

/// How much of a statement's confidence its facts have: the complete fact stands above its parts, which say nothing new.
const WHOLE: f32 = 1.0;
const PART: f32 = 0.6;
const NESTED: f32 = 0.4;

/// How deep facts are sought inside an object: *one of | the members of | the house*.
const DEPTH: usize = 2;

fn of_statement(context: &SentenceContext<'_>, statement: &Statement) -> Vec<Fact> {
    // A possessive pronoun names nobody.
    let possessive = context.token(statement.subject.head).xpos == Xpos::PrpPoss;
    if possessive {
        return Vec::new();
    }
    let mut found = Vec::new();
    for subject in split(context, &statement.subject) {
        let mut writer = Writer {
            context,
            subject: text(context, &subject.tokens),
            sure: statement.confidence,
            found: &mut found,
        };
        writer.statement(statement);
    }
    found
}

/// Writes the facts of one statement about one member of its subject.
struct Writer<'a, 'f> {
    context: &'a SentenceContext<'a>,
    subject: String,
    sure: f32,
    found: &'f mut Vec<Fact>,
}

impl Writer<'_, '_> {
    fn statement(&mut self, statement: &Statement) {
        let context = self.context;
        let mut relation = statement.relation.text(context.annotated);
        if hides_negation(context, statement) {
            relation = join("not", &relation);
        }
        let arguments: Vec<&Argument> = (statement.arguments.iter())
            .filter(|argument| is_quotable(context, argument))
            .collect();
        let slots = arguments.len() + usize::from(statement.object.is_some());
        let mut share = WHOLE;
        if slots > 1 {
            self.whole(&relation, statement.object.as_ref(), &arguments);
            share = PART;
        }
        let mut stem = relation;
        if let Some(object) = &statement.object {
            let members = split(context, object);
            for member in &members {
                self.fact(&stem, member, share);
            }
            if context.is_nominal(object.head) && !is_clause(context, object) {
                stem = join(&stem, &text(context, &head_words(context, &members[0])));
            }
        }
        let verb = statement.relation.phrase.head;
        let mut first = statement.object.is_none();
        for argument in arguments {
            let folded = join(&stem, &text(context, &argument.marker_tokens));
            let members = split(context, &argument.phrase);
            for member in &members {
                self.fact(&folded, member, share);
            }
            // A verb without an object needs its first phrase: *deals with cases | under | the act*.
            if first && argument.phrase.head > verb && argument.role != ArgumentRole::Time {
                first = false;
                stem = join(&folded, &text(context, &members[0].tokens));
            }
        }
    }

    /// The complete fact: all slots behind the relation in one object.
    fn whole(&mut self, relation: &str, object: Option<&Phrase>, arguments: &[&Argument]) {
        let mut relation = relation.to_owned();
        let mut tokens: Vec<usize> = object
            .map(|object| object.tokens.clone())
            .unwrap_or_default();
        for (place, argument) in arguments.iter().enumerate() {
            if place == 0 && object.is_none() {
                relation = join(&relation, &text(self.context, &argument.marker_tokens));
            } else {
                tokens.extend(&argument.marker_tokens);
            }
            tokens.extend(&argument.phrase.tokens);
        }
        tokens.sort_unstable();
        tokens.dedup();
        let object = text(self.context, &tokens);
        self.push(relation, object, WHOLE);
    }

    /// A fact, and those inside its object: *became | a founding justice …*, *became a founding justice of | the …*.
    fn fact(&mut self, relation: &str, object: &Phrase, share: f32) {
        self.push(
            relation.to_owned(),
            text(self.context, &object.tokens),
            share,
        );
        let mut open = vec![(relation.to_owned(), object.clone(), 0)];
        while let Some((relation, object, depth)) = open.pop() {
            if depth > 0 {
                let words = text(self.context, &object.tokens);
                self.push(relation.clone(), words, NESTED);
            }
            if depth < DEPTH
                && self.context.is_nominal(object.head)
                && !is_clause(self.context, &object)
            {
                let inner = nested(self.context, &relation, &object);
                open.extend(
                    inner
                        .into_iter()
                        .map(|(relation, object)| (relation, object, depth + 1)),
                );
            }
        }
    }

    fn push(&mut self, relation: String, object: String, share: f32) {
        self.found.push(Fact {
            sentence: self.context.index,
            confidence: self.sure * share,
            subject: self.subject.clone(),
            relation,
            object,
        });
    }
}

/// *Neither Israel nor Hamas accepted it*, *without asking Kabul*: whether the clause is negated by a word that stands in none
/// of its slots.
fn hides_negation(context: &SentenceContext<'_>, statement: &Statement) -> bool {
    let slots = [&statement.subject, &statement.relation.phrase];
    let own = |cue: usize| {
        let head = context.head(cue);
        slots.iter().any(|slot| head == Some(slot.head))
    };
    let shown = |cue: usize| {
        let mut slots = slots.into_iter().chain(&statement.object);
        slots.any(|slot| slot.tokens.contains(&cue))
    };
    let mut cues = statement.polarity_cues.iter();
    statement.polarity == Polarity::Negative && cues.any(|&cue| own(cue) && !shown(cue))
}

/// Whether the words are a clause with a subject of its own.
fn is_clause(context: &SentenceContext<'_>, phrase: &Phrase) -> bool {
    (context
        .tree
        .children_by(phrase.head, &[Deprel::Nsubj, Deprel::Cop, Deprel::Csubj]))
    .any(|child| phrase.tokens.binary_search(&child).is_ok())
}

/// Clauses and single adverbs make no facts of their own.
fn is_quotable(context: &SentenceContext<'_>, argument: &Argument) -> bool {
    !matches!(
        context.relation(argument.phrase.head),
        Deprel::Advcl | Deprel::Advmod
    )
}

fn join(first: &str, second: &str) -> String {
    format!("{first} {second}").trim().to_owned()
}

fn head_words(context: &SentenceContext<'_>, member: &Phrase) -> Vec<usize> {
    without_phrases(context, member.head).tokens
}

/// The facts inside a noun phrase: what its prepositional phrases add.
fn nested(context: &SentenceContext<'_>, relation: &str, object: &Phrase) -> Vec<(String, Phrase)> {
    let mut found = Vec::new();
    for child in context.tree.children_by(object.head, &[Deprel::Nmod]) {
        let marker = preposition(context.tree, child);
        let Some(&start) = marker.first() else {
            continue;
        };
        if child < object.head || !object.tokens.contains(&child) {
            continue;
        }
        let before: Vec<usize> = (object.tokens.iter().copied())
            .filter(|&token| token < start)
            .collect();
        let folded = join(relation, &text(context, &before));
        let folded = join(&folded, &text(context, &marker));
        for head in members(context.tree, context.words(), child) {
            found.push((folded.clone(), member(context, head)));
        }
    }
    found
}

/// The coordinated members of a noun phrase; any other phrase as it is.
pub(crate) fn split(context: &SentenceContext<'_>, phrase: &Phrase) -> Vec<Phrase> {
    let nominal = context.is_nominal(phrase.head)
        && !matches!(
            context.relation(phrase.head),
            Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        );
    if !nominal || is_relative(context.tree, phrase.head) {
        return vec![phrase.clone()];
    }
    let heads = members(context.tree, context.words(), phrase.head);
    if heads.len() == 1 {
        return vec![phrase.clone()];
    }
    heads
        .into_iter()
        .map(|head| member(context, head))
        .collect()
}

fn text(context: &SentenceContext<'_>, tokens: &[usize]) -> String {
    words(context.annotated, context.index, tokens)
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::fact_lines;

    #[test]
    fn each_argument_gives_a_fact_with_what_stands_before_it_in_the_relation() {
        let facts = fact_lines(
            "Guards guard NOUN NNS 2 nsubj
            chained chain VERB VBD 0 root
            him he PRON PRP 2 obj
            to to ADP IN 6 case
            a a DET DT 6 det
            pillar pillar NOUN NN 2 obl
            of of ADP IN 8 case
            marble marble NOUN NN 6 nmod",
        );
        assert_eq!(
            facts,
            [
                "Guards | chained | him to a pillar of marble",
                "Guards | chained | him",
                "Guards | chained him to | a pillar of marble",
                "Guards | chained him to a pillar of | marble",
            ]
        );
    }

    #[test]
    fn a_negation_outside_of_all_slots_is_told() {
        let facts = fact_lines(
            "Neither neither CCONJ CC 2 cc
            Kenya Kenya PROPN NNP 5 nsubj
            nor nor CCONJ CC 4 cc
            Uganda Uganda PROPN NNP 2 conj
            grows grow VERB VBZ 0 root
            tea tea NOUN NN 5 obj",
        );
        assert_eq!(
            facts,
            ["Kenya | not grows | tea", "Uganda | not grows | tea"]
        );
    }

    #[test]
    fn who_is_named_as_not_meant_takes_no_part() {
        let facts = fact_lines(
            "Kenya Kenya PROPN NNP 6 nsubj
            , , PUNCT , 4 punct
            not not PART RB 4 advmod
            Uganda Uganda PROPN NNP 1 conj
            , , PUNCT , 1 punct
            grows grow VERB VBZ 0 root
            tea tea NOUN NN 6 obj",
        );
        assert_eq!(facts, ["Kenya | grows | tea"]);
    }

    #[test]
    fn coordinated_subjects_and_objects_are_split() {
        let facts = fact_lines(
            "Kenya Kenya PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Uganda Uganda PROPN NNP 1 conj
            grow grow VERB VBP 0 root
            tea tea NOUN NN 4 obj
            and and CCONJ CC 7 cc
            coffee coffee NOUN NN 5 conj",
        );
        assert_eq!(
            facts,
            [
                "Kenya | grow | tea",
                "Kenya | grow | coffee",
                "Uganda | grow | tea",
                "Uganda | grow | coffee",
            ]
        );
    }

    #[test]
    fn what_the_text_leaves_unsaid_is_no_fact() {
        let facts = fact_lines(
            "Mayor mayor NOUN NN 2 nmod:desc
            Lind Lind PROPN NNP 3 nsubj
            resigned resign VERB VBD 0 root",
        );
        assert!(facts.is_empty(), "{facts:?}");
    }
}
