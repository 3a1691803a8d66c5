//! The word lists of cleaning: phrases of boilerplate, and the words of bylines, datelines and date lines.

use aho_corasick::AhoCorasick;

use crate::lexicon::{LexiconError, ListEntry, ListText, Source, WordList};

/// Why a part of a page is not part of the article; a list has no other reasons.
const REASONS: &[&str] = &[
    "advertisement",
    "author biography",
    "caption",
    "comment form",
    "cookie notice",
    "copyright",
    "menu",
    "newsletter",
    "related link",
    "share button",
    "social post",
    "subscription",
    "tag",
];

/// The word lists of cleaning.
#[derive(Debug, Clone)]
pub(super) struct Boilerplate {
    phrases: AhoCorasick,
    rules: Vec<PhraseRule>,
    /// Words near a date: `updated`, `monday`, `gmt`.
    pub(super) date_words: WordList,
    /// The words before the author's name in a byline, longest first: `written by`.
    pub(super) bylines: Vec<String>,
    /// The words after the name in a biography, longest first, and whether an occupation must follow.
    pub(super) biography_verbs: Vec<(String, bool)>,
    /// Occupations of writers only: `staff writer`.
    pub(super) writing_roles: Vec<String>,
    /// Occupations that authors have and people in the news as well: `professor`.
    pub(super) study_roles: Vec<String>,
    /// News agencies and desks.
    pub(super) agencies: WordList,
    /// Words in capitals that are not places: `UPDATE`.
    pub(super) labels: WordList,
    /// Cities from which news is reported.
    pub(super) cities: WordList,
    /// Names of stock exchanges, and with a dot before them the codes behind tickers.
    pub(super) exchanges: WordList,
    /// Names of the fields of front matter.
    pub(super) front_matter: WordList,
}

/// What one phrase says about the paragraph that contains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PhraseRule {
    place: PhrasePlace,
    /// The maximal number of words of the paragraph; 0 for any number.
    words: usize,
    /// What is set aside.
    pub(super) reach: DropExtent,
    /// The reason.
    pub(super) reason: &'static str,
}

/// Where in its paragraph a phrase must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PhrasePlace {
    Whole,
    Start,
    End,
    In,
}

/// What is set aside when a phrase is found, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DropExtent {
    /// The paragraph.
    Line,
    /// The paragraph and a headline right after it.
    Next,
    /// The paragraph and all headlines right after it.
    Section,
    /// The paragraph and everything after it.
    End,
}

impl Boilerplate {
    /// Reads the lists.
    pub(super) fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = |name: &str, embedded| source.list(&format!("read/{name}"), embedded);
        let boilerplate = list(
            "boilerplate.txt",
            include_str!("../../data/read/boilerplate.txt"),
        )?;
        let mut phrases = Vec::new();
        let mut rules = Vec::new();
        for entry in boilerplate.entries() {
            let (phrase, rule) = rule(&entry)?;
            phrases.push(phrase);
            rules.push(rule);
        }
        let phrases = AhoCorasick::new(&phrases).map_err(|error| LexiconError::Malformed {
            file: "read/boilerplate.txt".to_owned(),
            line: 1,
            problem: error.to_string(),
        })?;
        let date_words = list(
            "date_words.txt",
            include_str!("../../data/read/date_words.txt"),
        )?;
        let bylines = list("bylines.txt", include_str!("../../data/read/bylines.txt"))?;
        let verbs = list(
            "biography_verbs.txt",
            include_str!("../../data/read/biography_verbs.txt"),
        )?;
        let writing = list(
            "writing_roles.txt",
            include_str!("../../data/read/writing_roles.txt"),
        )?;
        let study = list(
            "study_roles.txt",
            include_str!("../../data/read/study_roles.txt"),
        )?;
        let agencies = list("agencies.txt", include_str!("../../data/read/agencies.txt"))?;
        let labels = list("labels.txt", include_str!("../../data/read/labels.txt"))?;
        let cities = list("cities.txt", include_str!("../../data/read/cities.txt"))?;
        Ok(Self {
            phrases,
            rules,
            date_words: WordList::new(&date_words),
            bylines: longest_first(&bylines),
            biography_verbs: biography_verbs(&verbs)?,
            writing_roles: longest_first(&writing),
            study_roles: longest_first(&study),
            agencies: WordList::new(&agencies),
            labels: WordList::new(&labels),
            cities: WordList::new(&cities),
            exchanges: exchanges(source)?,
            front_matter: front_matter(source)?,
        })
    }

    /// The rule that applies to a paragraph: of several the one with the furthest reach.
    pub(super) fn rule(&self, paragraph: &str) -> Option<PhraseRule> {
        let words = paragraph.split_whitespace().count();
        let text = normal(paragraph);
        let (bare_start, bare_end) = bare(&text);
        let found = self.phrases.find_overlapping_iter(&text);
        let rules = found.filter_map(|found| {
            let rule = self.rules[found.pattern().as_usize()];
            let (start, end) = (found.start(), found.end());
            let bounded = bounded(&text, start, end);
            let stands = match rule.place {
                PhrasePlace::Whole => {
                    (start <= bare_start && end >= bare_end) || (start == 0 && end == text.len())
                }
                PhrasePlace::Start => start == 0 || (start <= bare_start && !quoted(&text)),
                PhrasePlace::End => end == text.len(),
                PhrasePlace::In => true,
            };
            let short = rule.words == 0 || words <= rule.words;
            (bounded && stands && short).then_some(rule)
        });
        rules.max_by_key(|rule| rule.reach)
    }
}

