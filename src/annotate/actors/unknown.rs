//! Names that the gazetteer does not know: one spelling, acronym and part of a name at a time.

use rustc_hash::FxHashMap;

use crate::annotate::Join;
use crate::annotate::mentions::words;
use crate::lexicon::{Known, NamePlace, WordUse, alike};
use crate::text::{ActorType, Deprel, EntityType, Token, Upos};

use super::collective;
use super::context::DocumentContext;
use super::table::{Entity, EntityTable};

/// The names of a document that the gazetteer does not know.
#[derive(Default)]
pub(super) struct UnknownNames {
    actors: FxHashMap<String, usize>,
    /// Longer names by their first word, and by their initials.
    longer: FxHashMap<String, Vec<(String, usize)>>,
    initials: FxHashMap<String, Vec<usize>>,
    /// Longer names of organisations by their last word.
    heads: FxHashMap<String, Vec<usize>>,
    /// For each acronym that stands in brackets behind a name, or before the name in brackets, the mention of the name.
    introduced: FxHashMap<String, usize>,
    /// The rule by which a name was joined with a longer one.
    rules: FxHashMap<String, Join>,
}

impl UnknownNames {
    /// Indexes a name by the shorter forms that the document may use for it.
    pub(super) fn note(
        &mut self,
        context: &DocumentContext<'_>,
        table: &mut EntityTable,
        mention: usize,
    ) {
        let tokens = context.bare(mention);
        let key = key(tokens);
        let found = &context.mentions[mention].mention;
        if let Some(actor) = found.actor {
            self.actors.entry(key.clone()).or_insert(actor);
        }
        if tokens.len() > 1
            && let Some(first) = tokens.first()
        {
            let longer = self.longer.entry(first.form.to_lowercase()).or_default();
            longer.push((key, mention));
            if (found.entity == EntityType::Org || is_thing(context, tokens))
                && let Some(last) = head_word(tokens)
            {
                let heads = self.heads.entry(last.form.to_lowercase()).or_default();
                heads.push(mention);
            }
            let initials = initials(tokens);
            if initials.len() > 1 {
                self.initials.entry(initials).or_default().push(mention);
            }
        }
        if let Some(acronym) = acronym_behind(context, mention) {
            if let Some(actor) = found.actor {
                table.also(actor, &acronym);
            }
            self.introduced.entry(acronym).or_insert(mention);
        }
        if let Some(acronym) = acronym_before(context, mention) {
            self.introduced.entry(acronym).or_insert(mention);
        }
    }

    pub(super) fn assign(
        &mut self,
        context: &mut DocumentContext<'_>,
        table: &mut EntityTable,
        mention: usize,
    ) {
        let tokens = context.bare(mention);
        let mut key = key(tokens);
        let text = words(tokens);
        let before = self
            .actors
            .get(&key)
            .map(|&actor| table.entities[actor].kind);
        if before.is_some_and(|kind| kind.class() == "organisation") && is_where(context, mention) {
            // `the rover on Mars` is not on the company.
            key.push_str(" (place)");
        }
        let mut rule = self.rules.get(&key).copied().unwrap_or(Join::Name);
        let actor = match self.actors.get(&key) {
            Some(&actor) => actor,
            None => {
                let full = self.full_name(context, mention, &key, &text);
                let full = full.filter(|&(full, _)| !apart(context, table, full, &text));
                let listed = match full {
                    Some(_) => None,
                    None => known_by_acronym(context, table, mention),
                };
                let actor = match (full, listed) {
                    (Some((full, by)), _) => {
                        rule = by;
                        self.rules.insert(key.clone(), by);
                        match context.mentions[full].mention.actor {
                            Some(actor) => actor,
                            None => {
                                self.assign(context, table, full);
                                context.mentions[full].mention.actor.unwrap_or(0)
                            }
                        }
                    }
                    (None, Some(listed)) => {
                        rule = Join::Introduced;
                        self.rules.insert(key.clone(), rule);
                        listed
                    }
                    (None, None) => {
                        let entity_type = context.mentions[mention].mention.entity;
                        let mut entity =
                            Entity::new(text.clone(), kind(context, tokens, entity_type), true);
                        entity.belongs_to = state_of(context, table, mention, entity.kind);
                        table.add(entity)
                    }
                };
                self.actors.insert(key, actor);
                actor
            }
        };
        table.also(actor, &text);
        context.join(mention, actor, rule);
    }

