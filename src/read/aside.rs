//! What stands beside the words of a paragraph and is no part of its sentences: picture credits, the names of those who
//! contributed, tickers of companies (`(VDL.L)`, `(NASDAQ: VDL)`), and lines of front matter above the text.
//!
//! In: a document that is cut into blocks. Out: the same with these set aside, each with its reason. A ticker stays inside
//! its block; sentences leave out what is set aside there.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{Block, Document, Dropped, Span};

use super::{block, boilerplate::Boilerplate, date};

/// A credit alone: `(Jo Doe/Wire)`, `[Jo Doe/River Wire]`, `Jo Doe/Wire`.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}.'’\-]*(?: [\p{L}.'’\-]+){0,4}";
    let names = format!(r"(?P<first>{name})/(?P<last>{name})");
    Regex::new(&format!(
        r"^(?:(?P<open>[\[(]){names}[\])]|{})\.?$",
        names.replace("first", "before").replace("last", "behind")
    ))
    .expect("the form is fixed and tested")
});

/// A ticker in brackets with the code of its exchange behind or before it.
static TICKER: LazyLock<Regex> = LazyLock::new(|| {
    let one = r"[A-Z0-9]{1,8}\s*\.\s*(?P<suffix>[A-Z]{1,2})|(?P<exchange>[A-Z][A-Za-z]{2,10})\s*:\s*[A-Z0-9.]{1,8}";
    Regex::new(&format!(r"\(\s*(?:{one})\s*\)")).expect("the form is fixed and tested")
});

/// A line of front matter: `title: Talks open`.
static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^(?P<name>[A-Za-z_]{3,14}):\s*["']?(?P<value>.*?)["']?$"#)
        .expect("the form is fixed and tested")
});

/// The reasons for which the last words of a paragraph are set aside.
const TAILS: &[&str] = &["caption", "copyright"];
/// The last words that are set aside are no more than this.
const TAIL_WORDS: usize = 30;
/// If there are ends of sentences in them, no more than this.
const SHORT_TAIL: usize = 12;
/// So many ends of sentences are tried as the beginning of what is set aside.
const TRIES: usize = 3;
/// The line above and below front matter.
const FENCE: &str = "---";

/// Sets aside what stands beside the sentences.
pub(super) fn cut(document: &mut Document, boilerplate: &Boilerplate) {
    cut_tails(document, boilerplate);
    cut_tickers(document, boilerplate);
}

/// Sets the front matter above the text aside, and takes title, date, author and source from it.
pub(super) fn cut_front_matter(document: &mut Document, boilerplate: &Boilerplate) {
    let mut fields = Vec::new();
    let mut end = 0;
    let mut line_start = 0;
    let mut fenced = false;
    for line in document.text.split_inclusive('\n') {
        let words = line.trim();
        line_start += line.len();
        if words == FENCE && (fields.is_empty() || fenced) {
            end = line_start;
            if fenced {
                break;
            }
            fenced = true;
            continue;
        }
        let field = FIELD
            .captures(words)
            .filter(|field| fenced || boilerplate.front_matter.has(&field["name"].to_lowercase()));
        let Some(field) = field else { break };
        fields.push((field["name"].to_lowercase(), field["value"].to_owned()));
        end = line_start;
    }
    // One line may be a sentence: *Source: the ministry.*
    if fields.len() < 2 && !(fields.len() == 1 && fenced) {
        return;
    }
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        match name.as_str() {
            "title" => document.title.get_or_insert(value),
            "author" => document.author.get_or_insert(value),
            "source" => document.source.get_or_insert(value),
            "date" => match date::find(&value) {
                Some((_, found)) => document.date.get_or_insert(found),
                None => continue,
            },
            _ => continue,
        };
    }
    let blocks = std::mem::take(&mut document.blocks);
    let rest = blocks.into_iter().filter_map(|block| {
        let start = block.span.start.max(end);
        let lead = document.text.get(start..block.span.end)?;
        let start = start + lead.len() - lead.trim_start().len();
        (start < block.span.end).then_some(Block {
            span: Span::new(start, block.span.end),
            ..block
        })
    });
    document.blocks = rest.collect();
    let end = document.text[..end].trim_end().len();
    set_aside(document, Span::new(0, end), "front matter");
}

/// Cuts credits and the names of contributors off the ends of paragraphs.
fn cut_tails(document: &mut Document, boilerplate: &Boilerplate) {
    for index in (0..document.blocks.len()).rev() {
        let block = document.blocks[index];
        let mut end = block.span.end;
        while let Some((start, reason)) = tail(
            &document.text[block.span.start..end],
            block.span.start,
            boilerplate,
        ) {
            set_aside(document, Span::new(start, end), reason);
            end = document.text[..start]
                .trim_end()
                .len()
                .max(block.span.start);
        }
        if end <= block.span.start {
            document.blocks.remove(index);
        } else {
            document.blocks[index].span = Span::new(block.span.start, end);
        }
    }
}

