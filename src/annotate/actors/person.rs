//! Gives the names of people their actors: full names first, then surnames and given names that fit just one of them;
//! and reads the titles that stand before them.

use crate::annotate::{Join, MentionKind};
use crate::lexicon::{Gender, NameForm, Sex, alike};
use crate::text::{ActorType, Deprel, EntityType, Token};

use super::collective;
use super::context::{DocumentContext, bare, words};
use super::naming::{by_list, sense};
use super::table::{Entity, EntityTable};
use super::unknown::key;

/// A person that the document names.
struct Person {
    /// The words of the name in lower case.
    words: Vec<String>,
    actor: usize,
}

/// The people that the document names so far.
#[derive(Default)]
struct People {
    known: Vec<Person>,
    /// Where they are named in full: the paragraph, the mention and the person.
    full: Vec<(usize, usize, usize)>,
}

impl People {
    /// Who is named in full before the mention in its paragraph.
    fn near(&self, block: usize, mention: usize) -> Vec<usize> {
        let near = self.full.iter();
        let near = near.filter(|&&(other, before, _)| other == block && before < mention);
        near.map(|&(_, _, actor)| actor).collect()
    }
}

/// Titles before a name.
struct Titles {
    /// As they are written.
    titles: Vec<String>,
    sex: Option<Sex>,
    /// The first token of the first title.
    start: usize,
}

/// Lets every name of a person stand for an actor.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    let mut people = People::default();
    let mentions: Vec<usize> = (0..context.found.len())
        .filter(|&index| {
            let mention = &context.found[index].mention;
            mention.kind == MentionKind::Name && mention.entity == EntityType::Person
        })
        .collect();
    let size =
        |context: &DocumentContext<'_>, mention: usize| name_words(context.tokens(mention)).len();
    for long in [true, false] {
        for &mention in &mentions {
            if (size(context, mention) > 1) == long {
                one(context, table, &mut people, mention);
            }
        }
    }
}

fn one(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    people: &mut People,
    mention: usize,
) {
    let tokens = context.tokens(mention);
    let words_of_name = name_words(tokens);
    if words_of_name.is_empty() {
        return;
    }
    let text = words(bare(tokens));
    let titles = titles(context, mention);
    let decisions = &context.lexicon.decisions;
    let may = |actor: usize| {
        let role: &Entity = &table.entities[actor];
        let mut names = role.aliases.iter().chain([&role.name]);
        !names.any(|name| decisions.keeps_apart(name, &text))
    };
    // What the user says counts for more than what the other names of the document suggest.
    let given = sense(context, bare(tokens), EntityType::Person).filter(|sense| sense.user);
    let before = match given {
        Some(_) => None,
        None => {
            let near = people.near(context.tree(mention).sentence().block, mention);
            same(table, &people.known, &words_of_name, &titles, &near)
                .filter(|&(actor, _)| may(actor))
        }
    };
    let (actor, rule) = match before {
        Some(before) => before,
        None => {
            let (actor, rule) = add(context, table, mention, &text);
            people.known.push(Person {
                words: words_of_name.clone(),
                actor,
            });
            (actor, rule)
        }
    };
    if words_of_name.len() > 1 {
        let block = context.tree(mention).sentence().block;
        people.full.push((block, mention, actor));
    }
    table.also(actor, &text);
    let given = tokens.first().and_then(|first| {
        let gender = context
            .lexicon
            .gazetteer
            .gender_of_given_name(&first.form)?;
        (words_of_name.len() > 1 || !context.lexicon.gazetteer.is_surname(&first.form))
            .then_some(gender)
    });
    let known = table.entities[actor].known.as_deref();
    let known = known.and_then(|id| context.lexicon.gazetteer.gender_of(id));
    let role = &mut table.entities[actor];
    let told = role.sex.or(titles.sex).or(given.and_then(sex));
    role.sex = known.and_then(sex).or(told);
    role.titles.extend(titles.titles);
    let name = context.found[mention].mention.tokens.start;
    let sentence = context.found[mention].mention.sentence;
    let before = (titles.start..name).map(|token| ((sentence, token), actor));
    context.titled.extend(before);
    if role.belongs_to.is_none() {
        let owner = collective::owner_before(context, table, mention, titles.start);
        table.entities[actor].belongs_to = owner.filter(|&owner| owner != actor);
    }
    context.join(mention, actor, rule);
}

