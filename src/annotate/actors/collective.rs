//! Resolves nouns with an owner: those that speak as their owner, and groups that belong to it.

use crate::annotate::mentions::words;
use crate::annotate::{Join, MentionKind};
use crate::lexicon::{ActorNoun, Lexicon, Part, WordUse};
use crate::text::{ActorType, Deprel, EntityType, Token};

use super::context::DocumentContext;
use super::table::{Entity, EntityTable};

/// Assigns entities to nouns of groups, bodies and governments with an owner.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        let Some(noun) = found.noun.filter(|_| found.mention.actor.is_none()) else {
            continue;
        };
        if found.mention.kind != MentionKind::Nominal
            || matches!(noun.kind, ActorType::Place | ActorType::State)
            || is_nobody(context, mention)
        {
            continue;
        }
        let plural = found.plural;
        let Some((owner, whose)) = owner(context, table, mention) else {
            continue;
        };
        let kind = table.entities[owner].kind;
        let person_or_place = matches!(kind, ActorType::Person | ActorType::Place);
        if noun.explains_name
            && !plural
            && whose == Whose::Plain
            && !person_or_place
            && kind != ActorType::State
            && explained(context, mention)
        {
            explain(context, table, mention, owner, noun);
        } else if noun.speaks_for_owner
            && !(plural && noun.kind == ActorType::Group)
            && !person_or_place
        {
            speak(context, table, mention, owner);
        } else if plural || noun.collective {
            belong(context, table, mention, owner, whose, noun);
        }
    }
}

/// Assigns the owner, or whoever rules it in its capital, to a noun that speaks for it: *the Pakistani government*.
fn speak(context: &mut DocumentContext<'_>, table: &mut EntityTable, mention: usize, owner: usize) {
    let ruler = ruler(context.lexicon, context.date, table, owner);
    let rule = ruler.map_or(Join::SpeaksFor, |_| Join::Ruler);
    let actor = ruler.unwrap_or(owner);
    table.also(actor, &context.bare_text(mention));
    context.mentions[mention].mention.entity = EntityType::Org;
    context.join(mention, actor, rule);
}

/// Assigns a group that belongs to the owner: *Pakistani officials*.
fn belong(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    owner: usize,
    whose: Whose,
    noun: ActorNoun,
) {
    let text = context.bare_text(mention);
    let kind = match noun.kind {
        ActorType::Person => ActorType::Group,
        kind => kind,
    };
    let lemma = &context.mentions[mention].lemma;
    let key = match whose {
        Whose::Described => format!("{lemma}:{}", text.to_lowercase()),
        _ => lemma.to_string(),
    };
    let place = context.place_behind(mention);
    let name = match place.filter(|_| whose == Whose::Place) {
        Some(place) => format!("{text} in {place}"),
        None => text.clone(),
    };
    let actor = table.group(Some(owner), &key, || {
        let mut entity = Entity::new(name.clone(), kind, false);
        entity.plural = true;
        entity
    });
    // Of several ways to say whose they are the shortest is the name: `Pakistani officials`.
    let before = &table.entities[actor].name;
    if before.contains(" in ") && !name.contains(" in ") {
        table.entities[actor].name = name;
    }
    table.also(actor, &text);
    context.join(mention, actor, Join::SameGroup);
}

/// Whether the noun has a negative determiner: `no Kenyan soldiers`.
fn is_nobody(context: &DocumentContext<'_>, mention: usize) -> bool {
    let tree = context.tree(mention);
    let head = context.mentions[mention].mention.head;
    let mut determiners = tree.children_by(head, &[Deprel::Det]);
    determiners.any(|child| {
        let form = tree.token(child).form.to_lowercase();
        context.lexicon.words.negates(&form, Part::Determiner)
    })
}

/// Whether the noun stands right behind a name without anything else but `the`: `the Verdi union`.
fn explained(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    let tokens = context.bare(mention);
    let first = &context.tree(mention).sentence().tokens[found.tokens.start];
    let definite = (context.lexicon.function_words).has(WordUse::DefiniteArticle, &first.form)
        || tokens.len() == found.tokens.len();
    let [name @ .., _] = tokens else { return false };
    let named = |token: &Token| !token.entity.is_outside() && !token.entity.is(EntityType::Norp);
    definite && !name.is_empty() && name.iter().all(named)
}

