//! Gives names their actors: one name, spelling, acronym and part of a name at a time.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::annotate::{Join, MentionKind};
use crate::lexicon::{Known, Lexicon, NameForm, NamePlace, Sense};
use crate::text::{ActorType, EntityType, Token, Upos};

use super::cast::{Cast, Role};
use super::scene::{Scene, bare, words};
use super::{collective, metonym, person};

/// Lets every name stand for an actor.
pub(super) fn assign(scene: &mut Scene<'_>, cast: &mut Cast) {
    let mut names = Names::default();
    let mut bearers: FxHashSet<&str> = FxHashSet::default();
    for mention in 0..scene.found.len() {
        if !is_name(scene, mention) {
            continue;
        }
        place_before_bearer(scene, mention, &mut bearers);
        if !is_person(scene, mention) {
            by_gazetteer(scene, cast, mention);
        }
    }
    person::assign(scene, cast);
    for mention in 0..scene.found.len() {
        if is_name(scene, mention) {
            names.note(scene, cast, mention);
        }
    }
    for mention in 0..scene.found.len() {
        if is_name(scene, mention) && scene.found[mention].mention.actor.is_none() {
            names.assign(scene, cast, mention);
        }
    }
}

/// Takes a single word that is tagged as a person's name for the place that it is the name of too, if the document
/// speaks of that place and has not named anybody in full who is called so: `Jordan recalled its envoy`, and `Jim
/// Jordan` only later. `bearers` are the words of full names so far.
fn place_before_bearer<'a>(
    scene: &mut Scene<'a>,
    mention: usize,
    bearers: &mut FxHashSet<&'a str>,
) {
    let tokens = bare(scene.tokens(mention));
    let found = &scene.found[mention].mention;
    if found.entity != EntityType::Person {
        return;
    }
    let [only] = tokens else {
        bearers.extend(tokens.iter().map(|token| token.form.as_str()));
        return;
    };
    let first = found.tokens.start;
    let before = first
        .checked_sub(1)
        .map(|before| &scene.tree(mention).sentence().tokens[before]);
    let titled = before.is_some_and(|before| scene.lexicon.gazetteer.title(&before.form).is_some());
    if bearers.contains(only.form.as_str()) || titled {
        return;
    }
    let Some(name) = scene.lexicon.gazetteer.longest_at(tokens, 0) else {
        return;
    };
    let place = name.senses.iter().find(|sense| {
        let named = matches!(sense.form, NameForm::Name | NameForm::Acronym);
        named && sense.known.entity == EntityType::Gpe && scene.leaning.weight(sense.known) > 0
    });
    if let Some(place) = place {
        scene.found[mention].mention.entity = place.known.entity;
    }
}

fn is_name(scene: &Scene<'_>, mention: usize) -> bool {
    let found = &scene.found[mention];
    found.mention.kind == MentionKind::Name && found.mention.entity != EntityType::Date
}

/// Whether a name that is tagged as a person's can be one: not if the gazetteer knows it for something else alone.
fn is_person(scene: &mut Scene<'_>, mention: usize) -> bool {
    if scene.found[mention].mention.entity != EntityType::Person {
        return false;
    }
    let tokens = bare(scene.tokens(mention));
    let matches = scene.lexicon.gazetteer.names_at(tokens, 0);
    let whole = matches.into_iter().find(|name| name.tokens == tokens.len());
    let other = whole.is_some_and(|name| {
        let person = |sense: &Sense<'_>| sense.known.entity == EntityType::Person;
        let given = tokens.len() == 1
            && scene
                .lexicon
                .gazetteer
                .gender_of_given_name(&tokens[0].form)
                .is_some();
        !given
            && !name
                .senses
                .iter()
                .any(|sense| person(sense) || sense.ambiguous)
    });
    if other {
        scene.found[mention].mention.entity = EntityType::Misc;
    }
    !other
}