/// Where the last words begin that are no part of the text, and why they are none. `offset` is where `words` begin.
fn tail(words: &str, offset: usize, boilerplate: &Boilerplate) -> Option<(usize, &'static str)> {
    let ends = words
        .char_indices()
        .rev()
        .filter(|(_, sign)| sign.is_whitespace())
        .map(|(at, _)| at)
        .filter(|&at| block::ends_sentence(words[..at].trim_end()))
        .take(TRIES);
    let mut starts: Vec<usize> = ends.collect();
    if starts.len() < TRIES {
        starts.push(0);
    }
    for (tried, &start) in starts.iter().enumerate() {
        let last = words[start..].trim();
        // A stop before the last may end an abbreviation: *Photo: J. Doe*.
        let most = if tried == 0 { TAIL_WORDS } else { SHORT_TAIL };
        if last.is_empty() || last.split_whitespace().count() > most {
            continue;
        }
        let rule = boilerplate
            .rule(last)
            .map(|rule| rule.reason)
            .filter(|reason| TAILS.contains(reason));
        let reason = rule.or_else(|| is_credit(last, boilerplate).then_some("caption"));
        if let Some(reason) = reason {
            let lead = words[start..].len() - words[start..].trim_start().len();
            return Some((offset + start + lead, reason));
        }
    }
    None
}

/// Whether the words are a picture credit: in brackets, or with the name of an agency.
fn is_credit(words: &str, boilerplate: &Boilerplate) -> bool {
    CREDIT.captures(words).is_some_and(|credit| {
        let agency = |name: &str| {
            (credit.name(name))
                .is_some_and(|part| boilerplate.agencies.has(&part.as_str().to_lowercase()))
        };
        credit.name("open").is_some() || agency("before") || agency("behind")
    })
}

/// Sets tickers aside inside their paragraphs.
fn cut_tickers(document: &mut Document, boilerplate: &Boilerplate) {
    let mut found = Vec::new();
    for block in &document.blocks {
        for ticker in TICKER.captures_iter(document.slice(block.span)) {
            let code = |name: &str| ticker.name(name).map(|part| part.as_str().to_lowercase());
            let listed = code("exchange").is_some_and(|name| boilerplate.exchanges.has(&name))
                || code("suffix")
                    .is_some_and(|name| boilerplate.exchanges.has(&format!(".{name}")));
            if let Some(whole) = ticker.get(0).filter(|_| listed) {
                let start = block.span.start;
                found.push(Span::new(start + whole.start(), start + whole.end()));
            }
        }
    }
    for span in found {
        set_aside(document, span, "ticker");
    }
}

fn set_aside(document: &mut Document, span: Span, reason: &'static str) {
    let at = document.dropped.partition_point(|other| other.span < span);
    document.dropped.insert(at, Dropped { span, reason });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;
    use crate::read::plain;

    fn cleaned(text: &str) -> (Document, Vec<String>) {
        let boilerplate = Boilerplate::load(&Source::embedded()).unwrap();
        let mut document = plain::text("a", text);
        cut_front_matter(&mut document, &boilerplate);
        cut(&mut document, &boilerplate);
        let kept = document.blocks.iter();
        let kept = kept.map(|block| document.slice(block.span).to_owned());
        let kept = kept.collect();
        (document, kept)
    }

    fn dropped(text: &str) -> Vec<String> {
        let (document, _) = cleaned(text);
        let dropped = document.dropped.iter();
        dropped
            .map(|dropped| document.slice(dropped.span).to_owned())
            .collect()
    }

    #[test]
    fn credits_are_cut_off_the_ends_of_paragraphs() {
        for credit in [
            "(Ida Berg/River Wire)",
            "[Ida Berg/River Wire]",
            "Ida Berg/AFP",
            "Photo: Ida Berg/River Wire",
            "(AP Photo/Ida Berg)",
        ] {
            let text = format!("Farmers block a road near Linden. {credit}\n\nThe minister spoke.");
            assert_eq!(dropped(&text), [credit]);
            let kept = ["Farmers block a road near Linden.", "The minister spoke."];
            assert_eq!(cleaned(&text).1, kept, "{credit}");
        }
    }

    #[test]
    fn those_who_contributed_are_no_part_of_the_report() {
        let text = "The strike ended.\n\nIda Berg in Oslo and Tom Reed contributed to this report.";
        assert_eq!(cleaned(text).1, ["The strike ended."]);
        let text = "Ten states contributed to the force. The photo shows a road.";
        assert!(dropped(text).is_empty());
    }

    #[test]
    fn any_white_space_may_end_a_sentence() {
        let text = "“Let us talk.\u{2009}” He left.\u{3000}(Ida Berg/River Wire)";
        assert_eq!(dropped(text), ["(Ida Berg/River Wire)"]);
    }

    #[test]
    fn tickers_are_left_out_of_their_sentences() {
        assert_eq!(
            dropped("Vindal (VDL.L) sued Norvik (NASDAQ: NRV), and Osk\n(OSK\n.DE) paid."),
            ["(VDL.L)", "(NASDAQ: NRV)", "(OSK\n.DE)"]
        );
        assert!(dropped("It left the union (U.S) and the group (see: NATO).").is_empty());
    }

    #[test]
    fn front_matter_tells_title_and_date() {
        let (document, kept) =
            cleaned("title: \"Talks open\"\ndate: 2020-03-01\n\nThe ministers met in Oslo.");
        assert_eq!(kept, ["The ministers met in Oslo."]);
        assert_eq!(document.title.as_deref(), Some("Talks open"));
        assert_eq!(document.date.as_deref(), Some("2020-03-01"));
        let fenced = "---\nlayout: post\ntitle: Talks open\n---\nThe ministers met in Oslo.";
        assert_eq!(cleaned(fenced).1, ["The ministers met in Oslo."]);
        assert!(dropped("Source: the ministry.\n\nThe ministers met.").is_empty());
    }
}
