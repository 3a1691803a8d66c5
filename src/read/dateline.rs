//! The place and agency at the head of a report, which are no part of its first sentence: `Islamabad (TDI): …`,
//! `KABUL, July 3 (Agency) – …`, `GENEVA — …`.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{BlockKind, Dateline, Document, Dropped, Span};

use super::{block, boilerplate::Boilerplate, date};

/// Place, date, agency and the sign that parts them from the sentence; the date and the agency may be missing.
static FORM: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"\p{Lu}[\p{L}.'’\-]*";
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]*";
    let date = format!(
        r"(?i:{month}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{month}\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:,?\s+\d{{4}})?"
    );
    let sign = r"\s*[—–|]\s*|\s+--?\s+|\s*:-?\s+";
    let form = format!(
        r"^(?P<place>{word}(?:(?:,\s*|/|\s+){word}){{0,5}}?)(?:[,.]\s*(?P<date>{date}))?(?:\s*\((?P<agency>[^()\n]{{2,40}})\)(?P<after>{sign}|\s+)|(?P<sign>{sign}))"
    );
    Regex::new(&form).expect("the form is fixed and tested")
});

/// Cuts the dateline off the paragraph it opens, if there is one, and keeps it as the document's.
pub(super) fn cut(document: &mut Document, boilerplate: &Boilerplate) {
    let labels = document
        .blocks
        .iter()
        .filter(|block| starts_with_label(document.slice(block.span)))
        .count();
    let paragraphs = (0..document.blocks.len())
        .filter(|&index| document.blocks[index].kind == BlockKind::Paragraph);
    let found = paragraphs.take(PARAGRAPHS).find_map(|index| {
        let words = document.slice(document.blocks[index].span);
        Some((index, find(words, boilerplate, labels > 1)?))
    });
    let Some((index, found)) = found else {
        return;
    };
    let span = document.blocks[index].span;
    let cut = Span::new(span.start, span.start + found.length);
    document.blocks[index].span = Span::new(cut.end, span.end);
    let line = Span::new(cut.start, cut.start + document.slice(cut).trim_end().len());
    let at = document
        .dropped
        .partition_point(|dropped| dropped.span < line);
    document.dropped.insert(
        at,
        Dropped {
            span: line,
            reason: "dateline",
        },
    );
    if document.date.is_none() {
        document.date = date::find(document.slice(line)).map(|(_, date)| date);
    }
    if document.source.is_none() {
        document.source.clone_from(&found.agency);
    }
    document.dateline = Some(Dateline {
        span: line,
        place: found.place,
        agency: found.agency,
    });
}

/// The name of a city has at most so many words.
const CITY_WORDS: usize = 3;
/// The dateline is in one of the first paragraphs; a summary may precede it.
const PARAGRAPHS: usize = 3;

struct FoundDateline {
    /// Bytes from the paragraph's start to its first sentence.
    length: usize,
    place: String,
    agency: Option<String>,
}

/// The dateline of a paragraph. `speakers` is whether other paragraphs open with labels as well, as in a transcript.
fn find(paragraph: &str, boilerplate: &Boilerplate, speakers: bool) -> Option<FoundDateline> {
    let Some(captures) = FORM.captures(paragraph) else {
        return bare(paragraph, boilerplate);
    };
    let text = |name| captures.name(name).map_or("", |part| part.as_str());
    let (place, agency, dated) = (text("place"), text("agency"), !text("date").is_empty());
    let length = captures.get(0)?.end();
    let sign = match text("after").trim() {
        "" => text("sign").trim(),
        after => after,
    };
    let opens = |first: char| first.is_uppercase() || first.is_numeric() || "\"'“‘".contains(first);
    if !paragraph[length..].starts_with(opens) {
        return None;
    }
    let lower = place.to_lowercase();
    let city = boilerplate.cities.has(&lower)
        || lower
            .split([',', '/'])
            .any(|part| boilerplate.cities.has(part.trim()));
    // *MONTGOMERY, Ala.*: the town alone is in capitals.
    let town = place.split(',').next().unwrap_or_default();
    let capitals = town.chars().filter(|sign| sign.is_alphabetic()).count() >= 4
        && !town.chars().any(char::is_lowercase)
        && !boilerplate.labels.has(&lower);
    let wire = boilerplate.agencies.has(&agency.to_lowercase());
    let is_one = match (agency.is_empty(), sign) {
        (false, "") => wire && (city || capitals),
        (false, _) => (city || capitals || wire) && !abbreviates(agency, place),
        (true, ":" | ":-") => city || (capitals && !speakers),
        (true, "|") => city || capitals,
        (true, _) => city || capitals || (dated && !boilerplate.labels.has(&lower)),
    };
    is_one.then(|| FoundDateline {
        length,
        place: place.to_owned(),
        agency: (!agency.is_empty()).then(|| agency.to_owned()),
    })
}

