//! Signs in single paragraphs that they are not part of the article: phrases, dates, weather, bylines, menus, links.

use std::sync::LazyLock;

use regex::Regex;

use crate::read::boilerplate::{Boilerplate, DropExtent, normal};
use crate::read::date;
use crate::text::{Document, Dropped, Span};

use super::{Facts, PageParagraph, ParagraphShape};

/// A temperature, as the heads of pages show it.
static WEATHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\p{L}[\p{L} ]{0,24} )?[-−]?\d{1,2}(?:[.,]\d)?\s*(?:°\s*[CF]?|º\s*[CF]?|[CF])(?:\s+\p{L}[\p{L} ]{0,24})?$")
        .expect("the form is fixed and tested")
});

/// A credit at the end of a caption: `WIRE/Jo Doe`, `[Jo Doe/Wire]`, `(Jo Doe/Wire)`.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}.'’\-]*(?: \p{Lu}[\p{L}.'’\-]*){0,3}";
    let any = r"\p{Lu}[\p{L}.'’\-]*(?: [\p{L}.'’\-]+){0,3}";
    Regex::new(&format!(
        r"(?:\b\p{{Lu}}{{2,}}/{name}|[\[(]{any}/{any}[\])])\.?$"
    ))
    .expect("the form is fixed and tested")
});

/// A time of day.
static TIME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b").expect("the form is fixed"));

/// The maximal number of words beside the date in a date line, such as the section.
const WORDS_BESIDE_DATE: usize = 3;
/// The maximal number of words of a date line.
const DATE_LINE_WORDS: usize = 16;
/// The maximal number of words of a caption.
const CAPTION_WORDS: usize = 60;
/// The maximal number of words of each part of a menu.
const MENU_WORDS: usize = 3;

/// Sets a paragraph aside if it is boilerplate by itself, and extracts date and author from it.
pub(super) fn mark(
    text: &str,
    paragraph: &mut PageParagraph,
    boilerplate: &Boilerplate,
    facts: &mut Facts,
) {
    let words = paragraph.words(text);
    paragraph.rule = boilerplate.rule(words);
    if paragraph.shape != ParagraphShape::Prose
        && let Some(found) = date_line(words, boilerplate)
    {
        facts.date = facts.date.take().or(found);
        let author = author_beside_date(words, boilerplate);
        facts.author = facts.author.take().or(author);
        paragraph.drop_for("date line");
    } else if paragraph.shape == ParagraphShape::Fragment
        && let Some(author) = byline(words, boilerplate)
    {
        let dated = date::find(words).map(|(_, date)| date);
        facts.date = facts.date.take().or(dated);
        facts.author.get_or_insert(author);
        paragraph.drop_for("byline");
    } else if CREDIT.is_match(words) && words.split_whitespace().count() <= CAPTION_WORDS {
        paragraph.drop_for("caption");
    } else if let Some(rule) = paragraph.rule {
        let prose = paragraph.shape == ParagraphShape::Prose;
        // Whether a biography is one shows only when the whole page is known.
        let waits = rule.reason == "author biography" && prose;
        let prose_marker = prose && rule.reach == DropExtent::End;
        if !waits && !prose_marker {
            paragraph.drop_for(rule.reason);
        }
    } else if WEATHER.is_match(words) {
        paragraph.drop_for("weather");
    } else if is_address(words) {
        paragraph.drop_for("link");
    } else if is_menu(words) {
        paragraph.drop_for("menu");
    }
}

