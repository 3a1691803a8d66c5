//! The words of an expression of time → what each adds to it.

use crate::lexicon::{Phase, Season, TimeUnit, TimeWord, TimeWords, Turn};

/// A piece of an expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Month(i8),
    Weekday(i8),
    Season(Season),
    /// A unit without a number.
    Unit(TimeUnit),
    /// So many units.
    Count(i32, TimeUnit),
    /// A number; whether it is a day or a year shows what stands beside it.
    Number(i32),
    Ordinal(i32),
    /// The first year of a decade.
    Decade(i32),
    /// A century, counted from 1.
    Century(i32),
    /// A quarter of a year, from 1.
    Quarter(i8),
    /// A half of a year, from 1.
    Half(i8),
    Turn(Turn),
    Shift(i32),
    Part(Box<str>),
    /// A part of the day of writing.
    PartToday(Box<str>),
    Clock(String),
    /// A date in figures: year, month, day.
    Date(i32, i8, i8),
    Phase(Phase),
    Ago,
    Hence,
    Every,
    Rhythm(Box<str>),
    Fiscal,
    Feast(i8, i8),
    And,
    To,
}

/// What the words add, in order; nothing if one of them is no word of time.
pub(crate) fn items(words: &[String], lexicon: &TimeWords) -> Option<Vec<Item>> {
    let pieces: Vec<String> = words.iter().flat_map(|word| pieces(word)).collect();
    let parts = parts(&pieces, lexicon)?;
    joined(&parts)
}

/// A word cut where digits meet letters, at dashes and at the marks inside numbers: `2001–2021`, `1990s`, `Q3`, `3:30`.
fn pieces(word: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    let has_digit = word.contains(|letter: char| letter.is_ascii_digit());
    for letter in word.to_lowercase().chars() {
        let letter = if letter == '’' { '\'' } else { letter };
        let mark = |letter: char| {
            matches!(letter, '-' | '–' | '—') || (has_digit && matches!(letter, '/' | ':' | '.'))
        };
        let same = before.is_some_and(|before| {
            before.is_ascii_digit() == letter.is_ascii_digit() && !mark(before) && !mark(letter)
        });
        match pieces.last_mut() {
            Some(piece) if same => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        before = Some(letter);
    }
    pieces
}

/// A piece as the list has it, or digits, or a mark between them.
#[derive(Debug, Clone)]
enum Piece<'a> {
    Word(&'a TimeWord),
    /// A number with how many digits it is written.
    Digits(i32, usize),
    /// `:` or `.` between hours and minutes.
    Colon,
}

/// So many pieces may make one entry of the list.
const LONGEST: usize = 5;

fn parts<'a>(pieces: &[String], lexicon: &'a TimeWords) -> Option<Vec<Piece<'a>>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let longest = (1..=LONGEST.min(pieces.len() - at)).rev();
        let listed = longest.into_iter().find_map(|count| {
            let words = pieces[at..at + count].join(" ");
            let bare = words.strip_suffix('.').filter(|bare| !bare.is_empty());
            let word = lexicon.word(&words);
            let word = word.or_else(|| lexicon.word(bare?));
            word.map(|word| (Piece::Word(word), count))
        });
        let (piece, count) = match listed {
            Some(found) => found,
            None => (plain(&pieces[at])?, 1),
        };
        found.push(piece);
        at += count;
    }
    Some(found)
}

fn plain<'a>(piece: &str) -> Option<Piece<'a>> {
    if matches!(piece, ":" | ".") {
        return Some(Piece::Colon);
    }
    let digits = piece.len() <= 4 && piece.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !piece.is_empty()).then_some(())?;
    Some(Piece::Digits(piece.parse().ok()?, piece.len()))
}

