//! The owners of people, from the nouns that stand for them: `its leader, Ann Lee`.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::mentions::lemma;
use crate::lexicon::WordUse;
use crate::text::{ActorType, Deprel, Upos};

/// Sets the owner of people who have none yet. Pronouns must be resolved before: `its leader`.
pub(super) fn assign(context: &DocumentContext<'_>, table: &mut EntityTable) {
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention].mention;
        let Some(actor) = found.actor else { continue };
        if found.kind != MentionKind::Nominal
            || table.entities[actor].belongs_to.is_some()
            || table.entities[actor].kind != ActorType::Person
        {
            continue;
        }
        let tree = context.tree(mention);
        let is_whole = |case: &str| context.lexicon.function_words.has(WordUse::Whole, case);
        let owners = tree
            .children_by(
                found.head,
                &[
                    Deprel::NmodPoss,
                    Deprel::Compound,
                    Deprel::Amod,
                    Deprel::Nmod,
                ],
            )
            .filter(|&child| {
                child < found.head
                    || tree
                        .child(child, Deprel::Case)
                        .is_some_and(|case| is_whole(&tree.token(case).form))
            })
            .filter_map(|child| context.actor_at(found.sentence, child));
        let owner = owners.into_iter().find(|&owner| {
            !matches!(
                table.entities[owner].kind,
                ActorType::Person | ActorType::Place | ActorType::Other
            )
        });
        let owner = owner.or_else(|| named_before(context, table, mention));
        table.entities[actor].belongs_to = owner.filter(|&owner| !reaches(table, owner, actor));
    }
}

/// The body of which a noun before the head names, mentioned earlier: the army of `army spokesman`.
fn named_before(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
) -> Option<usize> {
    const REACH: usize = 80;
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let noun = tree
        .children_by(found.head, &[Deprel::Compound])
        .find(|&child| matches!(tree.token(child).upos, Upos::Noun | Upos::Propn))?;
    let noun = lemma(tree.token(noun));
    let body = context.lexicon.actor_nouns.noun(None, &noun)?;
    if matches!(
        body.kind,
        ActorType::Person | ActorType::Place | ActorType::Other
    ) {
        return None;
    }
    let before = &context.mentions[mention.saturating_sub(REACH)..mention];
    let same = before.iter().rev().find(|other| {
        other.mention.kind != MentionKind::Pronoun
            && other.lemma == noun
            && other.mention.actor.is_some()
    });
    let owner = same?.mention.actor?;
    (table.entities[owner].kind != ActorType::Person).then_some(owner)
}

/// Whether `actor` is among the owners of `from`.
fn reaches(table: &EntityTable, from: usize, actor: usize) -> bool {
    let up = |&other: &usize| table.entities[other].belongs_to;
    std::iter::successors(Some(from), up)
        .take(table.entities.len())
        .any(|other| other == actor)
}
