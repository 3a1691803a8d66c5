//! The canonical predicate of a statement: one key for all ways to say the same.
//!
//! In: a statement with its sentence. Out: [`Relation::predicate`](super::Relation::predicate), built from the frames
//! of the verb, its particle and preposition and its light object: *call for action*, *demand that action be taken*
//! and *urge steps* are all `demand action`. Verbs without a frame keep their lemma.

use smol_str::{SmolStr, format_smolstr};

use crate::lexicon::{EventType, Frame, FrameLexicon, Operator};
use crate::syntax::{
    conjunction, governors, is_passive, is_time, own_subject, preposition, relation_lemma,
};
use crate::text::{ActorType, Deprel, Xpos};

use super::{SentenceContext, Statement};

/// What the words around one verb or noun say, the verbs above left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// The type of event, if it is one.
    pub(crate) event: Option<EventType>,
    /// The canonical key.
    pub(crate) key: SmolStr,
}

/// Sets the key of the statement's relation.
pub(crate) fn fill(context: &SentenceContext<'_>, statement: &mut Statement) {
    let relation = &mut statement.relation;
    if relation.implied.is_some()
        && context
            .lexicon
            .frames
            .noun(context.lemma(relation.phrase.head))
            .is_none()
    {
        relation.predicate = relation.lemma.clone();
        return;
    }
    let head = relation.phrase.head;
    let mut key = String::new();
    for &governor in &governors(context.tree, context.words(), head) {
        let lemma = relation_lemma(context.tree, governor);
        if context.lexicon.frames.operator(&lemma) != Some(Operator::Do) {
            let frame = context.lexicon.frames.verb(&lemma);
            key.push_str(frame.map_or(lemma.as_str(), |frame| &frame.key));
            key.push(' ');
        }
    }
    key.push_str(&act(context, head).key);
    if context.token(head).upos == crate::text::Upos::Aux
        || context.is_nominal(head) && key.is_empty()
    {
        key = relation.lemma.to_string();
    }
    relation.predicate = key.into();
}

/// What the verb, adjective or noun at `head` says with its particle, prepositions and object.
pub(crate) fn act(context: &SentenceContext<'_>, head: usize) -> Act {
    let frames = &context.lexicon.frames;
    if context.is_nominal(head) {
        return match noun_frame(context, head) {
            Some(frame) => from(frame),
            None => plain(context.lemma(head)),
        };
    }
    let lemma = relation_lemma(context.tree, head);
    let phrases = phrases(context, head);
    let object = object(context, head);
    if let Some(act) = paired(context, head, object, &phrases) {
        return act;
    }
    let content = object.and_then(|object| noun_frame(context, object));
    let operated = frames.operator(&lemma).and_then(|operator| {
        let near = phrases
            .iter()
            .find_map(|&(_, noun)| noun_frame(context, noun));
        let content = content.or(if object.is_none() { near } else { None })?;
        let verb = frames
            .verb(&lemma)
            .map_or(lemma.as_str(), |frame| &frame.key);
        Some(operate(operator, verb, content))
    });
    if let Some(act) = operated {
        return act;
    }
    let with_preposition = phrases.iter().find_map(|(preposition, noun)| {
        let frame = frames.verb(&format!("{lemma} {preposition}"))?;
        Some((frame, noun_frame(context, *noun)))
    });
    if let Some((frame, content)) = with_preposition {
        return with_content(frame, content);
    }
    let told = tells(context, head).then(|| frames.verb(&format!("{lemma} that")));
    match told.flatten().or_else(|| frames.verb(&lemma)) {
        Some(frame) => with_content(frame, content.or_else(|| demanded(context, head))),
        None => plain(&lemma),
    }
}