/// A city in capitals with no sign behind it: *LIMA President Ruiz met miners.*
fn bare(paragraph: &str, boilerplate: &Boilerplate) -> Option<FoundDateline> {
    if !block::ends_sentence(paragraph) {
        return None;
    }
    let words: Vec<&str> = paragraph.split(' ').take(CITY_WORDS + 1).collect();
    (1..words.len()).rev().find_map(|count| {
        let place = words[..count].join(" ");
        let next = words[count];
        let capitals = !place.chars().any(char::is_lowercase);
        let known = |part: &str| boilerplate.cities.has(&part.to_lowercase());
        // *PARIS POLICE ARREST TWO.* is in capitals as a whole.
        let opens = next.starts_with(char::is_uppercase)
            && (next.chars().any(char::is_lowercase) || next.contains('.') || next.len() == 1);
        (capitals && opens && place.split('/').all(known)).then(|| FoundDateline {
            length: place.len() + 1,
            place,
            agency: None,
        })
    })
}

/// Whether a line opens with a word in capitals and a colon.
fn starts_with_label(line: &str) -> bool {
    let Some((label, _)) = line.split_once(':') else {
        return false;
    };
    label.len() <= 40
        && label.chars().any(char::is_alphabetic)
        && !label.chars().any(char::is_lowercase)
}

/// Whether `short` is made of the initials of the words of `long`, so that the two are one name.
fn abbreviates(short: &str, long: &str) -> bool {
    let words = long.split(|sign: char| !sign.is_alphanumeric());
    let initials: String = words.filter_map(|word| word.chars().next()).collect();
    let capitals: String = initials
        .chars()
        .filter(|sign| sign.is_uppercase())
        .collect();
    short.chars().count() > 1
        && (initials.eq_ignore_ascii_case(short) || capitals.eq_ignore_ascii_case(short))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;
    use crate::read::plain;

    fn place(text: &str) -> Option<(String, Option<String>)> {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        let mut document = plain::text("a", text);
        cut(&mut document, &boilerplate);
        let dateline = document.dateline.clone()?;
        assert_eq!(document.dropped[0].span, dateline.span);
        assert!(!dateline.span.overlaps(document.blocks[0].span));
        assert!(
            document
                .slice(document.blocks[0].span)
                .starts_with(char::is_uppercase)
        );
        Some((dateline.place, dateline.agency))
    }

    #[test]
    fn place_and_agency_are_cut_off_the_first_sentence() {
        let found = |place: &str, agency: &str| {
            Some((
                place.to_owned(),
                (!agency.is_empty()).then(|| agency.to_owned()),
            ))
        };
        assert_eq!(
            place("Islamabad (TDI): The ministry spoke."),
            found("Islamabad", "TDI")
        );
        assert_eq!(
            place("KABUL, July 3 (Wire) – The ministry spoke."),
            found("KABUL", "Wire")
        );
        assert_eq!(place("GENEVA — The ministers met."), found("GENEVA", ""));
        assert_eq!(
            place("Geneva, 3 July 2025 – The ministers met."),
            found("Geneva", "")
        );
        assert_eq!(
            place("STRELSAU: The minister resigned."),
            found("STRELSAU", "")
        );
        assert_eq!(place("New Delhi: India spoke."), found("New Delhi", ""));
        assert_eq!(
            place("LINDEN, Ala. -- The governor spoke."),
            found("LINDEN, Ala.", "")
        );
        for (line, town) in [
            ("GENEVA U.S. envoys met.", "GENEVA"),
            ("NEW DELHI The ministers met.", "NEW DELHI"),
            ("PARIS/BERLIN Both sides met.", "PARIS/BERLIN"),
        ] {
            assert_eq!(place(line), found(town, ""));
        }
        assert_eq!(
            place("WASHINGTON/STRELSAU (Reuters) - Both sides met."),
            found("WASHINGTON/STRELSAU", "Reuters")
        );
    }

    #[test]
    fn names_labels_and_speakers_are_no_datelines() {
        for text in [
            "National River Authority (NRA): The name stands on every gate.",
            "UPDATE: The ministers met.",
            "However – The ministers met.",
            "Freedonia: Talks go on.",
            "The minister (Reuters) spoke.",
            "RASSENDYLL: We will go.\n\nHENTZAU: They will not.",
            "Moscow – which denies the charges – spoke.",
            "Geneva hosts the talks.",
            "GENEVA TALKS END WITHOUT RESULT.",
            "NATO Troops entered the town.",
            "GENEVA Talks",
        ] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    #[test]
    fn the_agency_and_a_full_date_say_who_published_and_when() {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        let mut document = plain::text("a", "KABUL, July 3, 2025 (Wire) – The ministry spoke.");
        cut(&mut document, &boilerplate);
        assert_eq!(document.date.as_deref(), Some("2025-07-03"));
        assert_eq!(document.source.as_deref(), Some("Wire"));
    }
}
