//! Acts that are said with a noun: *Dar's visit to Kabul*, *support from China*, *relations between A and B*.

use crate::extract::clause::argument::{argument, arguments, is_time};
use crate::extract::clause::role::role;
use crate::extract::phrase::{marker_of, member, members, nominal};
use crate::extract::{
    Argument, ArgumentRole, Extractor, Phrase, Reason, Relation, Scene, Sink, Statement,
};
use crate::lexicon::EventNoun;
use crate::text::{Deprel, Upos};

/// Statements of nouns that stand for an act or a bond between actors.
#[derive(Debug, Clone, Copy, Default)]
pub struct EventNouns;

impl Extractor for EventNouns {
    fn name(&self) -> &'static str {
        "event_noun"
    }

    fn extract(&self, scene: &Scene<'_>, sink: &mut Sink) {
        for noun in 0..scene.sentence.tokens.len() {
            if scene.token(noun).upos == Upos::Noun
                && let Some(event) = scene.words().event_noun(scene.lemma(noun))
            {
                let found = if event.mutual {
                    mutual(scene, noun, event, self.name())
                } else {
                    act(scene, noun, event, self.name())
                };
                sink.report(noun, found);
            }
        }
    }

    fn steps(&self, _: &Scene<'_>, _: usize) -> Vec<String> {
        vec!["a noun that names an act or a bond".into()]
    }
}

/// The prepositional phrases on the noun: marker and noun.
fn phrases(scene: &Scene<'_>, noun: usize) -> Vec<(Vec<usize>, usize)> {
    let below = scene.tree.children_by(noun, &[Deprel::Nmod]);
    let marked = below.map(|child| (marker_of(scene, child), child));
    marked.filter(|(marker, _)| !marker.is_empty()).collect()
}

/// Whose act it is: a possessor, a name or demonym before the noun, or the noun after `by` or `from`.
fn doer(scene: &Scene<'_>, noun: usize, phrases: &[(Vec<usize>, usize)]) -> Option<usize> {
    let before = scene
        .tree
        .children_by(noun, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod]);
    let named = before.filter(|&child| {
        let possessor = scene.token(child).deprel == Deprel::NmodPoss;
        let name = scene.token(child).upos == Upos::Propn || scene.actor(child).is_some();
        child < noun && (name || possessor) && !is_time(scene, child)
    });
    named.into_iter().next().or_else(|| {
        phrases
            .iter()
            .find(|(marker, head)| {
                scene.words().doer_prepositions.has(&scene.lower(marker)) && !is_time(scene, *head)
            })
            .map(|&(_, head)| head)
    })
}

fn act(
    scene: &Scene<'_>,
    noun: usize,
    event: &EventNoun,
    extractor: &str,
) -> Result<Statement, Reason> {
    let phrases = phrases(scene, noun);
    let doer = doer(scene, noun, &phrases).ok_or(Reason::NoDoer)?;
    let done_to = phrases.iter().find(|(marker, head)| {
        let words = scene.lower(marker);
        *head != doer && event.prepositions.iter().any(|listed| **listed == *words)
    });
    let object = match done_to {
        Some(&(_, head)) => Some(nominal(scene, head)),
        None => helped(scene, noun),
    };
    if object.is_none() && phrases.iter().all(|&(_, head)| head == doer) {
        // Whose act it is says nothing by itself.
        return Err(Reason::OnlyDoer);
    }
    let mut arguments: Vec<Argument> = (phrases.iter())
        .filter(|(_, head)| Some(*head) != done_to.map(|&(_, head)| head) && *head != doer)
        .map(|(marker, head)| phrase_argument(scene, marker, *head))
        .collect();
    times(scene, noun, &mut arguments);
    let mut statement = statement(
        scene,
        noun,
        event,
        extractor,
        (nominal(scene, doer), object),
    );
    statement.arguments = arguments;
    Ok(statement)
}