/// *sign an agreement*, *go on strike*, *the quake hit*: the words together mean something of their own.
fn paired(
    context: &SentenceContext<'_>,
    verb: usize,
    object: Option<usize>,
    phrases: &[(String, usize)],
) -> Option<Act> {
    let frames = &context.lexicon.frames;
    let lemma = relation_lemma(context.tree, verb);
    let names = |noun: usize| names_and_classes(context, noun);
    let by_object = object.into_iter().flat_map(names);
    let by_object = by_object.map(|noun| format!("{lemma} {noun}"));
    let by_phrase = phrases.iter().flat_map(|(preposition, noun)| {
        let names = names(*noun).into_iter();
        let lemma = &lemma;
        names.map(move |noun| format!("{lemma} {preposition} {noun}"))
    });
    let is_class = |pair: &String| pair.contains('<');
    let (object_classes, object_words): (Vec<String>, Vec<String>) = by_object.partition(is_class);
    let (phrase_classes, phrase_words): (Vec<String>, Vec<String>) = by_phrase.partition(is_class);
    // The more words say what is meant, the more they tell; a class tells least.
    let mut pairs = [phrase_words, object_words, object_classes, phrase_classes].concat();
    let subject = active_subject(context, verb);
    for class in subject.map_or(Vec::new(), |subject| classes(context, subject)) {
        pairs.extend(
            phrases
                .iter()
                .map(|(word, _)| format!("{class} {lemma} {word}")),
        );
        pairs.push(format!("{class} {lemma}"));
    }
    pairs.extend(has_score(context, verb).then(|| format!("{lemma} <score>")));
    pairs.iter().find_map(|pair| frames.pair(pair).map(from))
}

/// Who does what the verb says: its subject, or the agent of a passive.
fn active_subject(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    if is_passive(context.tree, verb) {
        let mut obliques = context.tree.children_by(verb, &[Deprel::Obl]);
        return obliques.find(|&noun| context.token(noun).deprel == Deprel::OblAgent);
    }
    super::clause::subject::subject(context, verb).map(|subject| subject.head)
}

/// *beat them 3-1*
fn has_score(context: &SentenceContext<'_>, verb: usize) -> bool {
    let is_points = |side: &str| {
        (1..=3).contains(&side.len()) && side.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_score = |words: &str| {
        let sides = words.split_once(['-', '–']);
        sides.is_some_and(|(ours, theirs)| is_points(ours) && is_points(theirs))
    };
    // Tokenizers differ: *3-1* is one word or three.
    let below = context.tree.subtree(verb);
    let forms: Vec<&str> = (below.iter())
        .map(|&token| context.token(token).form.as_str())
        .collect();
    forms.iter().any(|form| is_score(form))
        || forms.windows(3).any(|three| is_score(&three.concat()))
}

/// *hold talks*, *lift a ban*, *refuse talks*: the verb does something to the act that its object names.
fn operate(operator: Operator, verb: &str, content: &Frame) -> Act {
    let event = apply(operator, content.event);
    match operator {
        Operator::Do => from(content),
        _ => Act {
            event,
            key: format_smolstr!("{verb} {}", content.key),
        },
    }
}

/// The type that an act gets from the verb above it.
pub(crate) fn apply(operator: Operator, act: Option<EventType>) -> Option<EventType> {
    match operator {
        Operator::Do => act,
        Operator::Undo => act.and_then(EventType::undone),
        Operator::Commit => Some(act.map_or(EventType::Agree, intended)),
        Operator::Intend => act.map(intended),
        Operator::Refuse => Some(EventType::Reject),
        Operator::Threaten => Some(EventType::Threaten),
        Operator::Demand => Some(EventType::Request),
        // Who fails to reach agreement has, for now, not agreed.
        Operator::Fail => act
            .filter(|act| act.is_cooperative())
            .map(|_| EventType::Reject),
    }
}

/// The type of an act that is announced: a cooperative one is agreement, a hostile one a threat.
pub(crate) fn intended(act: EventType) -> EventType {
    if act.is_hostile() {
        EventType::Threaten
    } else if act.is_cooperative() || act.is_yielding() {
        EventType::Agree
    } else {
        act
    }
}

fn from(frame: &Frame) -> Act {
    Act {
        event: frame.event,
        key: frame.key.clone(),
    }
}

fn plain(lemma: &str) -> Act {
    Act {
        event: None,
        key: lemma.into(),
    }
}

fn with_content(frame: &Frame, content: Option<&Frame>) -> Act {
    let key = match content {
        Some(content) => format_smolstr!("{} {}", frame.key, content.key),
        None => frame.key.clone(),
    };
    Act {
        event: frame.event,
        key,
    }
}

/// The noun that the verb acts on: its object, or the subject of a passive.
pub(crate) fn object(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    let object = context.tree.child(verb, Deprel::Obj);
    object.or_else(|| {
        let passive = is_passive(context.tree, verb);
        own_subject(context.tree, verb).filter(|_| passive)
    })
}

/// Whether a clause tells what is said: *protested that …*, *…, they protested*.
fn tells(context: &SentenceContext<'_>, verb: usize) -> bool {
    let below = context.tree.child(verb, Deprel::Ccomp).is_some();
    let above = context.head(verb).is_some_and(|above| above < verb);
    below || (context.relation(verb) == Deprel::Parataxis && above)
}

/// *demanded that action be taken*: the act that the content clause wants done.
fn demanded<'a>(context: &SentenceContext<'a>, verb: usize) -> Option<&'a Frame> {
    let clause = context.tree.child(verb, Deprel::Ccomp)?;
    let frames = &context.lexicon.frames;
    (frames.operator(&relation_lemma(context.tree, clause)) == Some(Operator::Do)).then_some(())?;
    noun_frame(context, object(context, clause)?)
}