/// What the gazetteer says of a whole name that the tagger takes for an `entity`; of several meanings the one of which
/// the document speaks, and none if it does not tell two organisations apart.
pub(super) fn sense<'l>(
    scene: &Scene<'l>,
    tokens: &[Token],
    entity: EntityType,
) -> Option<Sense<'l>> {
    let matches = scene.lexicon.gazetteer.names_at(tokens, 0);
    let whole = matches
        .into_iter()
        .find(|name| name.tokens == tokens.len())?;
    let own = |sense: &&Sense<'l>| {
        let form = matches!(
            sense.form,
            NameForm::Name | NameForm::Acronym | NameForm::Demonym
        );
        form && sense.holds_on(scene.date)
    };
    let senses = || whole.senses.iter().filter(own);
    if let Some(given) = senses().find(|sense| sense.user) {
        return Some(*given);
    }
    let fitting: Vec<Sense<'l>> = senses()
        .filter(|sense| fits(entity, sense))
        .copied()
        .collect();
    if !fitting.is_empty() {
        return scene.leaning.choose(&fitting);
    }
    let mut clear = senses().filter(|sense| !sense.ambiguous);
    clear.find(|_| entity != EntityType::Person).copied()
}

/// Whether a name that is tagged so can have this sense.
fn fits(entity: EntityType, sense: &Sense<'_>) -> bool {
    use EntityType::{Fac, Gpe, Loc, Misc, Norp, Org, Person};
    if sense.form == NameForm::Demonym {
        return matches!(entity, Norp | Misc);
    }
    match entity {
        Person => sense.known.entity == Person,
        Gpe | Loc | Fac => matches!(sense.known.entity, Gpe | Loc | Fac),
        Org => sense.known.entity == Org,
        Norp => matches!(sense.known.entity, Norp | Org),
        _ => !sense.ambiguous,
    }
}

fn by_gazetteer(scene: &mut Scene<'_>, cast: &mut Cast, mention: usize) {
    let lexicon = scene.lexicon;
    let tokens = bare(scene.tokens(mention));
    let entity = scene.found[mention].mention.entity;
    let text = words(tokens);
    if let Some(ruler) = lexicon.gazetteer.metonym(&text, scene.date)
        && matches!(
            entity,
            EntityType::Gpe
                | EntityType::Loc
                | EntityType::Fac
                | EntityType::Org
                | EntityType::Misc
        )
        && (metonym::acts(
            scene.tree(mention),
            scene.found[mention].mention.head,
            lexicon,
        ) || (entity == EntityType::Org && only_metonym(lexicon, &text)))
    {
        let actor = cast.known(&scene.lexicon.gazetteer, ruler);
        cast.also(actor, &text);
        scene.found[mention].mention.entity = EntityType::Org;
        scene.found[mention].shown = true;
        scene.join(mention, actor, Join::Metonym);
        return;
    }
    let Some(sense) = sense(scene, tokens, entity) else {
        return;
    };
    scene.found[mention].shown = true;
    let actor = match sense.form {
        NameForm::Demonym => {
            scene.found[mention].mention.entity = EntityType::Norp;
            demonym(scene, cast, mention, sense.known, &text)
        }
        _ => {
            scene.found[mention].mention.entity = sense.known.entity;
            let actor = cast.known(&scene.lexicon.gazetteer, sense.known);
            cast.also(actor, &text);
            actor
        }
    };
    scene.join(mention, actor, by_list(&sense, &text));
}

/// By which rule a name of the gazetteer's stands for whom it means.
pub(super) fn by_list(sense: &Sense<'_>, text: &str) -> Join {
    match sense.form {
        _ if sense.known.name == text => Join::Name,
        _ if sense.user => Join::User,
        NameForm::Demonym => Join::Demonym,
        _ => Join::Gazetteer,
    }
}

/// Whether nothing but a seat of power has this name: `Kremlin`.
fn only_metonym(lexicon: &Lexicon, text: &str) -> bool {
    let found = lexicon.gazetteer.find(text);
    found.is_some_and(|found| {
        let mut senses = found.senses.iter();
        senses.all(|sense| sense.form == NameForm::Metonym)
    })
}