/// When the act is: bare times beside the noun (*Monday's attack*, *the vote last week*), else those of a verb that says no more than that it
/// happens (*held talks on Monday*).
fn times(scene: &Scene<'_>, noun: usize, found: &mut Vec<Argument>) {
    let beside = (scene.tree).children_by(noun, &[Deprel::Nmod, Deprel::Compound, Deprel::Obl]);
    let bare = |child: usize| child < noun || marker_of(scene, child).is_empty();
    for time in beside.filter(|&child| bare(child) && is_time(scene, child)) {
        let phrase = nominal(scene, time);
        found.push(argument(scene, Vec::new(), phrase, ArgumentRole::Time));
    }
    let is_time = |argument: &Argument| argument.role == ArgumentRole::Time;
    let verb = scene.head(noun).filter(|&verb| {
        let slot = matches!(scene.relation(noun), Deprel::Obj | Deprel::Nsubj);
        slot && scene.is_verb(verb) && scene.lexicon.roles.is_occurrence(scene.lemma(verb))
    });
    if let Some(verb) = verb.filter(|_| !found.iter().any(is_time)) {
        let beside = arguments(scene, verb, None);
        found.extend(beside.into_iter().filter(is_time));
    }
}

/// *held talks with support from China*: the support goes to what the clause tells.
fn helped(scene: &Scene<'_>, noun: usize) -> Option<Phrase> {
    let marker = marker_of(scene, noun);
    let words = scene.lower(&marker);
    let with = scene.words().preposition(&words) == Some("company");
    let verb = scene.head(noun)?;
    if !with {
        return None;
    }
    let is_act = |act: &usize| scene.words().event_noun(scene.lemma(*act)).is_some();
    if !scene.is_verb(verb) {
        return Some(verb).filter(is_act).map(|act| member(scene, act));
    }
    let act = scene.tree.child(verb, Deprel::Obj).filter(is_act);
    // *With support from Iran, the rebels seized the town*: it goes to those who act.
    let doer = scene.tree.child(verb, Deprel::Nsubj);
    act.or(doer).map(|helped| member(scene, helped))
}

fn phrase_argument(scene: &Scene<'_>, marker: &[usize], head: usize) -> Argument {
    let role = role(scene, marker, head, false);
    argument(scene, marker.to_vec(), nominal(scene, head), role)
}

fn statement(
    scene: &Scene<'_>,
    noun: usize,
    event: &EventNoun,
    extractor: &str,
    ends: (Phrase, Option<Phrase>),
) -> Statement {
    let (subject, object) = ends;
    let relation = Relation {
        phrase: scene.phrase(vec![noun], noun),
        implied: Some(event.third_person.as_ref().into()),
        lemma: event.verb.as_ref().into(),
        ..Relation::default()
    };
    Statement::new(extractor, subject, relation, object)
}

/// *relations between A and B*, *A's talks with B*.
fn mutual(
    scene: &Scene<'_>,
    noun: usize,
    event: &EventNoun,
    extractor: &str,
) -> Result<Statement, Reason> {
    let phrases = phrases(scene, noun);
    let between = phrases.iter().find_map(|(marker, head)| {
        let ends = members(scene, *head);
        match ends[..] {
            [first, second] if scene.words().mutual_prepositions.has(&scene.lower(marker)) => {
                Some((first, second))
            }
            _ => None,
        }
    });
    let (first, second) = match between {
        Some(ends) => ends,
        None => {
            let first = doer(scene, noun, &phrases).ok_or(Reason::NoPartner)?;
            let with = phrases.iter().find(|(marker, head)| {
                let words = scene.lower(marker);
                *head != first && event.prepositions.iter().any(|listed| **listed == *words)
            });
            (first, with.ok_or(Reason::NoPartner)?.1)
        }
    };
    let mut arguments: Vec<Argument> = (phrases.iter())
        .filter(|(_, head)| *head != first && *head != second)
        .map(|(marker, head)| phrase_argument(scene, marker, *head))
        .filter(|argument| argument.role != ArgumentRole::Company)
        .collect();
    times(scene, noun, &mut arguments);
    let ends = (member(scene, first), Some(member(scene, second)));
    let mut statement = statement(scene, noun, event, extractor, ends);
    let implied = format!("{} with", event.third_person);
    statement.relation.implied = Some(implied.into());
    statement.arguments = arguments;
    Ok(statement)
}
