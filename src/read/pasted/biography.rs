//! The few sentences about the author at the end of a page.

use crate::read::boilerplate::{Boilerplate, normal};

use super::{Facts, PageParagraph, ParagraphShape};

/// How many paragraphs of running text at the end may be about the author.
const LAST: usize = 4;
/// The maximal number of words of a name.
const NAME_WORDS: usize = 5;
/// The number of words after the verb within which the occupation must be.
const ROLE_WORDS: usize = 12;

/// Sets aside the biographies among the last paragraphs; the first gives the author if no byline does.
pub(super) fn mark(
    text: &str,
    paragraphs: &mut [PageParagraph],
    boilerplate: &Boilerplate,
    facts: &mut Facts,
) {
    let prose: Vec<usize> = (0..paragraphs.len())
        .filter(|&index| {
            paragraphs[index].dropped.is_none()
                && paragraphs[index].shape > ParagraphShape::Fragment
        })
        .collect();
    for &index in prose.iter().skip(1).rev().take(LAST) {
        let paragraph = &paragraphs[index];
        let told = paragraph
            .rule
            .is_some_and(|rule| rule.reason == "author biography");
        let author = author(text, paragraphs, index, boilerplate, facts);
        if told || author.is_some() {
            paragraphs[index].drop_for("author biography");
        }
        facts.author = facts.author.take().or(author);
    }
}

/// The name of the author if the paragraph is about one.
fn author(
    text: &str,
    paragraphs: &[PageParagraph],
    index: usize,
    boilerplate: &Boilerplate,
    facts: &Facts,
) -> Option<String> {
    let words = paragraphs[index].words(text);
    let (name, rest, needs_role) = name_and_rest(words, boilerplate)?;
    let start: Vec<&str> = rest.split_whitespace().take(ROLE_WORDS).collect();
    let start = normal(&start.join(" "));
    let has = |roles: &[String]| roles.iter().any(|role| holds(&start, role));
    let printed = facts
        .author
        .as_deref()
        .is_some_and(|author| author.contains(name))
        || paragraphs
            .iter()
            .enumerate()
            .any(|(other, paragraph)| other != index && stands_alone(paragraph.words(text), name));
    if printed {
        let is_author =
            !needs_role || has(&boilerplate.writing_roles) || has(&boilerplate.study_roles);
        return is_author.then(|| name.to_owned());
    }
    let surname = name.rsplit(' ').next().unwrap_or(name);
    let in_the_news = paragraphs[..index]
        .iter()
        .filter(|paragraph| paragraph.is_kept_prose())
        .any(|paragraph| paragraph.words(text).contains(surname));
    let is_author = needs_role && !in_the_news && has(&boilerplate.writing_roles);
    is_author.then(|| name.to_owned())
}

/// The name at the start of a paragraph, what follows the verb after it, and whether that must be an occupation.
fn name_and_rest<'a>(
    words: &'a str,
    boilerplate: &Boilerplate,
) -> Option<(&'a str, &'a str, bool)> {
    let mut end = 0;
    let mut count = 0;
    for word in words.split_inclusive(char::is_whitespace) {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end += word.len();
        count += 1;
    }
    if !(2..=NAME_WORDS).contains(&count) {
        return None;
    }
    let (name, rest) = (words[..end].trim_end(), &words[end..]);
    let lower = normal(rest);
    let (verb, needs_role) = boilerplate
        .biography_verbs
        .iter()
        .find(|(verb, _)| holds(&lower, verb) && lower.starts_with(verb.as_str()))?;
    Some((name, rest.get(verb.len()..).unwrap_or(""), *needs_role))
}

/// Whether a line is the name alone, perhaps with an address glued to it.
fn stands_alone(line: &str, name: &str) -> bool {
    let rest = line.trim().strip_prefix(name);
    rest.is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with("http"))
}

/// Whether `words` contains `phrase`, not as part of longer words.
fn holds(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(at, _)| {
        let touches = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        !touches(words[..at].chars().next_back())
            && !touches(words[at + phrase.len()..].chars().next())
    })
}