/// For a line about a date or time: the date, if it is a whole one.
fn date_line(words: &str, boilerplate: &Boilerplate) -> Option<Option<String>> {
    if words.split_whitespace().count() > DATE_LINE_WORDS {
        return None;
    }
    let found = date::find(words);
    let rest = match &found {
        Some((place, _)) => format!("{} {}", &words[..place.start], &words[place.end..]),
        None => words.to_owned(),
    };
    let timed = TIME.is_match(&rest);
    let rest = normal(&TIME.replace_all(&rest, " "));
    let pieces = rest.split(|sign: char| !sign.is_alphanumeric() && sign != '.');
    let solid = pieces
        .map(|piece| piece.trim_matches('.'))
        .filter(|piece| !piece.is_empty());
    let others = solid
        .clone()
        .filter(|piece| !piece.chars().all(|sign| sign.is_ascii_digit()))
        .filter(|piece| {
            !boilerplate
                .date_words
                .has(piece.trim_start_matches(|sign: char| sign.is_ascii_digit()))
        })
        .count();
    let numbered = rest.chars().any(|sign| sign.is_ascii_digit());
    let date_word = solid.clone().any(|piece| boilerplate.date_words.has(piece));
    let is_one = match found {
        Some(_) => others <= WORDS_BESIDE_DATE,
        None => others == 0 && (timed || (numbered && date_word)),
    };
    is_one.then(|| found.map(|(_, date)| date))
}

/// The author that a line about the date names as well: `3 July 2025 by Jane Roe`.
fn author_beside_date(words: &str, boilerplate: &Boilerplate) -> Option<String> {
    let (place, _) = date::find(words)?;
    [&words[..place.start], &words[place.end..]]
        .into_iter()
        .find_map(|rest| {
            byline(
                rest.trim_matches(|sign: char| !sign.is_alphanumeric()),
                boilerplate,
            )
        })
}

/// The author that a line names, if it is a byline: `By Jane Roe`, `Written by Jane Roe, Staff Writer`.
pub(in crate::read) fn byline(words: &str, boilerplate: &Boilerplate) -> Option<String> {
    let lower = normal(words);
    let opener = boilerplate.bylines.iter().find(|opener| {
        lower
            .strip_prefix(opener.as_str())
            .is_some_and(|rest| rest.starts_with([' ', ':']))
    })?;
    let count = opener.split_whitespace().count();
    let rest: Vec<&str> = words.split_whitespace().skip(count).collect();
    let rest = rest.join(" ");
    let end = rest
        .find(['|', ',', '•', '·', '(', '–', '—', '/', '@', ';'])
        .unwrap_or(rest.len());
    let dated = date::find(&rest).map_or(end, |(place, _)| place.start);
    let name = rest[..end.min(dated)].trim_matches(|sign: char| !sign.is_alphanumeric());
    let pieces: Vec<&str> = name.split_whitespace().collect();
    let named = pieces
        .iter()
        .filter(|piece| piece.starts_with(char::is_uppercase))
        .count();
    ((1..=7).contains(&pieces.len()) && named * 3 >= pieces.len() * 2).then(|| name.to_owned())
}

/// Whether a line is a row of short links: `Home | World | Politics`.
fn is_menu(words: &str) -> bool {
    let pieces: Vec<&str> = words
        .split(['|', '•', '·', '»', '›', '>', '/', '\t'])
        .collect();
    let short = |piece: &&str| piece.split_whitespace().count() <= MENU_WORDS;
    pieces.len() >= 3 && pieces.iter().all(short)
}

/// Whether a line holds addresses or tags alone, or ends in an address glued to a few words.
fn is_address(words: &str) -> bool {
    let glued = words.contains("http://") || words.contains("https://");
    if glued && words.split_whitespace().count() <= MENU_WORDS {
        return true;
    }
    words.split_whitespace().all(|word| {
        let word = word.to_lowercase();
        word.starts_with("www.")
            || word.starts_with('#') && word.len() > 1
            || word.starts_with('@') && word.len() > 1
            || word
                .split_once('@')
                .is_some_and(|(_, host)| host.contains('.'))
    })
}

/// A date in a line that was set aside close to the headline.
pub(super) fn date_near(text: &str, paragraphs: &[PageParagraph], title: usize) -> Option<String> {
    let near = paragraphs.iter().skip(title.saturating_sub(4)).take(10);
    let aside = near.filter(|paragraph| paragraph.dropped.is_some());
    aside
        .filter(|paragraph| paragraph.shape == ParagraphShape::Fragment)
        .find_map(|paragraph| date::find(paragraph.words(text)).map(|(_, date)| date))
}

