//! What the words around one verb or noun say, the verbs above left aside.

use smol_str::{SmolStr, format_smolstr};

use crate::extract::SentenceContext;
use crate::extract::clause::subject::subject;
use crate::lexicon::{EventType, Frame, OBJECT, Operator};
use crate::syntax::{is_money, is_passive, noun_names, particle_to, relation_lemma};
use crate::text::Deprel;

use super::noun::{classes, names_and_classes, noun_frame, object, phrases};
use super::operator::apply;

/// What the words around one verb or noun say, the verbs above left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// The type of event, if it is one.
    pub(crate) event: Option<EventType>,
    /// The canonical key.
    pub(crate) key: SmolStr,
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
    if let Some(act) = purpose(context, head).or_else(|| paired(context, head, object, &phrases)) {
        return act;
    }
    let content = object.and_then(|object| noun_frame(context, object));
    let operated = frames.operator(&lemma).and_then(|operator| {
        // *meet in talks*, *gave $5 million in aid*: the act stands in the phrase.
        let gifts = &context.words().gift_prepositions;
        let sum = object.is_some_and(|object| is_money(context.tree, context.words(), object));
        let near = (phrases.iter())
            .filter(|(preposition, _)| object.is_none() || sum && gifts.has(preposition))
            .find_map(|&(_, noun)| noun_frame(context, noun));
        let content = content.or(near)?;
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
    let with_clause =
        has_content_clause(context, head).then(|| frames.verb(&format!("{lemma} that")));
    match with_clause.flatten().or_else(|| frames.verb(&lemma)) {
        Some(frame) => with_content(frame, content),
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
    if let Some(frame) = object.and_then(|object| with_phrase(context, verb, object, phrases)) {
        return Some(from(frame));
    }
    if let Some(frame) = object.and_then(|object| specific_noun(context, &lemma, object)) {
        return Some(from(frame));
    }
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
    // The more words a pair names, the more specific it is; a class is the least specific.
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
    let by_pair = pairs.iter().find_map(|pair| frames.pair(pair));
    let by_score = || {
        has_score(context, verb)
            .then(|| frames.with_score(&lemma))
            .flatten()
    };
    by_pair.or_else(by_score).map(from)
}

/// *launched a scathing attack*: the noun with its modifier has a frame, and the verb only says that it is done.
fn specific_noun<'a>(
    context: &SentenceContext<'a>,
    verb: &str,
    object: usize,
) -> Option<&'a Frame> {
    let frames = &context.lexicon.frames;
    frames
        .operator(verb)
        .filter(|operator| operator.is_light())?;
    let names = noun_names(context.tree, context.words(), object).into_iter();
    let mut modified = names.take_while(|name| name.contains(' '));
    let name = modified.find(|name| {
        frames.noun(name).is_some() || frames.pair(&format!("{verb} {name}")).is_some()
    })?;
    // A pair of verb and modified noun is more specific still.
    let pair = frames.pair(&format!("{verb} {name}"));
    pair.or_else(|| frames.noun(&name))
}

/// *open the border to refugees*, *return the mask to Chad*: object and preposition together mean something of their own.
fn with_phrase<'a>(
    context: &SentenceContext<'a>,
    verb: usize,
    object: usize,
    phrases: &[(String, usize)],
) -> Option<&'a Frame> {
    let lexicon = context.lexicon;
    let lemma = relation_lemma(context.tree, verb);
    if !lexicon.frames.is_transfer(&lemma) {
        return None;
    }
    let mut objects = names_and_classes(context, object);
    objects.push(format!("<{OBJECT}>"));
    let mut pairs = Vec::new();
    for object in &objects {
        for (preposition, noun) in phrases {
            let nouns = names_and_classes(context, *noun).into_iter();
            pairs.extend(nouns.map(|noun| format!("{lemma} {object} {preposition} {noun}")));
        }
        let bare = phrases.iter();
        pairs.extend(bare.map(|(preposition, _)| format!("{lemma} {object} {preposition}")));
    }
    pairs
        .iter()
        .find_map(|words| lexicon.frames.transfer(words))
}

/// *sent troops to help Chad*, *sent an envoy to negotiate*: the infinitive says what good the sending does. What is to be
/// looked into or seized there is no act towards the place.
fn purpose(context: &SentenceContext<'_>, verb: usize) -> Option<Act> {
    let lemma = relation_lemma(context.tree, verb);
    if context.lexicon.frames.operator(&lemma) != Some(Operator::Send) {
        return None;
    }
    let object = object(context, verb)?;
    let infinitives = [Deprel::Advcl, Deprel::Xcomp, Deprel::Acl];
    let beside = context.tree.children_by(verb, &infinitives);
    let below = context.tree.children_by(object, &infinitives);
    let mut purposes = beside
        .chain(below)
        .filter(|&clause| particle_to(context.tree, clause).is_some());
    let inner = act(context, purposes.next()?);
    let event = match inner.event? {
        event if event.is_cooperative() => Some(event),
        EventType::Accuse | EventType::Coerce => None,
        _ => return None,
    };
    let key = format_smolstr!("{lemma} {}", inner.key);
    Some(Act { event, key })
}

/// Who does what the verb says: its subject, or the agent of a passive.
fn active_subject(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    if is_passive(context.tree, verb) {
        let mut obliques = context.tree.children_by(verb, &[Deprel::Obl]);
        return obliques.find(|&noun| context.token(noun).deprel == Deprel::OblAgent);
    }
    subject(context, verb).map(|subject| subject.head)
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
    let event = match (operator, content.event) {
        // *demanded sanctions against Chad*: Chad is whom it is about, not who is asked.
        (Operator::Demand, Some(EventType::Sanction)) => Some(EventType::Accuse),
        (_, event) => apply(operator, event),
    };
    match operator {
        operator if operator.is_light() => from(content),
        _ => Act {
            event,
            key: format_smolstr!("{verb} {}", content.key),
        },
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

/// Whether the verb has a clause as its content: *protested that …*, *…, they protested*.
fn has_content_clause(context: &SentenceContext<'_>, verb: usize) -> bool {
    let below = context.tree.child(verb, Deprel::Ccomp).is_some();
    let above = context.head(verb).is_some_and(|above| above < verb);
    below || (context.relation(verb) == Deprel::Parataxis && above)
}