/// `Pakistani` is the state; `Pakistanis` are people that belong to it.
fn demonym(scene: &Scene<'_>, cast: &mut Cast, mention: usize, state: &Known, text: &str) -> usize {
    let state = cast.known(&scene.lexicon.gazetteer, state);
    let token = scene.head(mention);
    let people = scene.found[mention].plural
        && token.upos != Upos::Adj
        && !token.is_any(&["amod", "compound"]);
    if !people {
        return state;
    }
    let state = Some(state);
    cast.group(state, &text.to_lowercase(), || {
        Role::new(text.to_owned(), ActorType::Group, true)
    })
}

/// The names of a document that the gazetteer does not know.
#[derive(Default)]
struct Names {
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

impl Names {
    /// Notes what a name may be called elsewhere in the document.
    fn note(&mut self, scene: &Scene<'_>, cast: &mut Cast, mention: usize) {
        let tokens = bare(scene.tokens(mention));
        let key = key(tokens);
        let found = &scene.found[mention].mention;
        if let Some(actor) = found.actor {
            self.actors.entry(key.clone()).or_insert(actor);
        }
        if tokens.len() > 1
            && let Some(first) = tokens.first()
        {
            let longer = self.longer.entry(first.form.to_lowercase()).or_default();
            longer.push((key, mention));
            if found.entity == EntityType::Org
                && let Some(last) = tokens.last()
            {
                let heads = self.heads.entry(last.form.to_lowercase()).or_default();
                heads.push(mention);
            }
            let initials = initials(tokens);
            if initials.len() > 1 {
                self.initials.entry(initials).or_default().push(mention);
            }
        }
        if let Some(acronym) = acronym_behind(scene, mention) {
            if let Some(actor) = found.actor {
                cast.also(actor, &acronym);
            }
            self.introduced.entry(acronym).or_insert(mention);
        }
        if let Some(acronym) = acronym_before(scene, mention) {
            self.introduced.entry(acronym).or_insert(mention);
        }
    }

    fn assign(&mut self, scene: &mut Scene<'_>, cast: &mut Cast, mention: usize) {
        let tokens = bare(scene.tokens(mention));
        let key = key(tokens);
        let text = words(tokens);
        let mut rule = self.rules.get(&key).copied().unwrap_or(Join::Name);
        let actor = match self.actors.get(&key) {
            Some(&actor) => actor,
            None => {
                let full = self.full_name(scene, mention, &key, &text);
                let full = full.filter(|&(full, _)| !apart(scene, cast, full, &text));
                let actor = match full {
                    Some((full, by)) => {
                        rule = by;
                        self.rules.insert(key.clone(), by);
                        match scene.found[full].mention.actor {
                            Some(actor) => actor,
                            None => {
                                self.assign(scene, cast, full);
                                scene.found[full].mention.actor.unwrap_or(0)
                            }
                        }
                    }
                    None => {
                        let entity = scene.found[mention].mention.entity;
                        let mut role = Role::new(text.clone(), kind(scene, tokens, entity), true);
                        role.belongs_to = state_of(scene, cast, mention, role.kind);
                        cast.add(role)
                    }
                };
                self.actors.insert(key, actor);
                actor
            }
        };
        cast.also(actor, &text);
        scene.join(mention, actor, rule);
    }