/// A person whom nobody of those before is.
fn add(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    text: &str,
) -> (usize, Join) {
    let tokens = bare(context.tokens(mention));
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
    let role = Entity::new(text.to_owned(), ActorType::Person, true);
    (table.add(role), Join::Name)
}

/// The person among those before who is meant, if just one fits; `near` are those named in full right before.
fn same(
    table: &EntityTable,
    people: &[Person],
    name: &[String],
    titles: &Titles,
    near: &[usize],
) -> Option<(usize, Join)> {
    if let Some(person) = people.iter().find(|person| person.words == name) {
        return Some((person.actor, Join::Name));
    }
    // The strictest rule by which anybody fits decides.
    for rule in RULES {
        let fits = |person: &&Person| fits(rule, &person.words, name, titles);
        let mut fitting: Vec<&Person> = people.iter().filter(fits).collect();
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
            let shares = |person: &&Person| {
                shares_title(&table.entities[person.actor].titles, &titles.titles)
            };
            let sharing = fitting.iter().any(shares);
            let named_here = |person: &&Person| near.contains(&person.actor);
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
fn fits(rule: Join, full: &[String], name: &[String], titles: &Titles) -> bool {
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
fn name_words(tokens: &[Token]) -> Vec<String> {
    let tokens = bare(tokens).iter();
    let words = tokens.filter(|token| token.form.chars().any(char::is_alphabetic));
    words
        .map(|token| key(std::slice::from_ref(token)))
        .filter(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii"))
        .collect()
}

fn sex(gender: Gender) -> Option<Sex> {
    match gender {
        Gender::Male => Some(Sex::Male),
        Gender::Female => Some(Sex::Female),
        Gender::Unknown => None,
    }
}

/// The titles before a name, several of them joined by `and` or commas.
fn titles(context: &DocumentContext<'_>, mention: usize) -> Titles {
    let tokens = &context.tree(mention).sentence().tokens;
    let end = context.found[mention].mention.tokens.start;
    let mut titles = Titles {
        titles: Vec::new(),
        sex: None,
        start: end,
    };
    while let Some((start, sex_told)) = title_before(context, tokens, titles.start) {
        titles
            .titles
            .push(words(&tokens[start..title_end(tokens, titles.start)]));
        titles.sex = titles.sex.or(sex_told);
        titles.start = start;
        if titles.titles.len() == 4 {
            break;
        }
    }
    titles
}

/// Where a title before `end` ends, less a comma or `and` between two titles.
fn title_end(tokens: &[Token], end: usize) -> usize {
    let joined = end
        .checked_sub(1)
        .is_some_and(|last| matches!(tokens[last].form.as_str(), "and" | "," | "&"));
    end - usize::from(joined)
}

/// Where the longest title begins that ends at `end`, and the sex it tells.
fn title_before(
    context: &DocumentContext<'_>,
    tokens: &[Token],
    end: usize,
) -> Option<(usize, Option<Sex>)> {
    let end = title_end(tokens, end);
    let gazetteer = &context.lexicon.gazetteer;
    let letters = |&start: &usize| {
        let token = &tokens[start];
        let body = token.entity.ends_with("-ORG") && end > start + 1;
        token.form.starts_with(char::is_alphabetic) && !body
    };
    for start in (end.saturating_sub(6)..end).filter(letters) {
        if let Some((title, size)) = gazetteer.title_at(&tokens[..end], start)
            && start + size == end
        {
            return Some((start, sex(title.gender)));
        }
    }
    let last = end.checked_sub(1)?;
    let noun = context
        .lexicon
        .actor_nouns
        .noun(None, &tokens[last].form.to_lowercase())?;
    // A noun right before the name, with no article between: `spokesperson Khan`.
    let described = tokens[last].head.is_some_and(|head| head >= end)
        && tokens[last].is_any(&[Deprel::Nmod, Deprel::Compound, Deprel::Flat, Deprel::Appos]);
    (noun.kind == ActorType::Person && described).then_some((last, noun.sex))
}