/// The prepositional phrases of a verb: preposition and noun.
pub(crate) fn phrases(context: &SentenceContext<'_>, verb: usize) -> Vec<(String, usize)> {
    let obliques = context
        .tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl]);
    obliques
        .map(|noun| {
            let mut marker = preposition(context.tree, noun);
            // *pushed for Oslo to leave*
            marker
                .extend(conjunction(context.tree, noun).filter(|_| marker_is_free(context, noun)));
            (context.lower(&marker), noun)
        })
        .filter(|&(ref marker, noun)| {
            !marker.is_empty() && !is_time(context.tree, context.words(), noun)
        })
        .collect()
}

/// Whether the clause has a subject of its own and no preposition.
fn marker_is_free(context: &SentenceContext<'_>, clause: usize) -> bool {
    own_subject(context.tree, clause).is_some() && preposition(context.tree, clause).is_empty()
}

/// The frame of a noun of an act, with the word before it if the two have a frame of their own.
fn noun_frame<'a>(context: &SentenceContext<'a>, noun: usize) -> Option<&'a Frame> {
    if !context.is_nominal(noun) {
        return None;
    }
    let frames: &'a FrameLexicon = &context.lexicon.frames;
    let names = noun_names(context, noun).into_iter();
    names.into_iter().find_map(|name| frames.noun(&name))
}

/// The noun's lemma, before it the same after each word that it has before it: `air strike`, `strike`.
pub(crate) fn noun_names(context: &SentenceContext<'_>, noun: usize) -> Vec<String> {
    let lemma = context.lemma(noun).to_lowercase();
    let before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    let mut names: Vec<String> = before
        .map(|word| format!("{} {lemma}", context.lemma(word).to_lowercase()))
        .collect();
    // *a state of emergency*
    let of = context
        .tree
        .children_by(noun, &[Deprel::Nmod])
        .find(|&inner| {
            let marker = preposition(context.tree, inner);
            context
                .words()
                .whole_prepositions
                .has(&context.lower(&marker))
        });
    names.extend(of.map(|inner| {
        let marker = context.lower(&preposition(context.tree, inner));
        format!("{lemma} {marker} {}", context.lemma(inner).to_lowercase())
    }));
    // *a series of attacks*, *a round of talks*: the act stands behind.
    if context.words().container_nouns.has(&lemma)
        && let Some(inner) = context.tree.child(noun, Deprel::Nmod)
    {
        names.extend(noun_names(context, inner));
    }
    // *troops*, *talks*: some plurals keep their form.
    let singular = (lemma.strip_suffix('s'))
        .filter(|stem| context.token(noun).xpos == Xpos::Nns && !stem.ends_with('s'))
        .map(str::to_owned);
    names.push(lemma);
    names.extend(singular);
    names
}

