//! Scores of states and other bodies as antecedents of *it* and *they*.
//!
//! In news, states and other bodies act as people do elsewhere, and no corpus of news has the antecedents of these
//! pronouns; the scorer has learned nothing of them. So their score is a sum of weights set by hand, see [`Score`]. The
//! candidate with the highest score wins, of equals the nearest.

use crate::annotate::MentionKind;
use crate::annotate::coreference::profile::Profile;
use crate::lexicon::ActorPronoun;
use crate::text::{ActorType, Deprel, Tree};

use super::binding::same_clause;
use super::filter::REACH;
use super::function::Function;
use super::instance::PronounInstance;

/// The weights.
struct Score;

impl Score {
    /// By the distance in sentences.
    const DISTANCE: [f32; REACH + 1] = [3.0, 2.2, 1.2, 0.5, 0.0];
    const SUBJECT: f32 = 1.1;
    const OBJECT: f32 = 0.6;
    const POSSESSOR: f32 = 0.6;
    /// It has the same function as the pronoun.
    const PARALLEL: f32 = 0.6;
    /// It is the subject of the clause that the pronoun's noun is part of: *Ann sold her car*.
    const OWN_CLAUSE: f32 = 1.6;
    const NAME: f32 = 1.1;
    /// It is the first of several states that *they* may mean together.
    const LIST: f32 = 1.8;
    const PRONOUN: f32 = 0.5;
    /// The same pronoun meant it before.
    const SAME_PRONOUN: f32 = 0.8;
    /// For each mention of it so far, on a logarithmic scale.
    const SALIENCE: f32 = 0.5;
    /// For each mention in between.
    const BETWEEN: f32 = -0.1;
    /// It stands behind the pronoun.
    const BEHIND: f32 = -0.8;
    /// A candidate with a lower score is no antecedent.
    const LEAST: f32 = 1.0;
}

/// The candidate with the highest score.
pub(super) fn best(instance: &PronounInstance<'_, '_>) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for &candidate in instance.candidates {
        if let Some(score) = score(instance, candidate)
            && score >= Score::LEAST
            && best.is_none_or(|(most, _)| score > most)
        {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The score of a candidate; `None` if it is no antecedent.
fn score(instance: &PronounInstance<'_, '_>, candidate: usize) -> Option<f32> {
    let context = instance.context;
    let this = &context.mentions[instance.mention].mention;
    let other = &context.mentions[candidate].mention;
    let profile = Profile::new(context, instance.table, candidate);
    let (tree, there) = (context.tree(instance.mention), context.tree(candidate));
    let own = Function::of(tree, this.head);
    let function = Function::of(there, other.head);
    // *it* to which something is done is no state that acts: *Chad spoke a week after Niger withdrew from it*.
    let acted_on =
        matches!(own, Function::Object | Function::Oblique) && function == Function::Subject;
    let state = profile.kind == ActorType::State;
    if instance.pronoun.thing && acted_on && state {
        return None;
    }
    let mut score = agreement(&profile, &instance.pronoun)?;
    let distance = this.sentence.abs_diff(other.sentence);
    score += Score::DISTANCE[distance.min(REACH)];
    if distance == 0 {
        let reflexive = instance.pronoun.reflexive;
        if is_argument_beside(tree, this.head, other.head, reflexive) {
            return None;
        }
        if matches!(function, Function::Subject | Function::Object)
            && same_clause(tree, this.head, other.head)
        {
            score += Score::OWN_CLAUSE;
        }
    }
    score += match function {
        Function::Subject => Score::SUBJECT,
        Function::Object => Score::OBJECT,
        Function::Possessor => Score::POSSESSOR,
        Function::Oblique | Function::Other => 0.0,
    };
    if own == function && own != Function::Other {
        score += Score::PARALLEL;
    }
    if instance.pronoun.plural && state && there.child(other.head, Deprel::Conj).is_some() {
        score += Score::LIST;
    }
    score += match instance.mention.checked_sub(candidate + 1) {
        Some(between) => Score::BETWEEN * between as f32,
        None => Score::BEHIND,
    };
    Some(score + salience(instance, candidate))
}

/// What the mention and its entity add to the score.
fn salience(instance: &PronounInstance<'_, '_>, candidate: usize) -> f32 {
    let found = &instance.context.mentions[candidate];
    let entity = found.mention.actor;
    let named = entity.is_some_and(|entity| instance.table.entities[entity].named);
    let mut score = match found.mention.kind {
        MentionKind::Name => Score::NAME,
        MentionKind::Pronoun => Score::PRONOUN,
        // `the Taliban leadership` is as good as a name.
        MentionKind::Nominal if named => Score::NAME,
        MentionKind::Nominal => 0.0,
    };
    if found.lemma == instance.context.mentions[instance.mention].lemma {
        score += Score::SAME_PRONOUN;
    }
    if let Some(entity) = entity {
        let count = instance.read.history.count(entity);
        score += Score::SALIENCE * libm::logf(1.0 + count as f32);
    }
    score
}

/// How well an entity agrees with *it* or *they*; `None` if it does not.
fn agreement(profile: &Profile, pronoun: &ActorPronoun) -> Option<f32> {
    if pronoun.thing {
        return Some(match profile.kind {
            ActorType::Other => 0.0,
            ActorType::Place => -0.4,
            _ => 0.5,
        });
    }
    Some(match (profile.plural, profile.human) {
        (true, true) => 1.2,
        (true, false) => 0.6,
        (false, _) if profile.kind == ActorType::State => -4.0,
        (false, _) if profile.collective => -0.4,
        (false, true) if profile.sex.is_some() => -4.0,
        (false, true) => -2.0,
        (false, false) => return None,
    })
}

/// Whether the pronoun is inside the candidate's phrase, or both are arguments of one word, unless it is reflexive.
fn is_argument_beside(tree: &Tree<'_>, pronoun: usize, candidate: usize, reflexive: bool) -> bool {
    const ARGUMENTS: [Deprel; 5] = [
        Deprel::Nsubj,
        Deprel::Obj,
        Deprel::Iobj,
        Deprel::Obl,
        Deprel::Nmod,
    ];
    let (node, other) = (tree.token(pronoun), tree.token(candidate));
    let arguments =
        node.is_any(&ARGUMENTS) && node.deprel != Deprel::NmodPoss && other.is_any(&ARGUMENTS);
    let together = node.head.is_some() && node.head == other.head && arguments;
    tree.is_under(pronoun, candidate) || together && !reflexive
}