/// Cuts the name of the agency off the end of the article: `… he said. – Wire`, `(Wire)` on a line of its own.
pub(super) fn cut_sign_off(document: &mut Document, boilerplate: &Boilerplate) {
    let Some(last) = document.blocks.last().copied() else {
        return;
    };
    let words = document.slice(last.span);
    let open = words.rfind(['(', '[', '—', '–', '-']);
    let Some(open) = open.filter(|&at| words.len() - at <= 60) else {
        return;
    };
    let name = words[open..].trim_matches(|sign: char| !sign.is_alphanumeric());
    let before = words[..open].trim_end_matches([' ', '-', '—', '–', '\n', '\r']);
    let stops = before.is_empty() || crate::read::block::ends_sentence(before);
    if !stops || !boilerplate.agencies.has(&name.to_lowercase()) {
        return;
    }
    let start = last.span.start + before.len();
    let gap = document.text[start..last.span.end].len()
        - document.text[start..last.span.end].trim_start().len();
    let dropped = Span::new(start + gap, last.span.end);
    if document.source.is_none() {
        document.source = Some(name.to_owned());
    }
    let kept = Span::new(last.span.start, start);
    document.blocks.pop();
    if !kept.is_empty() {
        document
            .blocks
            .push(crate::text::Block { span: kept, ..last });
    }
    let at = document
        .dropped
        .partition_point(|other| other.span < dropped);
    document.dropped.insert(
        at,
        Dropped {
            span: dropped,
            reason: "agency",
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    #[test]
    fn lines_about_the_time_are_told_from_sentences_with_a_date() {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        let line = |words: &str| date_line(words, &boilerplate);
        assert_eq!(
            line("Saturday, July 26, 2025"),
            Some(Some("2025-07-26".to_owned()))
        );
        assert_eq!(
            line("World | Updated 26 July 2025, 10:30 PKT"),
            Some(Some("2025-07-26".to_owned()))
        );
        assert_eq!(line("2 hours ago"), Some(None));
        assert_eq!(line("5 min read"), Some(None));
        assert_eq!(line("10:30 AM"), Some(None));
        assert_eq!(line("Talks on July 26, 2025 ended without a result"), None);
        assert_eq!(line("May"), None);
        assert_eq!(line("Article 370"), None);
    }

    #[test]
    fn bylines_name_the_author_without_role_and_date() {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        let author = |words: &str| byline(words, &boilerplate);
        assert_eq!(author("By Jane Roe"), Some("Jane Roe".to_owned()));
        assert_eq!(
            author("By: Jane van Roe | July 3, 2025"),
            Some("Jane van Roe".to_owned())
        );
        assert_eq!(
            author("Written by Jane Roe, Staff Writer"),
            Some("Jane Roe".to_owned())
        );
        assert_eq!(author("By contrast with last year"), None);
        assert_eq!(author("Byron wins vote"), None);
    }

    #[test]
    fn a_caption_is_known_by_its_credit() {
        assert!(CREDIT.is_match("Soldiers at the bridge, July 7, 2025. WIRE/Jo Doe"));
        assert!(CREDIT.is_match("The minister in Geneva [Jo van Doe/River Wire]"));
        assert!(!CREDIT.is_match("He spoke to the AP/Wire bureau in Geneva."));
        assert!(!CREDIT.is_match("The pact (Geneva) holds."));
    }

    #[test]
    fn menus_and_weather_have_their_shapes() {
        assert!(is_menu("Home | World | Politics"));
        assert!(is_menu("Home > Asia > Border talks"));
        assert!(!is_menu("Ministers meet in Geneva | The River Post"));
        for words in ["35.5 C", "-3°C", "Strelsau 21 °C", "35º"] {
            assert!(WEATHER.is_match(words), "{words}");
        }
        assert!(!WEATHER.is_match("3 Cabinet ministers"));
    }
}