/// The names of the noun, then its classes as pairs name them: `<law>`.
fn names_and_classes(context: &SentenceContext<'_>, noun: usize) -> Vec<String> {
    let mut names = noun_names(context, noun);
    names.extend(classes(context, noun));
    names
}

/// The classes of the noun, and of the actor that it stands for.
fn classes(context: &SentenceContext<'_>, noun: usize) -> Vec<String> {
    let frames = &context.lexicon.frames;
    let names = noun_names(context, noun);
    let mut found: Vec<&str> = (names.iter())
        .flat_map(|name| frames.classes(name))
        .map(SmolStr::as_str)
        .collect();
    let actor = context.actor(noun);
    let actor = actor.and_then(|actor| context.annotated.actors.get(actor));
    found.extend(actor.and_then(|actor| match actor.kind {
        ActorType::Person => Some("person"),
        ActorType::State => Some("state"),
        ActorType::Group | ActorType::ArmedGroup => Some("group"),
        ActorType::Place | ActorType::Other => None,
        _ => Some("organisation"),
    }));
    let found = found.into_iter().map(|class| format!("<{class}>"));
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::extracted;

    fn predicates(rows: &str) -> Vec<String> {
        let extracted = extracted(rows);
        let keys = extracted.statements.iter();
        keys.map(|statement| statement.relation.predicate.to_string())
            .collect()
    }

    #[test]
    fn ways_to_demand_action_have_one_key() {
        let call = "Oslo Oslo PROPN NNP 2 nsubj
            called call VERB VBD 0 root
            for for ADP IN 4 case
            action action NOUN NN 2 obl
            against against ADP IN 6 case
            smugglers smuggler NOUN NNS 4 nmod";
        let urge = "Oslo Oslo PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            steps step NOUN NNS 2 obj
            against against ADP IN 5 case
            smugglers smuggler NOUN NNS 3 nmod";
        let demand = "Oslo Oslo PROPN NNP 2 nsubj
            demanded demand VERB VBD 0 root
            that that SCONJ IN 6 mark
            action action NOUN NN 6 nsubj:pass
            be be AUX VB 6 aux:pass
            taken take VERB VBN 2 ccomp";
        for rows in [call, urge, demand] {
            assert!(
                predicates(rows).contains(&"demand action".to_owned()),
                "{:?}",
                predicates(rows)
            );
        }
    }

    #[test]
    fn a_class_of_nouns_changes_what_a_verb_means() {
        for (noun, key) in [("rebels", "kill"), ("bill", "reject")] {
            let lemma = noun.trim_end_matches('s');
            let rows = format!(
                "Senators senator NOUN NNS 2 nsubj
                killed kill VERB VBD 0 root
                the the DET DT 4 det
                {noun} {lemma} NOUN NN 2 obj"
            );
            assert_eq!(predicates(&rows), [key], "{noun}");
        }
    }

    #[test]
    fn a_light_verb_leaves_the_key_to_its_noun_and_others_keep_their_lemma() {
        let rows = "Envoys envoy NOUN NNS 2 nsubj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 2 obj";
        assert!(
            predicates(rows).contains(&"talk".to_owned()),
            "{:?}",
            predicates(rows)
        );
        let rows = "Envoys envoy NOUN NNS 2 nsubj
            whistled whistle VERB VBD 0 root
            tunes tune NOUN NNS 2 obj";
        assert_eq!(predicates(rows), ["whistle"]);
    }
}
