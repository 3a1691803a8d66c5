//! Acts that are said with a noun: *Dar's visit to Kabul*, *support from China*, *relations between A and B*.

use crate::extract::clause::argument::{argument, arguments};
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
fn doer(
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
                    .doer_prepositions
                    .has(&context.lower(marker))
                    && !is_time(context.tree, context.words(), *head)
            })
            .map(|&(_, head)| head)
    })
}

fn act(context: &SentenceContext<'_>, noun: usize, event: &EventNoun) -> Result<Statement, Reason> {
    let phrases = phrases(context, noun);
    let doer = doer(context, noun, &phrases).ok_or(Reason::NoDoer)?;
    let done_to = phrases.iter().find(|(marker, head)| {
        let words = context.lower(marker);
        *head != doer && event.prepositions.iter().any(|listed| **listed == *words)
    });
    let object = match done_to {
        Some(&(_, head)) => Some(nominal(context, head)),
        None => helped(context, noun),
    };
    if object.is_none() && phrases.iter().all(|&(_, head)| head == doer) {
        // Whose act it is says nothing by itself.
        return Err(Reason::OnlyDoer);
    }
    let mut arguments: Vec<Argument> = (phrases.iter())
        .filter(|(_, head)| Some(*head) != done_to.map(|&(_, head)| head) && *head != doer)
        .map(|(marker, head)| phrase_argument(context, marker, *head))
        .collect();
    times(context, noun, &mut arguments);
    let mut statement = statement(context, noun, event, (nominal(context, doer), object));
    statement.arguments = arguments;
    Ok(statement)
}

/// When the act is: bare times beside the noun (*Monday's attack*, *the vote last week*), else those of a verb that says no more than that it
/// happens (*held talks on Monday*).
fn times(context: &SentenceContext<'_>, noun: usize, found: &mut Vec<Argument>) {
    let beside = (context.tree).children_by(noun, &[Deprel::Nmod, Deprel::Compound, Deprel::Obl]);
    let bare = |child: usize| child < noun || preposition(context.tree, child).is_empty();
    for time in beside.filter(|&child| bare(child) && is_time(context.tree, context.words(), child))
    {
        let phrase = nominal(context, time);
        found.push(argument(context, Vec::new(), phrase, ArgumentRole::Time));
    }
    let is_time = |argument: &Argument| argument.role == ArgumentRole::Time;
    let verb = context.head(noun).filter(|&verb| {
        let slot = matches!(context.relation(noun), Deprel::Obj | Deprel::Nsubj);
        slot && context.is_verb(verb) && context.lexicon.roles.is_occurrence(context.lemma(verb))
    });
    if let Some(verb) = verb.filter(|_| !found.iter().any(is_time)) {
        let beside = arguments(context, verb, None);
        found.extend(beside.into_iter().filter(is_time));
    }
}

/// *held talks with support from China*: the support goes to what the clause tells.
fn helped(context: &SentenceContext<'_>, noun: usize) -> Option<Phrase> {
    let marker = preposition(context.tree, noun);
    let words = context.lower(&marker);
    let with = context.words().preposition(&words) == Some(ArgumentRole::Company);
    let verb = context.head(noun)?;
    if !with {
        return None;
    }
    let is_act = |act: &usize| context.words().event_noun(context.lemma(*act)).is_some();
    if !context.is_verb(verb) {
        return Some(verb).filter(is_act).map(|act| member(context, act));
    }
    let act = context.tree.child(verb, Deprel::Obj).filter(is_act);
    // *With support from Iran, the rebels seized the town*: it goes to those who act.
    let doer = context.tree.child(verb, Deprel::Nsubj);
    act.or(doer).map(|helped| member(context, helped))
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
            let first = doer(context, noun, &phrases).ok_or(Reason::NoPartner)?;
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
