//! A sentence on the terminal with its words marked: in colour, or underlined without colours.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::text::Span;
use crate::trace::MarkRole;

/// The layout of an excerpt.
#[derive(Debug, Clone, Copy)]
pub(super) struct ExcerptLayout {
    /// The width in columns, with the indent.
    pub(super) width: usize,
    /// The number of blanks before every line.
    pub(super) indent: usize,
    /// Whether words are marked by colours; otherwise by a line of characters below.
    pub(super) colour: bool,
}

/// The style of marked words.
pub(super) fn style(role: MarkRole) -> Style {
    match role {
        MarkRole::Source => AnsiColor::Blue.on_default().bold(),
        MarkRole::Relation => AnsiColor::Yellow.on_default().bold(),
        MarkRole::Target => AnsiColor::Magenta.on_default().bold(),
    }
}

const fn sign(role: MarkRole) -> char {
    match role {
        MarkRole::Source | MarkRole::Target => '^',
        MarkRole::Relation => '~',
    }
}

type Letter = (char, Option<MarkRole>);

/// The text, wrapped, with the words at `marks` (bytes of it, ascending, without overlap) marked.
pub(super) fn excerpt(text: &str, marks: &[(Span, MarkRole)], layout: ExcerptLayout) -> String {
    let mut out = String::new();
    let room = layout.width.saturating_sub(layout.indent).max(20);
    for line in wrap(&words(text, marks), room) {
        let indent = " ".repeat(layout.indent);
        out.push_str(&indent);
        paint(&line, layout.colour, &mut out);
        out.push('\n');
        if !layout.colour && line.iter().any(|(_, role)| role.is_some()) {
            let signs: String = line
                .iter()
                .map(|(_, role)| role.map_or(' ', sign))
                .collect();
            let _ = writeln!(out, "{indent}{}", signs.trim_end());
        }
    }
    out
}

fn paint(line: &[Letter], colour: bool, out: &mut String) {
    let mut open: Option<MarkRole> = None;
    for &(letter, role) in line {
        if colour && role != open {
            close(open, out);
            if let Some(role) = role {
                let _ = write!(out, "{}", style(role));
            }
            open = role;
        }
        out.push(letter);
    }
    close(open.filter(|_| colour), out);
}

fn close(open: Option<MarkRole>, out: &mut String) {
    if let Some(role) = open {
        let _ = write!(out, "{:#}", style(role));
    }
}

/// The words with the mark of each letter, and of the blank after the word if the mark continues.
fn words(text: &str, marks: &[(Span, MarkRole)]) -> Vec<(Vec<Letter>, Option<MarkRole>)> {
    let role_at = |at: usize| {
        marks
            .iter()
            .find(|(span, _)| span.holds(at))
            .map(|&(_, role)| role)
    };
    let mut words: Vec<(Vec<Letter>, Option<MarkRole>)> = Vec::new();
    let mut fresh = true;
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            if let Some((_, blank)) = words.last_mut().filter(|_| !fresh) {
                *blank = role_at(at);
            }
            fresh = true;
            continue;
        }
        if fresh {
            words.push((Vec::new(), None));
        }
        fresh = false;
        // Control characters would move the cursor.
        let letter = if letter.is_control() {
            '\u{fffd}'
        } else {
            letter
        };
        if let Some((word, _)) = words.last_mut() {
            word.push((letter, role_at(at)));
        }
    }
    words
}

fn wrap(words: &[(Vec<Letter>, Option<MarkRole>)], room: usize) -> Vec<Vec<Letter>> {
    let mut lines: Vec<Vec<Letter>> = Vec::new();
    let mut blank = None;
    for (word, after) in words {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= room => {
                line.push((' ', blank));
                line.extend(word);
            }
            _ => lines.push(word.clone()),
        }
        blank = *after;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: ExcerptLayout = ExcerptLayout {
        width: 24,
        indent: 2,
        colour: false,
    };

    #[test]
    fn marks_stand_under_their_words_on_every_line() {
        let text = "Zoë’s envoy\nhas “warned” the northern league.";
        let envoy = Span::new(0, text.find("\nhas").unwrap());
        let verb = Span::new(text.find("has").unwrap(), text.find(" the").unwrap());
        let shown = excerpt(
            text,
            &[(envoy, MarkRole::Source), (verb, MarkRole::Relation)],
            PLAIN,
        );
        let expected = concat!(
            "  Zoë’s envoy has\n",
            "  ^^^^^^^^^^^ ~~~\n",
            "  “warned” the northern\n",
            "  ~~~~~~~~\n",
            "  league.\n",
        );
        assert_eq!(shown, expected);
    }

    #[test]
    fn in_colour_the_words_stay_as_they_are() {
        let colour = ExcerptLayout {
            colour: true,
            ..PLAIN
        };
        let shown = excerpt(
            "Oslo thanks Rome.",
            &[(Span::new(0, 4), MarkRole::Source)],
            colour,
        );
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "  Oslo thanks Rome.\n"
        );
        assert!(shown.contains("\u{1b}["));
    }
}
