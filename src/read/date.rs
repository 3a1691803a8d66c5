//! Dates as articles print them → `YYYY-MM-DD`.
//!
//! Numeric dates whose day and month are ambiguous (`03/04/2025`) are ignored.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A month's name, whole or short.
const MONTH: &str = "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|\
                     sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/// The forms of dates, each with groups for day, month and year.
static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?";
    let forms = [
        r"\b(?P<year>\d{4})(?:-|/)(?P<month>\d{1,2})(?:-|/)(?P<day>\d{1,2})(?:\b|t)".to_owned(),
        format!(r"\b{MONTH}\.?\s+{day}\s*,?\s+(?P<year>\d{{4}})\b"),
        format!(r"\b{day}(?:\s+of)?[\s-]+{MONTH}\.?,?[\s-]+(?P<year>\d{{4}})\b"),
        r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b".to_owned(),
    ];
    let compile =
        |form: &String| Regex::new(&format!("(?i){form}")).expect("the forms are fixed and tested");
    forms.iter().map(compile).collect()
});

/// The first date in `text`, with its place.
///
/// ```
/// use actant::read::date;
///
/// assert_eq!(date::find("Updated Jul 26, 2025 10:30 AM").unwrap().1, "2025-07-26");
/// assert_eq!(date::find("Sat, 26 Jul 2025 10:30:00 +0500").unwrap().1, "2025-07-26");
/// assert_eq!(date::find("03/04/2025"), None);
/// ```
pub fn find(text: &str) -> Option<(Range<usize>, String)> {
    let found = FORMS.iter().filter_map(|form| {
        let captures = form.captures(text)?;
        let date = date_of(&captures)?;
        Some((captures.get(0)?.range(), date.to_string()))
    });
    found.min_by_key(|(place, _)| place.start)
}

fn date_of(captures: &Captures<'_>) -> Option<Date> {
    let number = |name: &str| captures.name(name)?.as_str().parse::<i16>().ok();
    let year = number("year").filter(|year| (1400..=2200).contains(year))?;
    let (month, day) = match (number("first"), number("second")) {
        (Some(first), Some(second)) if first == second => (first, first),
        (Some(first), Some(second)) if first > 12 => (second, first),
        (Some(first), Some(second)) if second > 12 => (first, second),
        (Some(_), Some(_)) => return None,
        _ => {
            let month = captures.name("month")?.as_str().to_ascii_lowercase();
            let named = MONTHS.iter().position(|name| month.starts_with(name));
            let month = match named {
                Some(index) => i16::try_from(index + 1).ok()?,
                None => month.parse().ok()?,
            };
            (month, number("day")?)
        }
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<String> {
        find(text).map(|(_, date)| date)
    }

    #[test]
    fn the_usual_forms_are_read() {
        for text in [
            "Saturday, July 26, 2025",
            "2025-07-26T10:30:00Z",
            "26 July 2025",
            "26th of July, 2025",
            "Jul. 26, 2025 10:30 AM",
            "26-Jul-2025",
            "2025/07/26",
            "26/07/2025",
            "07/26/2025",
            "Published: 26.07.2025",
        ] {
            assert_eq!(date(text).as_deref(), Some("2025-07-26"), "{text}");
        }
        assert_eq!(date("5/5/2025").as_deref(), Some("2025-05-05"));
    }

    #[test]
    fn what_is_no_day_or_not_clear_is_left_alone() {
        for text in [
            "03/04/2025",
            "February 30, 2025",
            "July 2025",
            "in 2025",
            "26 July",
            "May 5",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_date_of_a_text_counts() {
        assert_eq!(
            date("3 May 2024, updated 2025-01-01").as_deref(),
            Some("2024-05-03")
        );
    }
}