    /// The mention of the fuller name that a shorter one or an acronym stands for, if just one fits, and the rule that
    /// tells so.
    fn full_name(
        &self,
        context: &DocumentContext<'_>,
        mention: usize,
        key: &str,
        text: &str,
    ) -> Option<(usize, Join)> {
        let entity_type = context.mentions[mention].mention.entity;
        let upper = text.len() >= 2
            && text
                .chars()
                .all(|c| c.is_uppercase() || matches!(c, '.' | '&'));
        if upper {
            let letters: String = text.chars().filter(|c| c.is_uppercase()).collect();
            if let Some(&full) = self.introduced.get(&letters) {
                return Some((full, Join::Introduced)).filter(|&(full, _)| full != mention);
            }
            if let Some(full) = self.initials.get(&letters) {
                return only(context, full, mention).map(|full| (full, Join::Initials));
            }
        }
        if entity_type == EntityType::Misc {
            return self.thing(context, mention, key);
        }
        if entity_type != EntityType::Org {
            return None;
        }
        // `Commission` of `European Commission`.
        if context.lexicon.actor_nouns.noun(None, key).is_some() {
            let full = only(context, self.heads.get(key)?, mention)?;
            return Some((full, Join::LastWord));
        }
        let first = key.split(' ').next()?;
        let begins = |(longer, _): &&(String, usize)| {
            longer.len() > key.len()
                && longer.starts_with(key)
                && longer[key.len()..].starts_with(' ')
        };
        let longer: Vec<usize> = self
            .longer
            .get(first)?
            .iter()
            .filter(begins)
            .map(|(_, mention)| *mention)
            .filter(|&longer| context.mentions[longer].mention.entity == EntityType::Org)
            .collect();
        // `Orion` is `Orion Inc` rather than the `Orion family`.
        let corporate = |&longer: &usize| {
            let rest = context.bare(longer).get(context.bare(mention).len()..);
            let ends = |token: &Token| {
                let words = &context.lexicon.name_words;
                words.kind(NamePlace::Last, &token.form).is_some() || token.form == "."
            };
            rest.is_some_and(|rest| rest.iter().all(ends))
        };
        let firms: Vec<usize> = longer.iter().copied().filter(corporate).collect();
        let full = only(context, &longer, mention).or_else(|| only(context, &firms, mention));
        full.map(|full| (full, Join::ShortName))
    }

    /// The full name of a thing that is called by its last word: `Lena` of `Hurricane Lena`.
    fn thing(
        &self,
        context: &DocumentContext<'_>,
        mention: usize,
        key: &str,
    ) -> Option<(usize, Join)> {
        let full = only(context, self.heads.get(key)?, mention)?;
        is_thing(context, context.bare(full)).then_some((full, Join::LastWord))
    }
}

/// Whether the name begins with a word that only things have before theirs: `Hurricane Lena`.
fn is_thing(context: &DocumentContext<'_>, name: &[Token]) -> bool {
    let words = &context.lexicon.name_words;
    let first = name.first().filter(|_| name.len() == 2);
    let first = first.and_then(|first| words.kind(NamePlace::First, &first.form));
    first == Some(ActorType::Other)
}

/// Whether a name tagged as a place follows a preposition of place.
fn is_where(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    let place = matches!(
        found.entity,
        EntityType::Gpe | EntityType::Loc | EntityType::Fac
    );
    let tree = context.tree(mention);
    place
        && tree.child(found.head, Deprel::Case).is_some_and(|case| {
            let case = &tree.token(case).form;
            context.lexicon.function_words.has(WordUse::Location, case)
        })
}

/// Whether the user keeps a name apart from the actor of a mention.
fn apart(context: &DocumentContext<'_>, table: &EntityTable, full: usize, text: &str) -> bool {
    let decisions = &context.lexicon.decisions;
    let name = words(context.bare(full));
    let actor = context.mentions[full].mention.actor;
    let actor = actor.map(|actor| table.entities[actor].name.as_str());
    decisions.keeps_apart(&name, text) || actor.is_some_and(|a| decisions.keeps_apart(a, text))
}

/// The mention, if all are of one name.
fn only(context: &DocumentContext<'_>, mentions: &[usize], not: usize) -> Option<usize> {
    let (&first, rest) = mentions.split_first()?;
    let name = |mention: usize| key(context.bare(mention));
    let same = rest.iter().all(|&other| name(other) == name(first));
    (same && first != not).then_some(first)
}

/// The state to which a body with a name belongs, if its name begins with it or it owns it: `Chinese Foreign Ministry`,
/// `Kenya's High Court`.
fn state_of(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    kind: ActorType,
) -> Option<usize> {
    if !matches!(kind, ActorType::Body | ActorType::Government) {
        return None;
    }
    let tokens = context.bare(mention);
    let gazetteer = &context.lexicon.gazetteer;
    let is_state = |known: &Known| known.actor == ActorType::State;
    if let Some(found) = gazetteer.longest_at(tokens, 0)
        && found.tokens < tokens.len()
        && is_state(found.best().known)
    {
        return Some(table.known(gazetteer, found.best().known));
    }
    let start = context.mentions[mention].mention.tokens.start;
    let owner = collective::owner_before(context, table, mention, start)?;
    (table.entities[owner].kind == ActorType::State).then_some(owner)
}

