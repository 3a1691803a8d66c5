//! Pairs of nodes that may be the same actor, with reasons for and against.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::lexicon::{alike, name_key, sound};
use crate::merge::{Actor, Id};
use crate::text::ActorType;

/// Two actors that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duplicate {
    /// The one with more mentions.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// The reasons for it, the strongest first.
    pub reasons: Vec<String>,
    /// The reasons against it.
    pub against: Vec<String>,
    /// The strength of the reasons; pairs are sorted by it, descending.
    pub weight: u32,
}

/// Names that more actors than this have in common are no evidence.
const CROWD: usize = 40;

/// Pairs of actors that may be the same, the likeliest first. Actors of different kinds are paired only if they have
/// the same name: then a text was misread, or two things share the name.
///
/// ```
/// use actant::graph::Graph;
///
/// assert!(actant::query::duplicates(&Graph::default()).is_empty());
/// ```
pub fn duplicates(graph: &Graph) -> Vec<Duplicate> {
    let candidates: Vec<NamedActor<'_>> = graph
        .actors()
        .filter(|actor| !actor.thing && actor.named())
        .map(NamedActor::new)
        .collect();
    let mut found: Vec<Duplicate> = pairs(&candidates)
        .into_iter()
        .filter_map(|(one, other)| judge(graph, &candidates, one, other))
        .collect();
    let mentions = |id: &Id| graph.corpus().actor(id).map_or(0, Actor::mentions);
    found.sort_by_key(|duplicate| {
        let often = mentions(&duplicate.one) + mentions(&duplicate.other);
        let order = std::cmp::Reverse((duplicate.weight, often));
        (order, duplicate.one.clone(), duplicate.other.clone())
    });
    found
}

/// The weight of an identical name.
const SAME_NAME: u32 = 90;

/// The weight against two actors of different kinds.
const OTHER_KIND: u32 = 40;

/// Stands for all classes of actors.
const ANY: &str = "";

/// An actor with the parts of its name.
struct NamedActor<'g> {
    actor: &'g Actor,
    class: &'static str,
    /// The words of its name.
    words: Vec<String>,
    /// All its names, normalised, single words left out.
    keys: BTreeSet<String>,
    /// The name if it is an acronym; the initials of its capitalised words.
    acronym: Option<String>,
    initials: String,
}

impl<'g> NamedActor<'g> {
    fn new(actor: &'g Actor) -> Self {
        let name = actor.name();
        let key = name_key(name);
        let letters: String = name.chars().filter(|letter| *letter != '.').collect();
        let upper = letters.chars().all(char::is_uppercase);
        let capitals = name
            .split([' ', '-'])
            .filter_map(|word| word.chars().next());
        let aliases = actor
            .aliases()
            .into_iter()
            .map(|(alias, _)| name_key(alias));
        Self {
            actor,
            class: actor.kind().class(),
            words: key.split(' ').map(str::to_owned).collect(),
            keys: aliases.chain([key.clone()]).collect(),
            acronym: (upper && (2..=8).contains(&letters.len())).then_some(letters),
            initials: capitals.filter(|letter| letter.is_uppercase()).collect(),
        }
    }

