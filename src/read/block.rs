//! Cuts plain text into blocks: paragraphs, headings and list items, which sentences never run over.
//!
//! A blank line ends a block. So does a line break, unless the text is wrapped by hand, which shows in that the next
//! line's first word had no room on the line before, or in that the next line goes on in lower case.

use crate::text::{Block, BlockKind, Span};

/// Lines longer than this are paragraphs of their own, not lines of wrapped text; in code points.
const LONGEST_WRAPPED: usize = 120;
/// In a group whose longest line is shorter than this nothing is wrapped; in code points.
const SHORTEST_WRAPPED: usize = 40;
/// Brackets over the end of a line are no longer than this; in bytes.
const BRACKET: usize = 24;
/// The maximal number of words of a heading.
const HEADING_WORDS: usize = 16;

/// The blocks of `text`, in order; lines that are wrapped by hand are joined.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let lines = lines(text);
    // One paragraph on a long line shows that lines are not wrapped anywhere.
    let wrapped = lines.iter().all(|line| {
        let words = &text[line.range()];
        words.chars().count() <= LONGEST_WRAPPED || !words.contains(' ')
    });
    for line in lines {
        if line.is_empty() {
            cut_group(text, &group, wrapped, &mut blocks);
            group.clear();
        } else {
            group.push(line);
        }
    }
    cut_group(text, &group, wrapped, &mut blocks);
    blocks
}

/// The lines of `text` that are not blank, in order, each a block.
pub(super) fn line_blocks(text: &str) -> Vec<Block> {
    let solid = lines(text).into_iter().filter(|line| !line.is_empty());
    solid.map(|line| block_of(text, line)).collect()
}

/// The lines of `text`, each without white space at its ends; blank ones are empty.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let pieces = text.split_inclusive('\n');
    let spans = pieces.map(|line| {
        let lead = line.len() - line.trim_start().len();
        let solid = line.trim().len();
        let from = if solid == 0 { start } else { start + lead };
        start += line.len();
        Span::new(from, from + solid)
    });
    spans.collect()
}

/// Cuts a group of lines without a blank one among them.
fn cut_group(text: &str, group: &[Span], wrapped: bool, blocks: &mut Vec<Block>) {
    let width = |span: &Span| text[span.range()].chars().count();
    let widest = group.iter().map(width).max().unwrap_or(0);
    let wraps = wrapped && (SHORTEST_WRAPPED..=LONGEST_WRAPPED).contains(&widest);
    let mut open: Option<Span> = None;
    for (index, &line) in group.iter().enumerate() {
        let joins = index > 0
            && open.is_some()
            && (wraps && runs_on(text, group[index - 1], line, widest)
                || open.is_some_and(|block| is_bracketed(text, block, line)));
        open = match open {
            Some(block) if joins => Some(block.cover(line)),
            Some(block) => {
                blocks.push(block_of(text, block));
                Some(line)
            }
            None => Some(line),
        };
    }
    blocks.extend(open.map(|block| block_of(text, block)));
}

/// Whether a bracket that is open at the end of `block` closes at the start of `line`, or `line` goes on in brackets: what
/// was a link on a page often stands on a line of its own (`Vindal\n(VDL.L) sued Norvik`).
fn is_bracketed(text: &str, block: Span, line: Span) -> bool {
    if block_of(text, line).kind == BlockKind::ListItem {
        return false;
    }
    let (block, next) = (&text[block.range()], &text[line.range()]);
    let open = block.rfind('(').is_some_and(|at| {
        !block[at..].contains(')') && block.len() - at <= BRACKET && !block[at..].contains('\n')
    });
    let close = next.find(')').filter(|&at| at <= BRACKET);
    let bracket = next.starts_with('(')
        && close.is_some_and(|at| !next[at + 1..].trim().is_empty())
        && !ends_sentence(block);
    open && close.is_some_and(|at| !next[..at].contains('(')) || bracket
}

/// Whether the text of `line` goes on in `next`, in a group of lines of which the longest has `widest` code points.
fn runs_on(text: &str, line: Span, next: Span, widest: usize) -> bool {
    let (line, next) = (&text[line.range()], &text[next.range()]);
    if list_mark(next) > 0 {
        return false;
    }
    if next.starts_with(char::is_lowercase) && !ends_sentence(line) {
        return true;
    }
    let first = next.split_whitespace().next().unwrap_or("");
    let needed = line.chars().count() + 1 + first.chars().count();
    // Some programs even lines out and leave up to a tenth of the width free.
    needed * 10 > widest * 9 + 10
}

/// A list item keeps its mark: in plain text every character is in a block.
fn block_of(text: &str, span: Span) -> Block {
    let words = &text[span.range()];
    let mark = list_mark(words);
    let kind = if mark > 0 && mark < words.len() {
        BlockKind::ListItem
    } else if is_heading(words) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    };
    Block { span, kind }
}

