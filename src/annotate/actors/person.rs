//! Gives the names of people their actors: full names first, then surnames and given names that fit just one of them;
//! and reads the titles that stand before them.

use crate::annotate::mentions::{bare, words};
use crate::annotate::{Join, MentionKind};
use crate::lexicon::{Lexicon, NameForm, Sex, WordUse, alike};
use crate::text::{ActorType, EntityType, Token};

use super::collective;
use super::context::DocumentContext;
use super::sense::{by_list, sense};
use super::table::{Entity, EntityTable};
use super::title::{TitlesBefore, sex, titles};
use super::unknown::key;

/// A person that the document names.
struct NamedPerson {
    /// The words of the name in lower case.
    words: Vec<String>,
    actor: usize,
}

/// The people that the document names so far.
#[derive(Default)]
struct NamedPeople {
    known: Vec<NamedPerson>,
    /// Where they are named in full: the paragraph, the mention and the person.
    full: Vec<(usize, usize, usize)>,
}

impl NamedPeople {
    /// Who is named in full before the mention in its paragraph.
    fn near(&self, block: usize, mention: usize) -> Vec<usize> {
        let near = self.full.iter();
        let near = near.filter(|&&(other, before, _)| other == block && before < mention);
        near.map(|&(_, _, actor)| actor).collect()
    }
}

/// Assigns an entity to every name of a person.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    let mut people = NamedPeople::default();
    let mentions: Vec<usize> = (0..context.mentions.len())
        .filter(|&index| {
            let mention = &context.mentions[index].mention;
            mention.kind == MentionKind::Name && mention.entity == EntityType::Person
        })
        .collect();
    let size = |context: &DocumentContext<'_>, mention: usize| {
        name_words(context.tokens(mention), context.lexicon).len()
    };
    for long in [true, false] {
        for &mention in &mentions {
            if (size(context, mention) > 1) == long {
                one(context, table, &mut people, mention);
            }
        }
    }
}

/// Assigns the entity of one name.
fn one(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    people: &mut NamedPeople,
    mention: usize,
) {
    let tokens = context.tokens(mention);
    let name = name_words(tokens, context.lexicon);
    if name.is_empty() {
        return;
    }
    let text = words(context.bare(mention));
    let titles = titles(context, mention);
    let (actor, rule) = match named_before(context, table, people, mention, &name, &titles) {
        Some(before) => before,
        None => {
            let (actor, rule) = add(context, table, mention, &text);
            people.known.push(NamedPerson {
                words: name.clone(),
                actor,
            });
            (actor, rule)
        }
    };
    if name.len() > 1 {
        let block = context.tree(mention).sentence().block;
        people.full.push((block, mention, actor));
    }
    table.also(actor, &text);
    let sex = sex_of(context, &table.entities[actor], &titles, tokens, name.len());
    let entity = &mut table.entities[actor];
    entity.sex = sex;
    entity.titles.extend(titles.titles);
    let named = &context.mentions[mention].mention;
    let (sentence, start) = (named.sentence, named.tokens.start);
    let before = (titles.start..start).map(|token| ((sentence, token), actor));
    context.titled.extend(before);
    if entity.belongs_to.is_none() {
        let owner = collective::owner_before(context, table, mention, titles.start);
        table.entities[actor].belongs_to = owner.filter(|&owner| owner != actor);
    }
    context.join(mention, actor, rule);
}

/// The person named before who has this name too, unless the user says otherwise.
fn named_before(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    people: &NamedPeople,
    mention: usize,
    name: &[String],
    titles: &TitlesBefore,
) -> Option<(usize, Join)> {
    let tokens = context.bare(mention);
    // What the user says counts for more than what the other names of the document suggest.
    if sense(context, tokens, EntityType::Person).is_some_and(|sense| sense.user) {
        return None;
    }
    let near = people.near(context.tree(mention).sentence().block, mention);
    let (actor, rule) = same(table, &people.known, name, titles, &near)?;
    let entity = &table.entities[actor];
    let mut names = entity.aliases.iter().chain([&entity.name]);
    let text = words(tokens);
    let apart = names.any(|name| context.lexicon.decisions.keeps_apart(name, &text));
    (!apart).then_some((actor, rule))
}

/// The sex of a person: that of the gazetteer, or else of the document, the titles or the given name.
fn sex_of(
    context: &DocumentContext<'_>,
    entity: &Entity,
    titles: &TitlesBefore,
    tokens: &[Token],
    words: usize,
) -> Option<Sex> {
    let gazetteer = &context.lexicon.gazetteer;
    let known = entity.known.as_deref();
    let known = known.and_then(|id| gazetteer.gender_of(id));
    let given = tokens.first().and_then(|first| {
        let gender = gazetteer.gender_of_given_name(&first.form)?;
        (words > 1 || !gazetteer.is_surname(&first.form)).then_some(gender)
    });
    let told = entity.sex.or(titles.sex).or(given.and_then(sex));
    known.and_then(sex).or(told)
}

