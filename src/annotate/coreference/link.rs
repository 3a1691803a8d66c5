//! Joins what grammar says to be one: appositions, and titles before names.

use crate::annotate::MentionKind;
use crate::annotate::actors::{Cast, Scene};
use crate::text::{ActorType, EntityType};

/// Lets nouns beside a name stand for the name's actor: `the group's leader, Ann Lee`, `Foreign Minister Lee`.
pub(super) fn assign(scene: &mut Scene<'_>, cast: &mut Cast) {
    for mention in 0..scene.found.len() {
        let found = &scene.found[mention];
        let Some(noun) = found.noun else { continue };
        if found.mention.actor.is_some()
            || found.mention.kind != MentionKind::Nominal
            || found.plural
        {
            continue;
        }
        let Some(actor) = beside(scene, mention) else {
            continue;
        };
        let role = &cast.roles[actor];
        let person = noun.kind == ActorType::Person;
        if person != (role.kind == ActorType::Person)
            || (role.kind == ActorType::Place) != (noun.kind == ActorType::Place)
        {
            continue;
        }
        if person {
            let title = scene.bare_text(mention);
            cast.roles[actor].titles.insert(title);
            let sex = cast.roles[actor].sex.or(noun.sex);
            cast.roles[actor].sex = sex;
        }
        scene.set(mention, actor);
    }
}

/// The actor of the name that the noun is apposed to, or that is apposed to the noun, or that it describes.
fn beside(scene: &Scene<'_>, mention: usize) -> Option<usize> {
    let found = &scene.found[mention].mention;
    let tree = scene.tree(mention);
    let token = tree.token(found.head);
    let named = |token: usize| {
        let other = scene.at(found.sentence, token)?;
        let other = &scene.found[other].mention;
        (other.kind == MentionKind::Name)
            .then_some(other.actor)
            .flatten()
    };
    // `FO spokesperson Lee`, however the tree has it.
    let next = scene.at_start(found.sentence, found.tokens.end);
    if found.entity == EntityType::Person
        && let Some(next) = next.map(|next| &scene.found[next].mention)
        && next.kind == MentionKind::Name
        && next.entity == EntityType::Person
        && next.actor.is_some()
    {
        return next.actor;
    }
    if matches!(token.deprel.as_str(), "appos" | "nmod:desc")
        && let Some(actor) = token.head.and_then(named)
    {
        return Some(actor);
    }
    // `Deputy Prime Minister and Foreign Minister Dar`.
    let mut described = tree.children_by(found.head, &["conj"]);
    if token.deprel == "nmod:desc"
        && let Some(actor) = described.find_map(named)
    {
        return Some(actor);
    }
    if token.relation() == "conj"
        && let Some(first) = token.head.map(|first| tree.token(first))
        && first.deprel == "nmod:desc"
        && let Some(actor) = first.head.and_then(named)
    {
        return Some(actor);
    }
    let mut behind = tree.children_by(found.head, &["appos", "flat"]);
    behind.find_map(named)
}

/// Notes to whom the bearers of roles belong, now that pronouns are known: `its leader, Ann Lee`.
pub(super) fn owners(scene: &Scene<'_>, cast: &mut Cast) {
    for mention in 0..scene.found.len() {
        let found = &scene.found[mention].mention;
        let Some(actor) = found.actor else { continue };
        if found.kind != MentionKind::Nominal
            || cast.roles[actor].belongs_to.is_some()
            || cast.roles[actor].kind != ActorType::Person
        {
            continue;
        }
        let tree = scene.tree(mention);
        let owners = tree
            .children_by(found.head, &["nmod:poss", "compound", "amod", "nmod"])
            .filter(|&child| {
                child < found.head
                    || tree
                        .child(child, "case")
                        .is_some_and(|case| tree.token(case).form.eq_ignore_ascii_case("of"))
            })
            .filter_map(|child| scene.actor_at(found.sentence, child));
        let owner = owners.into_iter().find(|&owner| {
            !matches!(
                cast.roles[owner].kind,
                ActorType::Person | ActorType::Place | ActorType::Other
            )
        });
        cast.roles[actor].belongs_to = owner.filter(|&owner| !reaches(cast, owner, actor));
    }
}

/// Whether `actor` is among those to whom `from` belongs.
fn reaches(cast: &Cast, from: usize, actor: usize) -> bool {
    let up = |&role: &usize| cast.roles[role].belongs_to;
    std::iter::successors(Some(from), up)
        .take(cast.roles.len())
        .any(|role| role == actor)
}