/// Assigns the entity of the name before it to the noun. The entity takes the noun's kind.
fn explain(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    owner: usize,
    noun: ActorNoun,
) {
    let text = context.bare_text(mention);
    let entity = &mut table.entities[owner];
    if matches!(
        entity.kind,
        ActorType::Organisation | ActorType::Other | ActorType::Group
    ) && entity.known.is_none()
    {
        entity.kind = noun.kind;
        entity.human = false;
        entity.plural = false;
    }
    table.also(owner, &text);
    context.join(mention, owner, Join::Explained);
}

/// The entity that rules the state in its capital, if that is not the state's own government.
fn ruler(
    lexicon: &Lexicon,
    date: Option<&str>,
    table: &mut EntityTable,
    state: usize,
) -> Option<usize> {
    if table.entities[state].kind != ActorType::State {
        return None;
    }
    let id = table.entities[state].known.clone()?;
    let code = id.strip_prefix("state/")?;
    let capital = lexicon.capitals.of(code)?;
    let ruler = lexicon.gazetteer.metonym(capital, date)?;
    (ruler.id != id.as_str()).then(|| table.known(&lexicon.gazetteer, ruler))
}

/// How a noun names its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// By the owner alone: `Pakistani officials`.
    Plain,
    /// With modifiers that distinguish one group of the owner from others: `senior Pakistani officials`.
    Described,
    /// By the place where they are: `officials in Islamabad`.
    Place,
}

/// The owner of a noun, by a modifier, a possessor or a phrase with `of`, `from` or `in`.
fn owner(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
) -> Option<(usize, Whose)> {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let actor = |token: usize| context.actor_at(found.sentence, token);
    let modifiers: Vec<usize> = tree
        .children_by(
            found.head,
            &[
                Deprel::Amod,
                Deprel::Compound,
                Deprel::NmodPoss,
                Deprel::NmodDesc,
            ],
        )
        .filter(|&child| child < found.head)
        .collect();
    let described = modifiers.iter().any(|&child| {
        let token = tree.token(child);
        token.is_any(&[Deprel::Amod, Deprel::Compound]) && actor(child).is_none()
    });
    let described = if described {
        Whose::Described
    } else {
        Whose::Plain
    };
    if let Some(owner) = modifiers.iter().rev().find_map(|&child| actor(child)) {
        return Some((owner, described));
    }
    for child in tree
        .children_by(found.head, &[Deprel::Nmod])
        .filter(|&child| child > found.head)
    {
        let Some(case) = tree.child(child, Deprel::Case) else {
            continue;
        };
        let case = &tree.token(case).form;
        let function_words = &context.lexicon.function_words;
        if function_words.has(WordUse::Owner, case)
            && let Some(owner) = actor(child)
        {
            return Some((owner, described));
        }
        // The seat of power where officials are names their owner.
        if function_words.has(WordUse::Place, case) {
            let place = context.at(found.sentence, child)?;
            let text = words(context.bare(place));
            let rules = context.lexicon.gazetteer.metonym(&text, context.date)?;
            return Some((table.known(&context.lexicon.gazetteer, rules), Whose::Place));
        }
    }
    None
}

/// The actor that is named right before the titles of a person, or owns the name: `Taliban Foreign Minister Amir Khan
/// Muttaqi`, `Norway's Kari Lund`.
pub(super) fn owner_before(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    start: usize,
) -> Option<usize> {
    let found = &context.mentions[mention].mention;
    let tokens = &context.tree(mention).sentence().tokens;
    let mut before = start.checked_sub(1)?;
    if matches!(tokens[before].form.as_str(), "'s" | "’s") {
        before = before.checked_sub(1)?;
    } else if tokens[before].form == ")" {
        // `Foreign Office (FO) spokesperson`
        let open = tokens[..before]
            .iter()
            .rposition(|token| token.form == "(")?;
        before = open.checked_sub(1)?;
    } else if start >= found.tokens.start {
        return None;
    }
    let covers = |index: &usize| {
        let other = &context.mentions[*index].mention;
        other.sentence == found.sentence && other.tokens.end == before + 1 && other.actor.is_some()
    };
    let near = mention.saturating_sub(8)..mention;
    let owner = near.rev().find(covers)?;
    let owner = context.mentions[owner].mention.actor?;
    if table.entities[owner].kind == ActorType::Person {
        return None;
    }
    Some(ruler(context.lexicon, context.date, table, owner).unwrap_or(owner))
}