/// Whether words have the shape of a heading: a few of them, on one line, with no stop at the end.
pub(super) fn is_heading(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let starts = words
        .chars()
        .find(|sign| sign.is_alphanumeric())
        .is_some_and(|sign| !sign.is_lowercase());
    !words.contains('\n')
        && (1..=HEADING_WORDS).contains(&count)
        && starts
        && !ends_sentence(words)
        && !words.ends_with([',', ';', ':', '-', '–', '—'])
}

/// Whether words end as a sentence does, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(|sign: char| {
        matches!(
            sign,
            '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_' | ' '
        )
    });
    bare.ends_with(['.', '!', '?', '…'])
}

/// How many bytes the mark of a list item takes at the start of a line: `- `, `• `, `3. `, `(b) `.
pub(super) fn list_mark(line: &str) -> usize {
    let rest = line.trim_start_matches(['-', '*', '•', '‣', '▪', '●', '◦', '·', '–']);
    let sign = line.len() - rest.len();
    let one_sign = line
        .chars()
        .next()
        .is_some_and(|first| first.len_utf8() == sign);
    if one_sign && rest.starts_with([' ', '\t']) {
        return line.len() - rest.trim_start().len();
    }
    let open = line.strip_prefix('(').unwrap_or(line);
    let digits = open.chars().take_while(char::is_ascii_digit).count();
    let letter = open.starts_with(|sign: char| sign.is_ascii_lowercase());
    let after = match digits {
        1..=2 => &open[digits..],
        0 if letter && line.starts_with('(') => &open[1..],
        _ => return 0,
    };
    let closed = if line.starts_with('(') {
        after.strip_prefix(')')
    } else {
        after.strip_prefix(['.', ')'])
    };
    match closed {
        Some(rest) if rest.starts_with([' ', '\t']) => line.len() - rest.trim_start().len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(BlockKind, &str)> {
        let found = blocks(text);
        let words = |block: &Block| (block.kind, &text[block.span.range()]);
        found.iter().map(words).collect()
    }

    #[test]
    fn a_sentence_runs_over_the_lines_of_wrapped_text() {
        let text = "The two ministers met in Geneva on Monday and agreed to\n\
                    reopen the border crossing that Ruritania had closed in\n\
                    spring.\n\nTalks go on.";
        let found = cut(text);
        assert_eq!(found.len(), 2);
        assert!(found[0].1.ends_with("in\nspring."));
    }

    #[test]
    fn a_heading_right_above_wrapped_text_stays_apart() {
        let text = "Border to reopen\n\
                    The two ministers met in Geneva on Monday and agreed to\n\
                    reopen the border crossing that Ruritania had closed.";
        let found = cut(text);
        assert_eq!(found[0], (BlockKind::Heading, "Border to reopen"));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn each_long_line_is_a_paragraph() {
        let long = "The minister said that the crossing would open. ".repeat(5);
        let text = format!("{long}\n{long}");
        assert_eq!(cut(&text).len(), 2);
    }

    #[test]
    fn brackets_over_the_end_of_a_line_stay_together() {
        let found = cut("Vindal\n(VDL.L) sued its rival Norvik (NRV\n.N), and Oslo paid.\nIt won.");
        let words: Vec<&str> = found.iter().map(|block| block.1).collect();
        let first = "Vindal\n(VDL.L) sued its rival Norvik (NRV\n.N), and Oslo paid.";
        assert_eq!(words, [first, "It won."]);
    }

    #[test]
    fn list_items_keep_their_mark_and_are_never_joined() {
        let text = "The plan has three parts that both sides have signed:\n\
                    - reopening the crossing at the river without delay,\n\
                    2) a joint patrol of both countries' police forces and\n\
                    (c) talks";
        let found = cut(text);
        let kinds: Vec<BlockKind> = found.iter().map(|block| block.0).collect();
        use BlockKind::{ListItem, Paragraph};
        assert_eq!(kinds, [Paragraph, ListItem, ListItem, ListItem]);
        assert_eq!(found[3].1, "(c) talks");
        assert!(found[2].1.starts_with("2) a joint"));
    }

    #[test]
    fn carriage_returns_are_white_space() {
        let text = "Talks began.\r\n\r\nThey go on.\r\n";
        let found = cut(text);
        assert_eq!(found[0].1, "Talks began.");
        assert_eq!(found[1].1, "They go on.");
    }

    #[test]
    fn a_year_or_a_dash_between_words_is_no_mark() {
        assert_eq!(list_mark("2025. That was the year"), 0);
        assert_eq!(list_mark("-5 degrees"), 0);
        assert_eq!(list_mark("-- he said"), 0);
        assert_eq!(list_mark("• Talks"), 4);
    }
}