/// What a name is, by its type and its own words.
fn kind(context: &DocumentContext<'_>, tokens: &[Token], entity_type: EntityType) -> ActorType {
    match entity_type {
        EntityType::Person => ActorType::Person,
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => ActorType::Place,
        EntityType::Norp => ActorType::Group,
        EntityType::Org => {
            let told = |token: &Token| {
                let noun = context
                    .lexicon
                    .actor_nouns
                    .noun(None, &token.form.to_lowercase())?;
                let other = matches!(
                    noun.kind,
                    ActorType::Person | ActorType::Place | ActorType::State | ActorType::Group
                );
                (!other).then_some(noun.kind)
            };
            let words = &context.lexicon.name_words;
            let last = tokens.last().filter(|_| tokens.len() > 1);
            let last = last.and_then(|last| words.kind(NamePlace::Last, &last.form));
            let mut either = tokens.iter().rev().chain(tokens);
            last.or_else(|| either.find_map(told))
                .unwrap_or(ActorType::Organisation)
        }
        _ => ActorType::Other,
    }
}

/// Lower case, without dots.
pub(super) fn key(tokens: &[Token]) -> String {
    let mut key = String::new();
    for token in tokens {
        if !key.is_empty() {
            key.push(' ');
        }
        let letters = token.form.chars().filter(|c| *c != '.');
        key.extend(letters.flat_map(char::to_lowercase));
    }
    key
}

/// The head word of a name: the last one, or the one before `of`: `Corps` of `Corps of Engineers`.
fn head_word(tokens: &[Token]) -> Option<&Token> {
    let of = |token: &Token| token.upos == Upos::Adp && token.form.chars().all(char::is_lowercase);
    let before = tokens.iter().position(of).and_then(|of| of.checked_sub(1));
    before.map_or(tokens.last(), |before| tokens.get(before))
}

/// The first letters of the words that begin with a capital.
fn initials(tokens: &[Token]) -> String {
    let first = tokens.iter().filter_map(|token| token.form.chars().next());
    first.filter(|letter| letter.is_uppercase()).collect()
}

/// `TTP` of `Tehreek-e-Taliban Pakistan (TTP)`, given the mention of the name.
fn acronym_behind(context: &DocumentContext<'_>, mention: usize) -> Option<String> {
    let found = &context.mentions[mention].mention;
    let sentence = context.tree(mention).sentence();
    let mut behind = sentence.tokens[found.tokens.end..].iter();
    if behind.next()?.form != "(" {
        return None;
    }
    let acronym = behind.next()?.form.trim_matches(['"', '“', '”']);
    let short = (2..=8).contains(&acronym.len());
    let capital = acronym.chars().filter(|c| c.is_uppercase()).count() * 2 > acronym.len();
    let closed = behind.next()?.form == ")";
    (short && capital && closed && tokens_before(found.tokens.len()))
        .then(|| acronym.chars().filter(|c| *c != '.').collect())
}

/// `HWT` of `HWT (Harbour Watch Trust)`, given the mention of the name: its letters must be the initials.
fn acronym_before(context: &DocumentContext<'_>, mention: usize) -> Option<String> {
    let found = &context.mentions[mention].mention;
    let tokens = &context.tree(mention).sentence().tokens;
    let before = found.tokens.start.checked_sub(2)?;
    let bracketed = tokens[before + 1].form == "("
        && tokens.get(found.tokens.end).is_some_and(|t| t.form == ")");
    let letters: String = (tokens[before].form.chars())
        .filter(|c| *c != '.')
        .collect();
    let initials = initials(context.bare(mention));
    (bracketed && letters.len() > 1 && letters == initials).then_some(letters)
}

/// The known entity with the acronym behind a name, where the gazetteer spells the name differently: `Peoples Democratic Party (PDP)`.
fn known_by_acronym(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
) -> Option<usize> {
    let acronym = acronym_behind(context, mention)?;
    let tokens = context.bare(mention);
    let found = &context.mentions[mention].mention;
    let short = context.at_start(found.sentence, found.tokens.end + 1)?;
    let actor = context.mentions[short].mention.actor?;
    let entity = &table.entities[actor];
    let last = entity.name.rsplit(' ').next()?;
    let same = tokens.last().is_some_and(|token| alike(&token.form, last));
    (entity.known.is_some() && same && initials(tokens) == acronym).then_some(actor)
}

/// A single word has no initials to take together.
fn tokens_before(count: usize) -> bool {
    count > 1
}
