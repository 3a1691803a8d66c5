//! Acts that are said with a noun: *Dar's visit to Kabul*, *support from China*, *relations between A and B*.

use crate::extract::clause::argument::argument;
use crate::extract::clause::role::role;
use crate::extract::phrase::{member, nominal};
use crate::extract::{
    Argument, ArgumentRole, Extractor, Phrase, Reason, Relation, SentenceContext, Sink, Statement,
    StatementKind,
};
use crate::lexicon::{EventNoun, Implied};
use crate::syntax::{is_time, members, preposition};
use crate::text::{Deprel, Upos};

/// Statements of nouns that stand for an act or a bond between actors.
#[derive(Debug, Clone, Copy, Default)]
pub struct EventNouns;

impl Extractor for EventNouns {
    fn kind(&self) -> StatementKind {
        StatementKind::EventNoun
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for noun in 0..context.sentence.tokens.len() {
            if context.token(noun).upos == Upos::Noun
                && let Some(event) = context.words().event_noun(context.lemma(noun))
            {
                let found = if event.mutual {
                    mutual(context, noun, event)
                } else {
                    act(context, noun, event)
                };
                sink.report(noun, found);
            }
        }
    }

    fn steps(&self, _: &SentenceContext<'_>, _: usize) -> Vec<String> {
        vec!["a noun that names an act or a bond".into()]
    }
}

/// The prepositional phrases on the noun: marker and noun.
fn phrases(context: &SentenceContext<'_>, noun: usize) -> Vec<(Vec<usize>, usize)> {
    let below = context.tree.children_by(noun, &[Deprel::Nmod]);
    let marked = below.map(|child| (preposition(context.tree, child), child));
    marked.filter(|(marker, _)| !marker.is_empty()).collect()
}

/// Whose act it is: a possessor, a name or demonym before the noun, or the noun after `by` or `from`.
fn agent(
    context: &SentenceContext<'_>,
    noun: usize,
    phrases: &[(Vec<usize>, usize)],
) -> Option<usize> {
    let before = context
        .tree
        .children_by(noun, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod]);
    let named = before.filter(|&child| {
        let possessor = context.token(child).deprel == Deprel::NmodPoss;
        let name = context.token(child).upos == Upos::Propn || context.actor(child).is_some();
        child < noun && (name || possessor) && !is_time(context.tree, context.words(), child)
    });
    named.into_iter().next().or_else(|| {
        phrases
            .iter()
            .find(|(marker, head)| {
                context
                    .words()
                    .agent_prepositions
                    .has(&context.lower(marker))
                    && !is_time(context.tree, context.words(), *head)
            })
            .map(|&(_, head)| head)
    })
}

fn act(context: &SentenceContext<'_>, noun: usize, event: &EventNoun) -> Result<Statement, Reason> {
    let phrases = phrases(context, noun);
    let agent = agent(context, noun, &phrases).ok_or(Reason::NoAgent)?;
    let undergoer = phrases.iter().find(|(marker, head)| {
        let words = context.lower(marker);
        *head != agent && event.prepositions.iter().any(|listed| **listed == *words)
    });
    let object = match undergoer {
        Some(&(_, head)) => Some(nominal(context, head)),
        None => helped(context, noun),
    };
    if object.is_none() && phrases.iter().all(|&(_, head)| head == agent) {
        // Whose act it is says nothing by itself.
        return Err(Reason::OnlyAgent);
    }
    let mut arguments: Vec<Argument> = (phrases.iter())
        .filter(|(_, head)| Some(*head) != undergoer.map(|&(_, head)| head) && *head != agent)
        .map(|(marker, head)| phrase_argument(context, marker, *head))
        .collect();
    times(context, noun, &mut arguments);
    let mut statement = statement(context, noun, event, (nominal(context, agent), object));
    statement.arguments = arguments;
    Ok(statement)
}

/// The times of the act: bare times beside the noun (*Monday's attack*, *the vote last week*).
fn times(context: &SentenceContext<'_>, noun: usize, found: &mut Vec<Argument>) {
    let beside = (context.tree).children_by(noun, &[Deprel::Nmod, Deprel::Compound, Deprel::Obl]);
    let bare = |child: usize| child < noun || preposition(context.tree, child).is_empty();
    for time in beside.filter(|&child| bare(child) && is_time(context.tree, context.words(), child))
    {
        let phrase = nominal(context, time);
        found.push(argument(context, Vec::new(), phrase, ArgumentRole::Time));
    }
}

/// *held talks with support from China*: the support goes to the act of the clause.
fn helped(context: &SentenceContext<'_>, noun: usize) -> Option<Phrase> {
    let marker = preposition(context.tree, noun);
    let words = context.lower(&marker);
    let with = context.words().preposition(&words) == Some(ArgumentRole::Company);
    let verb = context.head(noun)?;
    if !with {
        return None;
    }
    let is_act = |act: &usize| context.words().event_noun(context.lemma(*act)).is_some();
    let act = if context.is_verb(verb) {
        context.tree.child(verb, Deprel::Obj)
    } else {
        Some(verb)
    };
    act.filter(is_act).map(|act| member(context, act))
}

fn phrase_argument(context: &SentenceContext<'_>, marker: &[usize], head: usize) -> Argument {
    let role = role(context, marker, head, false);
    argument(context, marker.to_vec(), nominal(context, head), role)
}

fn statement(
    context: &SentenceContext<'_>,
    noun: usize,
    event: &EventNoun,
    ends: (Phrase, Option<Phrase>),
) -> Statement {
    let (subject, object) = ends;
    let relation = Relation {
        phrase: context.phrase(vec![noun], noun),
        implied: Some(event.third_person.as_ref().into()),
        lemma: event.verb.as_ref().into(),
        ..Relation::default()
    };
    Statement::new(StatementKind::EventNoun, subject, relation, object)
}

/// *relations between A and B*, *A's talks with B*.
fn mutual(
    context: &SentenceContext<'_>,
    noun: usize,
    event: &EventNoun,
) -> Result<Statement, Reason> {
    let phrases = phrases(context, noun);
    let between = phrases.iter().find_map(|(marker, head)| {
        let ends = members(context.tree, context.words(), *head);
        match ends[..] {
            [first, second]
                if context
                    .words()
                    .mutual_prepositions
                    .has(&context.lower(marker)) =>
            {
                Some((first, second))
            }
            _ => None,
        }
    });
    let (first, second) = match between {
        Some(ends) => ends,
        None => {
            let first = agent(context, noun, &phrases).ok_or(Reason::NoPartner)?;
            let with = phrases.iter().find(|(marker, head)| {
                let words = context.lower(marker);
                *head != first && event.prepositions.iter().any(|listed| **listed == *words)
            });
            (first, with.ok_or(Reason::NoPartner)?.1)
        }
    };
    let mut arguments: Vec<Argument> = (phrases.iter())
        .filter(|(_, head)| *head != first && *head != second)
        .map(|(marker, head)| phrase_argument(context, marker, *head))
        .filter(|argument| argument.role != ArgumentRole::Company)
        .collect();
    times(context, noun, &mut arguments);
    let ends = (member(context, first), Some(member(context, second)));
    let mut statement = statement(context, noun, event, ends);
    let (with, _) = context.words().implied(Implied::Mutual);
    let implied = format!("{} {with}", event.third_person);
    statement.relation.implied = Some(implied.into());
    statement.arguments = arguments;
    Ok(statement)
}