fn exchanges(source: &Source) -> Result<WordList, LexiconError> {
    let embedded = include_str!("../../data/read/exchanges.txt");
    Ok(WordList::new(&source.list("read/exchanges.txt", embedded)?))
}

fn front_matter(source: &Source) -> Result<WordList, LexiconError> {
    let embedded = include_str!("../../data/read/front_matter.txt");
    Ok(WordList::new(
        &source.list("read/front_matter.txt", embedded)?,
    ))
}

fn rule<'a>(entry: &ListEntry<'a>) -> Result<(&'a str, PhraseRule), LexiconError> {
    let columns: Vec<&str> = entry.columns().collect();
    let &[phrase, place, words, reach, reason] = columns.as_slice() else {
        return Err(entry.malformed("5 columns expected: phrase, place, words, reach, reason"));
    };
    let place = match place {
        "whole" => PhrasePlace::Whole,
        "start" => PhrasePlace::Start,
        "end" => PhrasePlace::End,
        "in" => PhrasePlace::In,
        _ => return Err(entry.malformed("the place is whole, start, end or in")),
    };
    let words = words
        .parse()
        .map_err(|_| entry.malformed("the third column is a number"))?;
    let reach = match reach {
        "line" => DropExtent::Line,
        "next" => DropExtent::Next,
        "section" => DropExtent::Section,
        "end" => DropExtent::End,
        _ => return Err(entry.malformed("the reach is line, next, section or end")),
    };
    let reason = REASONS.iter().find(|known| **known == reason);
    let reason = reason
        .ok_or_else(|| entry.malformed(format!("the reason is one of {}", REASONS.join(", "))))?;
    Ok((
        phrase,
        PhraseRule {
            place,
            words,
            reach,
            reason,
        },
    ))
}

fn longest_first(list: &ListText) -> Vec<String> {
    let mut entries: Vec<String> = list
        .entries()
        .map(|entry| entry.text().to_owned())
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
    entries
}

fn biography_verbs(list: &ListText) -> Result<Vec<(String, bool)>, LexiconError> {
    let mut verbs = Vec::new();
    for entry in list.entries() {
        let columns: Vec<&str> = entry.columns().collect();
        let needs_role = match columns.as_slice() {
            [_, "role"] => true,
            [_, "alone"] => false,
            _ => return Err(entry.malformed("2 columns expected, the second role or alone")),
        };
        verbs.push((columns[0].to_owned(), needs_role));
    }
    verbs.sort_by_key(|(verb, _)| std::cmp::Reverse(verb.len()));
    Ok(verbs)
}

/// The text in the form of the lists: lower case, straight quotes, single spaces.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        for sign in word.chars() {
            match sign {
                '’' | '‘' => normal.push('\''),
                '“' | '”' => normal.push('"'),
                '\u{200B}' | '\u{FEFF}' => {}
                _ => normal.extend(sign.to_lowercase()),
            }
        }
    }
    normal
}

/// Where the words of a line start and end, without the punctuation, counts and icons around them.
fn bare(text: &str) -> (usize, usize) {
    let aside = |sign: char| !sign.is_alphabetic() && sign != '©';
    let rest = text.trim_start_matches(aside);
    let start = text.len() - rest.len();
    (start, start + rest.trim_end_matches(aside).len())
}

/// Whether the text opens with a quotation mark.
fn quoted(text: &str) -> bool {
    text.starts_with(['"', '\''])
}

/// Whether the span does not start or end within a word.
fn bounded(text: &str, start: usize, end: usize) -> bool {
    let touches = |inside: Option<char>, outside: Option<char>| {
        inside.is_some_and(char::is_alphanumeric) && outside.is_some_and(char::is_alphanumeric)
    };
    let phrase = &text[start..end];
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !touches(phrase.chars().next(), before) && !touches(phrase.chars().next_back(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(paragraph: &str) -> Option<&'static str> {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        boilerplate.rule(paragraph).map(|rule| rule.reason)
    }

    #[test]
    fn boilerplate_is_known_by_its_phrases_whatever_signs_and_counts_stand_around_them() {
        assert_eq!(reason("Read More: Talks to go on"), Some("related link"));
        assert_eq!(reason("» Leave a Reply"), Some("comment form"));
        assert_eq!(reason("Comments (12)"), Some("comment form"));
        assert_eq!(reason("12 Shares"), Some("share button"));
        assert_eq!(reason("© 2025 The River Post"), Some("copyright"));
        assert_eq!(
            reason("The pier in spring. Photo: Jo Roe/AFP"),
            Some("caption")
        );
        assert_eq!(reason("Don’t miss"), Some("related link"));
    }

    #[test]
    fn the_same_words_inside_a_sentence_say_nothing() {
        assert_eq!(
            reason("Officials said that the share of trade had grown."),
            None
        );
        assert_eq!(
            reason("“You have reached your goal,” the minister told them."),
            None
        );
        assert_eq!(
            reason("Published in a journal on Monday, the study names both governments."),
            None
        );
        assert_eq!(
            reason("Hosted by Freedonia, the talks between both sides ended without a result."),
            None
        );
        assert_eq!(reason("Tagore wrote it."), None);
        assert_eq!(reason("The minister left a reply unanswered."), None);
    }

    #[test]
    fn a_list_with_an_unknown_reason_is_refused_by_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("read")).unwrap();
        let list = folder.path().join("read/boilerplate.txt");
        std::fs::write(&list, "our quiz\tstart\t9\tline\tboredom\n").unwrap();
        let error = Boilerplate::load(&Source::with_folder(folder.path())).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("boilerplate.txt:1: the reason is one of advertisement")
        );
    }
}