    fn is_person(&self) -> bool {
        self.actor.kind() == ActorType::Person
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// The pairs that share any key, as indices, the smaller first.
fn pairs(candidates: &[NamedActor<'_>]) -> BTreeSet<(usize, usize)> {
    let mut groups: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let mut keys: BTreeSet<String> = candidate.keys.clone();
        keys.extend(candidate.words.iter().map(|word| sound(word)));
        for key in &candidate.keys {
            let group = groups.entry((ANY, key.clone())).or_default();
            group.push(index);
        }
        let letters = candidate.acronym.as_deref().unwrap_or(&candidate.initials);
        if letters.chars().count() > 1 {
            keys.insert(letters.to_owned());
        }
        for key in keys {
            groups
                .entry((candidate.class, key))
                .or_default()
                .push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for group in groups.values().filter(|group| group.len() <= CROWD) {
        for (at, &one) in group.iter().enumerate() {
            pairs.extend(group[at + 1..].iter().map(|&other| (one, other)));
        }
    }
    pairs
}

fn judge(
    graph: &Graph,
    candidates: &[NamedActor<'_>],
    one: usize,
    other: usize,
) -> Option<Duplicate> {
    let (one, other) = (&candidates[one], &candidates[other]);
    // The gazetteer knows both, so they are two.
    if one.actor.known.is_some() && other.actor.known.is_some() {
        return None;
    }
    let (mut weight, reason) = names(one, other).or_else(|| sole(candidates, one, other))?;
    let mut against = Vec::new();
    if one.class != other.class {
        if weight < SAME_NAME {
            return None;
        }
        weight -= OTHER_KIND;
        let kind = |candidate: &NamedActor<'_>| candidate.actor.kind().as_str().replace('_', " ");
        against.push(format!(
            "one is a {}, the other a {}",
            kind(one),
            kind(other)
        ));
    }
    let mut duplicate = Duplicate {
        one: one.actor.id.clone(),
        other: other.actor.id.clone(),
        reasons: vec![reason],
        against,
        weight,
    };
    if other.actor.mentions() > one.actor.mentions() {
        std::mem::swap(&mut duplicate.one, &mut duplicate.other);
    }
    contexts(graph, one.actor, other.actor, &mut duplicate);
    Some(duplicate)
}

/// The evidence of the two names alone.
fn names(one: &NamedActor<'_>, other: &NamedActor<'_>) -> Option<(u32, String)> {
    let shared = one.keys.intersection(&other.keys).next();
    if one.words == other.words {
        return Some((SAME_NAME, "the same name".to_owned()));
    }
    let pairs = || one.words.iter().zip(&other.words);
    if one.words.len() == other.words.len() && pairs().all(|(a, b)| alike(a, b)) {
        return Some((80, "two spellings".to_owned()));
    }
    if let Some(shared) = shared.filter(|shared| shared.contains(' ') || !one.is_person()) {
        return Some((70, format!("both are called `{shared}`")));
    }
    let (short, long) = if one.words.len() < other.words.len() {
        (one, other)
    } else {
        (other, one)
    };
    let mut rest = long.words.iter();
    let within = short
        .words
        .iter()
        .all(|word| rest.any(|other| alike(word, other)));
    let ends = alike(short.last(), long.last());
    if within && short.words.len() > 1 && (ends || !one.is_person()) {
        return Some((
            60,
            format!(
                "`{}` contains all words of `{}`",
                long.actor.name(),
                short.actor.name()
            ),
        ));
    }
    let text = |candidate: &NamedActor<'_>| candidate.words.join(" ");
    let (a, b) = (text(one), text(other));
    if a.len().min(b.len()) >= 8 && strsim::osa_distance(&a, &b) == 1 && !ends_otherwise(&a, &b) {
        return Some((50, "one letter differs".to_owned()));
    }
    None
}

/// Whether the names differ only in a last letter or a number, which often makes two names: `Petrov` and `Petrova`,
/// `Unit 7` and `Unit 8`.
fn ends_otherwise(one: &str, other: &str) -> bool {
    let digits = |name: &str| {
        name.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    digits(one) != digits(other) || one.starts_with(other) || other.starts_with(one)
}

/// The evidence of a surname or acronym that fits no other actor.
fn sole(
    candidates: &[NamedActor<'_>],
    one: &NamedActor<'_>,
    other: &NamedActor<'_>,
) -> Option<(u32, String)> {
    let (short, long) = if one.words.len() < other.words.len() {
        (one, other)
    } else {
        (other, one)
    };
    if let Some(acronym) = short
        .acronym
        .as_ref()
        .filter(|letters| **letters == long.initials)
    {
        let fitting = candidates.iter().filter(|other| {
            other.class == short.class && other.initials == *acronym && other.words.len() > 1
        });
        return (fitting.count() == 1)
            .then(|| (60, format!("`{acronym}` are the initials of no other name")));
    }
    let surname = short.is_person() && short.words.len() == 1 && long.words.len() > 1;
    if surname && alike(short.last(), long.last()) {
        let bearers = candidates.iter().filter(|other| {
            other.is_person() && other.words.len() > 1 && alike(other.last(), short.last())
        });
        return (bearers.count() == 1).then(|| {
            (
                40,
                format!("no other actor is called `{}`", short.actor.name()),
            )
        });
    }
    None
}

/// The evidence of titles, owners and documents.
fn contexts(graph: &Graph, one: &Actor, other: &Actor, duplicate: &mut Duplicate) {
    let (titles, others) = (one.titles(), other.titles());
    let mut shared = titles.intersection(&others);
    if let Some(title) = shared.next() {
        duplicate.weight += 10;
        duplicate.reasons.push(format!("both are {title}"));
    }
    match (one.belongs_to(), other.belongs_to()) {
        (Some(a), Some(b)) if a == b => {
            duplicate.weight += 10;
            duplicate
                .reasons
                .push(format!("both belong to {}", graph.name(a)));
        }
        (Some(a), Some(b)) => {
            duplicate.weight = duplicate.weight.saturating_sub(30);
            let (a, b) = (graph.name(a), graph.name(b));
            duplicate
                .against
                .push(format!("one belongs to {a}, the other to {b}"));
        }
        _ => {}
    }
    let mut common = one
        .seen
        .keys()
        .filter(|document| other.seen.contains_key(*document));
    if let Some(document) = common
        .next()
        .and_then(|document| graph.corpus().document(document))
    {
        duplicate.weight = duplicate.weight.saturating_sub(20);
        duplicate
            .against
            .push(format!("{} mentions both", document.file()));
    }
}