/// Joins numbers with what follows them.
fn joined(pieces: &[Piece<'_>]) -> Option<Vec<Item>> {
    let mut found: Vec<Item> = Vec::new();
    let mut rest = pieces;
    while !rest.is_empty() {
        let (item, used) = next(rest, found.last())?;
        found.extend(item);
        rest = &rest[used..];
    }
    Some(found)
}

/// The next item, if there is one, and how many pieces it is made of.
fn next(rest: &[Piece<'_>], before: Option<&Item>) -> Option<(Option<Item>, usize)> {
    use Piece::{Colon, Digits, Word};
    Some(match rest {
        // *earlier this month*
        [Word(TimeWord::Loose), _, ..] if before.is_none() => (None, 1),
        // *mid-2021*
        [Word(TimeWord::To), ..] if matches!(before, Some(Item::Phase(_))) => (None, 1),
        [
            Digits(year, 4),
            Word(TimeWord::To),
            Digits(month, 1..=2),
            Word(TimeWord::To),
            Digits(day, 1..=2),
            ..,
        ] => (Some(Item::Date(*year, small(*month)?, small(*day)?)), 5),
        [Word(TimeWord::QuarterLetter), Digits(number @ 1..=4, 1), ..] => {
            (Some(Item::Quarter(small(*number)?)), 2)
        }
        [Word(TimeWord::HalfLetter), Digits(number @ 1..=2, 1), ..] => {
            (Some(Item::Half(small(*number)?)), 2)
        }
        [Digits(hour, 1..=2), Colon, Digits(minute, 2), tail @ ..] => {
            let (hour, used) = half_of_day(*hour, tail);
            (Some(clock(hour, *minute)?), 3 + used)
        }
        [Digits(hour, 1..=2), Word(TimeWord::Sharp), tail @ ..] => {
            let (hour, used) = half_of_day(*hour, tail);
            (Some(clock(hour, 0)?), 2 + used)
        }
        [
            Digits(hour, 1..=2),
            Word(TimeWord::Morning | TimeWord::Afternoon),
            ..,
        ] => {
            let (hour, used) = half_of_day(*hour, &rest[1..]);
            (Some(clock(hour, 0)?), 1 + used)
        }
        [Digits(number, digits), Word(TimeWord::DecadeEnding), ..] if number % 10 == 0 => {
            let year = if *digits == 2 { 1900 + number } else { *number };
            (Some(decade(year)?), 2)
        }
        [
            Digits(number, 1..=2),
            Word(TimeWord::OrdinalEnding),
            tail @ ..,
        ] => {
            let (item, used) = placed(*number, tail)?;
            (Some(item), 2 + used)
        }
        [Word(TimeWord::Ordinal(number)), tail @ ..] => {
            let (item, used) = placed(*number, tail)?;
            (Some(item), 1 + used)
        }
        // *the second half*, not a sixtieth of a minute
        [
            Word(TimeWord::Unit(TimeUnit::Second, 1)),
            Word(TimeWord::Unit(..)),
            ..,
        ] if !matches!(before, Some(Item::Number(_))) => {
            let (item, used) = placed(2, &rest[1..])?;
            (Some(item), 1 + used)
        }
        [Digits(..) | Word(TimeWord::Number(_)), ..] => number(rest)?,
        [Word(word), ..] => (single(word)?, 1),
        [Colon, ..] | [] => return None,
    })
}

/// Numbers in figures or words, and the unit that they count.
fn number(rest: &[Piece<'_>]) -> Option<(Option<Item>, usize)> {
    use Piece::{Digits, Word};
    let mut total: i32 = 0;
    let mut used = 0;
    let mut figures = false;
    for piece in rest {
        match piece {
            Digits(number, _) if used == 0 => {
                total = *number;
                figures = true;
            }
            Word(TimeWord::Number(number)) if used == 0 => total = *number,
            Word(TimeWord::Number(number @ (100 | 1000))) => total = total.checked_mul(*number)?,
            Word(TimeWord::Number(number)) if !figures && *number < 10 && total % 10 == 0 => {
                total += number;
            }
            // *twenty-five*
            Word(TimeWord::To)
                if !figures
                    && (20..100).contains(&total)
                    && matches!(rest.get(used + 1), Some(Word(TimeWord::Number(1..=9)))) => {}
            _ => break,
        }
        used += 1;
    }
    let mut after = used;
    // *a couple of weeks*, *a two-week visit*
    while matches!(rest.get(after), Some(Word(TimeWord::Skip | TimeWord::To))) {
        after += 1;
    }
    Some(match rest.get(after) {
        Some(Word(TimeWord::Unit(unit, factor))) => (
            Some(Item::Count(total.checked_mul(*factor)?, *unit)),
            after + 1,
        ),
        _ => (Some(Item::Number(total)), used),
    })
}

/// *third quarter*, *21st century*; else a place in a row.
fn placed(number: i32, tail: &[Piece<'_>]) -> Option<(Item, usize)> {
    let dash = usize::from(matches!(tail.first(), Some(Piece::Word(TimeWord::To))));
    Some(match tail.get(dash) {
        Some(Piece::Word(TimeWord::Unit(TimeUnit::Quarter, _))) if (1..=4).contains(&number) => {
            (Item::Quarter(small(number)?), dash + 1)
        }
        Some(Piece::Word(TimeWord::Unit(TimeUnit::Half, _))) if (1..=2).contains(&number) => {
            (Item::Half(small(number)?), dash + 1)
        }
        Some(Piece::Word(TimeWord::Unit(TimeUnit::Century, _))) if (1..=22).contains(&number) => {
            (Item::Century(number), dash + 1)
        }
        // *the third week* of what?
        Some(Piece::Word(TimeWord::Unit(..))) => return None,
        _ => (Item::Ordinal(number), 0),
    })
}

fn half_of_day(hour: i32, tail: &[Piece<'_>]) -> (i32, usize) {
    match tail.first() {
        Some(Piece::Word(TimeWord::Morning)) => (if hour == 12 { 0 } else { hour }, 1),
        Some(Piece::Word(TimeWord::Afternoon)) if hour <= 12 => (hour % 12 + 12, 1),
        _ => (hour, 0),
    }
}

fn clock(hour: i32, minute: i32) -> Option<Item> {
    let real = (0..24).contains(&hour) && (0..60).contains(&minute);
    real.then(|| Item::Clock(format!("T{hour:02}:{minute:02}")))
}

fn decade(year: i32) -> Option<Item> {
    (1000..2200).contains(&year).then_some(Item::Decade(year))
}

fn small(number: i32) -> Option<i8> {
    i8::try_from(number).ok()
}

/// What a word adds that stands for itself; nothing for one that adds nothing.
fn single(word: &TimeWord) -> Option<Option<Item>> {
    Some(Some(match word {
        TimeWord::Month(month) => Item::Month(*month),
        TimeWord::Weekday(day) => Item::Weekday(*day),
        TimeWord::Season(season) => Item::Season(*season),
        TimeWord::Unit(unit, 1) => Item::Unit(*unit),
        TimeWord::Unit(unit, count) => Item::Count(*count, *unit),
        TimeWord::Decade(years) => Item::Decade(1900 + years),
        TimeWord::Turn(turn) => Item::Turn(*turn),
        TimeWord::Shift(days) => Item::Shift(*days),
        TimeWord::Part(part) => Item::Part(part.clone()),
        TimeWord::PartToday(part) => Item::PartToday(part.clone()),
        TimeWord::Clock(time) => Item::Clock(format!("T{time}")),
        TimeWord::Phase(phase) => Item::Phase(*phase),
        TimeWord::Ago => Item::Ago,
        TimeWord::Hence => Item::Hence,
        TimeWord::Every => Item::Every,
        TimeWord::Rhythm(rhythm) => Item::Rhythm(rhythm.clone()),
        TimeWord::Fiscal => Item::Fiscal,
        TimeWord::Feast(month, day) => Item::Feast(*month, *day),
        TimeWord::And => Item::And,
        TimeWord::To => Item::To,
        TimeWord::Skip => return Some(None),
        TimeWord::Number(_)
        | TimeWord::Ordinal(_)
        | TimeWord::OrdinalEnding
        | TimeWord::DecadeEnding
        | TimeWord::Loose
        | TimeWord::Morning
        | TimeWord::Afternoon
        | TimeWord::Sharp
        | TimeWord::QuarterLetter
        | TimeWord::HalfLetter => return None,
    }))
}
