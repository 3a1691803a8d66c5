//! Nouns with a pronoun before them that mean the one to whom the pronoun's actor belongs: `the chancellor said his
//! country`, `the chief executive said her company`.

use rustc_hash::FxHashMap;

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::{Join, MentionKind};
use crate::lexicon::ActorNoun;
use crate::text::{ActorType, Deprel};

/// Assigns the owner to such nouns, and to all mentions that were resolved to the entities that these nouns had.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &EntityTable) {
    let mut meant: FxHashMap<usize, usize> = FxHashMap::default();
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        let (Some(noun), Some(actor)) = (found.noun, found.mention.actor) else {
            continue;
        };
        let newcomer = !table.entities[actor].named && table.entities[actor].known.is_none();
        if found.mention.kind != MentionKind::Nominal || found.plural || !newcomer {
            continue;
        }
        if let Some(owner) = owner(context, table, mention, noun) {
            meant.entry(actor).or_insert(owner);
            context.join(mention, owner, Join::Noun);
        }
    }
    for found in &mut context.mentions {
        if let Some(actor) = found.mention.actor
            && let Some(&owner) = meant.get(&actor)
        {
            found.mention.actor = Some(owner);
        }
    }
}

/// The entity of the pronoun before the noun, or the owner of that entity, if the noun names its kind.
fn owner(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    noun: ActorNoun,
) -> Option<usize> {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let pronoun = tree.child(found.head, Deprel::NmodPoss)?;
    // `his country`, but not `his former country`.
    if pronoun + 1 != found.head {
        return None;
    }
    let pronoun = context.at(found.sentence, pronoun)?;
    if context.mentions[pronoun].mention.kind != MentionKind::Pronoun {
        return None;
    }
    let actor = context.mentions[pronoun].mention.actor?;
    let person = table.entities[actor].kind == ActorType::Person;
    let whole = if person {
        table.entities[actor]
            .belongs_to
            .or_else(|| state(context, table, actor))?
    } else {
        actor
    };
    let entity = &table.entities[whole];
    (entity.named && tells(noun, entity.kind, person)).then_some(whole)
}

/// The state of a known person, if the document names it.
fn state(context: &DocumentContext<'_>, table: &EntityTable, person: usize) -> Option<usize> {
    let known = table.entities[person].known.as_deref()?;
    let known = context.lexicon.gazetteer.by_id(known)?;
    let state = format!("state/{}", known.state.as_deref()?);
    let mut entities = table.entities.iter();
    entities.position(|entity| entity.known.as_deref() == Some(state.as_str()))
}

/// Whether the noun with a possessor names the kind of such an entity.
fn tells(noun: ActorNoun, kind: ActorType, person: bool) -> bool {
    use ActorType as Kind;
    match noun.kind {
        Kind::State => noun.generic && kind == Kind::State,
        // `his government` is his state's; `its government` is resolved as a noun with an owner.
        Kind::Government => person && noun.speaks_for_owner && kind == Kind::State,
        Kind::Company => person && matches!(kind, Kind::Company | Kind::Organisation),
        Kind::Party => person && kind == Kind::Party,
        Kind::Organisation => {
            person && noun.generic && kind.class() == "organisation" && kind != Kind::Government
        }
        _ => false,
    }
}
