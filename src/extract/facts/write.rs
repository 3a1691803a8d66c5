//! Writes the facts of one statement.

use crate::extract::phrase::{member, without_phrases};
use crate::extract::statement::words;
use crate::extract::{Argument, ArgumentRole, Phrase, Polarity, SentenceContext, Statement};
use crate::lexicon::Implied;
use crate::syntax::{members, preposition};
use crate::text::{Deprel, Xpos};

use super::fact::Fact;
use super::member::split;

/// How much of a statement's confidence its facts have: the complete fact stands above its parts, which say nothing new.
const WHOLE: f32 = 1.0;

const PART: f32 = 0.6;

const NESTED: f32 = 0.4;

/// How deep facts are sought inside an object: *one of | the members of | the house*.
const DEPTH: usize = 2;

pub(super) fn of_statement(context: &SentenceContext<'_>, statement: &Statement) -> Vec<Fact> {
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
            let (not, _) = context.words().implied(Implied::Negation);
            relation = join(not, &relation);
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

fn text(context: &SentenceContext<'_>, tokens: &[usize]) -> String {
    words(context.annotated, context.index, tokens)
}