/// Adds a person who was not named before.
fn add(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    text: &str,
) -> (usize, Join) {
    let tokens = context.bare(mention);
    let gazetteer = &context.lexicon.gazetteer;
    if let Some(sense) = sense(context, tokens, EntityType::Person)
        && (tokens.len() > 1 || !sense.ambiguous)
    {
        return (table.known(gazetteer, sense.known), by_list(&sense, text));
    }
    if let [only] = tokens
        && let Some(found) = gazetteer.find(&only.form)
    {
        let mut surnames = found
            .senses
            .iter()
            .filter(|sense| sense.form == NameForm::Surname);
        if let Some(first) = surnames.next()
            && !first.ambiguous
            && surnames.next().is_none()
        {
            return (table.known(gazetteer, first.known), by_list(first, text));
        }
    }
    let entity = Entity::new(text.to_owned(), ActorType::Person, true);
    (table.add(entity), Join::Name)
}

/// The person among those before who is meant, if just one fits; `near` are those named in full right before.
fn same(
    table: &EntityTable,
    people: &[NamedPerson],
    name: &[String],
    titles: &TitlesBefore,
    near: &[usize],
) -> Option<(usize, Join)> {
    if let Some(person) = people.iter().find(|person| person.words == name) {
        return Some((person.actor, Join::Name));
    }
    // The strictest rule by which anybody fits decides.
    for rule in RULES {
        let fits = |person: &&NamedPerson| fits(rule, &person.words, name, titles);
        let mut fitting: Vec<&NamedPerson> = people.iter().filter(fits).collect();
        if fitting.is_empty() {
            continue;
        }
        fitting.sort_by_key(|person| person.actor);
        fitting.dedup_by_key(|person| person.actor);
        if let Some(sex) = titles.sex {
            fitting.retain(|person| {
                table.entities[person.actor]
                    .sex
                    .is_none_or(|other| other == sex)
            });
        }
        if fitting.len() > 1 {
            let shares = |person: &&NamedPerson| {
                shares_title(&table.entities[person.actor].titles, &titles.titles)
            };
            let sharing = fitting.iter().any(shares);
            let named_here = |person: &&NamedPerson| near.contains(&person.actor);
            // Of several who bear the surname, the one who was named in full in the same paragraph.
            match sharing {
                true => fitting.retain(shares),
                false => fitting.retain(named_here),
            }
        }
        return match fitting.as_slice() {
            [person] => Some((person.actor, rule)),
            _ => None,
        };
    }
    None
}

/// The rules by which a person's name may be a shorter or another form of a name before, the strictest first.
const RULES: [Join; 4] = [
    Join::Surname,
    Join::PartOfName,
    Join::GivenName,
    Join::Spelling,
];

/// Whether `name` is a form of a person's full name by this rule.
fn fits(rule: Join, full: &[String], name: &[String], titles: &TitlesBefore) -> bool {
    let [first, .., last] = full else {
        return false;
    };
    match (rule, name) {
        (Join::Surname, [only]) => only == last,
        (Join::GivenName, [only]) => only == first && titles.titles.is_empty(),
        (Join::PartOfName, [from, .., to]) => to == last && (from == first || initial(from, first)),
        (Join::Spelling, [only]) => alike(only, last),
        (Join::Spelling, name) => {
            name.len() == full.len() && name.iter().zip(full).all(|(one, other)| alike(one, other))
        }
        _ => false,
    }
}

/// `J.` for `John`.
fn initial(short: &str, long: &str) -> bool {
    let short = short.trim_end_matches('.');
    short.chars().count() == 1 && long.starts_with(short)
}

/// Whether two people have a title with the same last word: `spokesperson`.
fn shares_title(one: &std::collections::BTreeSet<String>, other: &[String]) -> bool {
    let last = |title: &str| title.rsplit(' ').next().unwrap_or("").to_lowercase();
    one.iter().any(|a| other.iter().any(|b| last(a) == last(b)))
}

/// The words of a name in lower case, without punctuation, endings and `Jr`.
fn name_words(tokens: &[Token], lexicon: &Lexicon) -> Vec<String> {
    let tokens = bare(tokens, lexicon).iter();
    let words = tokens.filter(|token| token.form.chars().any(char::is_alphabetic));
    words
        .map(|token| key(std::slice::from_ref(token)))
        .filter(|word| !lexicon.function_words.has(WordUse::Suffix, word))
        .collect()
}