    /// The mention of the fuller name that a shorter one or an acronym stands for, if just one fits, and the rule that
    /// tells so.
    fn full_name(
        &self,
        scene: &Scene<'_>,
        mention: usize,
        key: &str,
        text: &str,
    ) -> Option<(usize, Join)> {
        let entity = scene.found[mention].mention.entity;
        let upper = text.len() >= 2 && text.chars().all(|c| c.is_uppercase() || c == '.');
        if upper {
            let letters: String = text.chars().filter(|c| *c != '.').collect();
            if let Some(&full) = self.introduced.get(&letters) {
                return Some((full, Join::Introduced)).filter(|&(full, _)| full != mention);
            }
            if let Some(full) = self.initials.get(&letters) {
                return only(scene, full, mention).map(|full| (full, Join::Initials));
            }
        }
        if entity != EntityType::Org {
            return None;
        }
        // `Commission` of `European Commission`.
        if scene.lexicon.actor_nouns.noun(None, key).is_some() {
            let full = only(scene, self.heads.get(key)?, mention)?;
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
            .filter(|&longer| scene.found[longer].mention.entity == EntityType::Org)
            .collect();
        only(scene, &longer, mention).map(|full| (full, Join::ShortName))
    }
}

/// Whether the user keeps a name apart from the actor of a mention.
fn apart(scene: &Scene<'_>, cast: &Cast, full: usize, text: &str) -> bool {
    let decisions = &scene.lexicon.decisions;
    let name = words(bare(scene.tokens(full)));
    let actor = scene.found[full].mention.actor;
    let actor = actor.map(|actor| cast.roles[actor].name.as_str());
    decisions.keeps_apart(&name, text) || actor.is_some_and(|a| decisions.keeps_apart(a, text))
}

/// The mention, if all are of one name.
fn only(scene: &Scene<'_>, mentions: &[usize], not: usize) -> Option<usize> {
    let (&first, rest) = mentions.split_first()?;
    let name = |mention: usize| key(bare(scene.tokens(mention)));
    let same = rest.iter().all(|&other| name(other) == name(first));
    (same && first != not).then_some(first)
}

/// The state to which a body with a name belongs, if its name begins with it or it owns it: `Chinese Foreign Ministry`,
/// `Kenya's High Court`.
fn state_of(scene: &Scene<'_>, cast: &mut Cast, mention: usize, kind: ActorType) -> Option<usize> {
    if !matches!(kind, ActorType::Body | ActorType::Government) {
        return None;
    }
    let tokens = bare(scene.tokens(mention));
    let gazetteer = &scene.lexicon.gazetteer;
    let is_state = |known: &Known| known.actor == ActorType::State;
    if let Some(found) = gazetteer.longest_at(tokens, 0)
        && found.tokens < tokens.len()
        && is_state(found.best().known)
    {
        return Some(cast.known(gazetteer, found.best().known));
    }
    let start = scene.found[mention].mention.tokens.start;
    let owner = collective::owner_before(scene, cast, mention, start)?;
    (cast.roles[owner].kind == ActorType::State).then_some(owner)
}

/// What a name is, by its type and its own words.
fn kind(scene: &Scene<'_>, tokens: &[Token], entity: EntityType) -> ActorType {
    match entity {
        EntityType::Person => ActorType::Person,
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => ActorType::Place,
        EntityType::Norp => ActorType::Group,
        EntityType::Org => {
            let told = |token: &Token| {
                let noun = scene
                    .lexicon
                    .actor_nouns
                    .noun(None, &token.form.to_lowercase())?;
                let other = matches!(
                    noun.kind,
                    ActorType::Person | ActorType::Place | ActorType::State | ActorType::Group
                );
                (!other).then_some(noun.kind)
            };
            let words = &scene.lexicon.name_words;
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

/// The first letters of the words that begin with a capital.
fn initials(tokens: &[Token]) -> String {
    let first = tokens.iter().filter_map(|token| token.form.chars().next());
    first.filter(|letter| letter.is_uppercase()).collect()
}

/// `TTP` of `Tehreek-e-Taliban Pakistan (TTP)`, given the mention of the name.
fn acronym_behind(scene: &Scene<'_>, mention: usize) -> Option<String> {
    let found = &scene.found[mention].mention;
    let sentence = scene.tree(mention).sentence();
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
fn acronym_before(scene: &Scene<'_>, mention: usize) -> Option<String> {
    let found = &scene.found[mention].mention;
    let tokens = &scene.tree(mention).sentence().tokens;
    let before = found.tokens.start.checked_sub(2)?;
    let bracketed = tokens[before + 1].form == "("
        && tokens.get(found.tokens.end).is_some_and(|t| t.form == ")");
    let letters: String = (tokens[before].form.chars())
        .filter(|c| *c != '.')
        .collect();
    let initials = initials(bare(scene.tokens(mention)));
    (bracketed && letters.len() > 1 && letters == initials).then_some(letters)
}

/// A single word has no initials to take together.
fn tokens_before(count: usize) -> bool {
    count > 1
}
