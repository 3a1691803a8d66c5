//! What speaks for those whom `it` and `they` may mean.
//!
//! States and other bodies act in news as people do elsewhere, and no corpus of news tells whom these pronouns mean; so for
//! bodies nothing is learned. Every mention of the last sentences that agrees in number and animacy is a candidate, unless
//! grammar rules it out. Its score adds up what speaks for it – see [`Score`]; the highest one wins, of equals the nearest.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::ActorPronoun;
use crate::text::{ActorType, Deprel, EntityType, Tree};

use super::candidate::{History, Place, Profile, is_pronoun, place};
use super::rule::{announces, same_clause};

/// How many sentences back a pronoun is followed.
const REACH: usize = 4;

/// What speaks for a candidate.
struct Score;

impl Score {
    /// By how many sentences back it stands.
    const DISTANCE: [f32; REACH + 1] = [3.0, 2.2, 1.2, 0.5, 0.0];
    const SUBJECT: f32 = 1.1;
    const OBJECT: f32 = 0.6;
    const POSSESSOR: f32 = 0.6;
    /// It does in its clause what the pronoun does.
    const PARALLEL: f32 = 0.6;
    /// It is the subject of the clause that the pronoun's noun is part of: `Ann sold her car`.
    const OWN_CLAUSE: f32 = 1.6;
    const NAME: f32 = 1.1;
    /// It is the first of several states that `they` may mean together.
    const LIST: f32 = 1.8;
    const PRONOUN: f32 = 0.5;
    /// The same pronoun meant it before.
    const SAME_PRONOUN: f32 = 0.8;
    /// For each time it was mentioned, on a logarithmic scale.
    const SALIENCE: f32 = 0.5;
    /// Its sex is known and is that of the pronoun.
    const SEX: f32 = 0.7;
    /// For each mention that stands between.
    const BETWEEN: f32 = -0.1;
    /// It stands behind the pronoun.
    const BEHIND: f32 = -0.8;
    /// Less is no antecedent at all.
    const LEAST: f32 = 1.0;
}

/// Whom the pronoun means, if anybody speaks for it.
pub(super) fn best(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
    pronoun: &ActorPronoun,
) -> Option<usize> {
    let sentence = context.found[mention].mention.sentence;
    let mut best: Option<(f32, usize)> = None;
    let mut consider = |candidate: usize, extra: f32| {
        if let Some(score) = score(context, table, history, mention, candidate, pronoun) {
            let score = score + extra;
            if score >= Score::LEAST && best.is_none_or(|(least, _)| score > least) {
                best = Some((score, candidate));
            }
        }
    };
    for (between, candidate) in history.back(context, sentence, REACH).enumerate() {
        consider(candidate, Score::BETWEEN * between as f32);
    }
    let behind = (mention + 1..context.found.len())
        .take_while(|&other| context.found[other].mention.sentence == sentence);
    for candidate in behind {
        if announces(context, mention, candidate) {
            consider(candidate, Score::BEHIND);
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn score(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
    candidate: usize,
    pronoun: &ActorPronoun,
) -> Option<f32> {
    if context.found[candidate].mention.entity == EntityType::Date {
        return None;
    }
    let profile = Profile::new(context, table, candidate);
    let agreement = agreement(&profile, pronoun)?;
    let found = &context.found[candidate];
    let this = &context.found[mention].mention;
    if found.pronoun.is_some_and(|other| other.person != 3)
        || (is_pronoun(context, candidate) && found.mention.actor.is_none())
    {
        return None;
    }
    let tree = context.tree(mention);
    let distance = this.sentence.abs_diff(found.mention.sentence);
    let here = place(tree, this.head);
    let there = place(context.tree(candidate), found.mention.head);
    let mut score = agreement + Score::DISTANCE[distance.min(REACH)];
    if distance == 0 {
        let subject = found.mention.head;
        if ruled_out(tree, this.head, subject, pronoun.reflexive) {
            return None;
        }
        if matches!(there, Place::Subject | Place::Object) && same_clause(tree, this.head, subject)
        {
            score += Score::OWN_CLAUSE;
        }
    }
    score += match there {
        Place::Subject => Score::SUBJECT,
        Place::Object => Score::OBJECT,
        Place::Possessor => Score::POSSESSOR,
        Place::Oblique | Place::Other => 0.0,
    };
    if here == there && here != Place::Other {
        score += Score::PARALLEL;
    }
    // `it` to which something is done is no state that acts: `Chad spoke a week after Niger withdrew from it`.
    let acted_on = matches!(here, Place::Object | Place::Oblique) && there == Place::Subject;
    if pronoun.thing && acted_on && profile.kind == ActorType::State {
        return None;
    }
    let actor = found.mention.actor.map(|actor| &table.entities[actor]);
    let named = actor.is_some_and(|role| role.named);
    score += match found.mention.kind {
        MentionKind::Name => Score::NAME,
        MentionKind::Pronoun => Score::PRONOUN,
        // `the Taliban leadership` is as good as a name.
        MentionKind::Nominal if named => Score::NAME,
        MentionKind::Nominal => 0.0,
    };
    let state = profile.kind == ActorType::State;
    if pronoun.plural && state && is_listed(context.tree(candidate), found.mention.head) {
        score += Score::LIST;
    }
    if found.lemma == context.found[mention].lemma {
        score += Score::SAME_PRONOUN;
    }
    if let Some(actor) = found.mention.actor {
        score += Score::SALIENCE * libm::logf(1.0 + history.count(actor) as f32);
    }
    Some(score)
}

/// How well somebody like this goes with the pronoun; `None` if not at all.
fn agreement(profile: &Profile, pronoun: &ActorPronoun) -> Option<f32> {
    if let Some(sex) = pronoun.sex {
        let person = profile.kind == ActorType::Person && !profile.plural;
        return match profile.sex {
            Some(other) if other != sex => None,
            Some(_) if person => Some(Score::SEX),
            None if person => Some(0.0),
            _ => None,
        };
    }
    if pronoun.thing {
        if profile.human || (profile.plural && !profile.collective) {
            return None;
        }
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
        // Whoever is known to be `he` is not `they`.
        (false, true) if profile.sex.is_some() => -4.0,
        (false, true) => -2.0,
        (false, false) => return None,
    })
}

/// Whether others are joined to the token: `Chad and Niger`.
fn is_listed(tree: &Tree<'_>, token: usize) -> bool {
    tree.child(token, Deprel::Conj).is_some()
}

/// Whether grammar forbids that the two are the same.
fn ruled_out(tree: &Tree<'_>, pronoun: usize, candidate: usize, reflexive: bool) -> bool {
    let node = tree.token(pronoun);
    let other = tree.token(candidate);
    // `his father`: the father is not he, nor is anybody of whose phrase the pronoun is a part.
    if tree.is_under(pronoun, candidate) || node.head == Some(candidate) {
        return true;
    }
    const ARGUMENTS: [Deprel; 5] = [
        Deprel::Nsubj,
        Deprel::Obj,
        Deprel::Iobj,
        Deprel::Obl,
        Deprel::Nmod,
    ];
    let arguments =
        node.is_any(&ARGUMENTS) && node.deprel != Deprel::NmodPoss && other.is_any(&ARGUMENTS);
    let together = node.head.is_some() && node.head == other.head && arguments;
    if reflexive {
        return !same_clause(tree, pronoun, candidate);
    }
    // Members of one list are different: `Ann and her` (but `Ann and her brother`).
    let listed = node.relation() == Deprel::Conj && node.head == Some(candidate);
    together || listed
}
