//! `actant chain`: the speakers of a sentence, as a tree.

use std::fmt::Write;

use clap::Args;

use crate::annotate::Annotated;
use crate::extract::{Attribution, Extracted, Phrase, Statement, StatementKind};
use crate::text::Span;
use crate::trace::MarkRole;

use super::command::{Command, Outcome};
use super::excerpt::{ExcerptLayout, excerpt, style};
use super::input::Input;
use super::location::Location;
use super::message::{Failure, note};
use super::output::{in_colour, print, width};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant chain article.txt:12                     the sentences on line 12\n  \
        actant chain article.txt:12:40                  the sentence at that column, as `said` and `trace` print places\n  \
        actant chain 'page.html#char=120,140'           at these code points, for text taken from markup\n  \
        actant chain 'wire-7#char=120,140' wire.jsonl   one of the documents of a file",
    after_help = "The author is at the top; below are the speakers that are quoted, below these the speakers that they quote, and\n\
        with each speaker the statements.\n\
        Exit code 1 if there is no sentence at the place."
)]
pub(super) struct ChainArgs {
    /// The place: FILE, FILE:LINE, FILE:LINE:COLUMN or NAME#char=FROM,TO
    #[arg(value_name = "PLACE")]
    place: String,
    #[command(flatten)]
    input: Input,
}

impl Command for ChainArgs {
    const NAME: &'static str = "chain";
    const ABOUT: &'static str = "Draw the speakers of a sentence as a tree";

    fn run(self) -> Result<Outcome, Failure> {
        let Self { place, mut input } = self;
        let place = Location::parse(&place);
        if input.paths.is_empty() {
            input.paths.push(place.path.clone());
        }
        let layout = ExcerptLayout {
            width: width(),
            indent: 3,
            colour: in_colour(),
        };
        let mut text = String::new();
        let mut missing = None;
        let tally = input.each(
            |extracted| draw(&extracted, &place, layout),
            |drawn| {
                match drawn {
                    Ok(drawn) => text.push_str(&drawn),
                    Err(why) => missing = Some(why),
                }
                Ok(())
            },
        )?;
        print(&text)?;
        if tally.failed > 0 {
            return Ok(Outcome::Partial);
        }
        if text.is_empty() {
            let why = missing.unwrap_or_else(|| "no sentence is at this place".to_owned());
            note(&why);
            return Ok(Outcome::Nothing);
        }
        Ok(Outcome::Done)
    }
}

/// The trees of the document's sentences at the place, separated by blank lines; or why there are none.
fn draw(extracted: &Extracted, place: &Location, layout: ExcerptLayout) -> Result<String, String> {
    let document = &extracted.annotated.document;
    let named = place.path.as_os_str() == "-"
        || document.id.as_str() == place.path.as_os_str()
        || document.path.as_ref() == Some(&place.path);
    if !named || !place.part.is_in(document) {
        return Ok(String::new());
    }
    let sentences = place.part.sentences(&extracted.annotated);
    let sentences = sentences.map_err(|why| format!("{}{}: {why}", document.id, place.part))?;
    let mut text = String::new();
    for index in sentences {
        if !text.is_empty() {
            text.push('\n');
        }
        Drawing { extracted, index }.draw(layout, &mut text);
    }
    Ok(text)
}

/// One sentence with its speakers.
struct Drawing<'a> {
    extracted: &'a Extracted,
    index: usize,
}

impl<'a> Drawing<'a> {
    fn annotated(&self) -> &'a Annotated {
        &self.extracted.annotated
    }

    fn draw(&self, layout: ExcerptLayout, out: &mut String) {
        let document = &self.annotated().document;
        let sentence = self.annotated().sentences[self.index].span;
        out.push_str(&excerpt(
            document.slice(sentence),
            &self.marks(sentence),
            layout,
        ));
        let known = [&document.author, &document.source];
        let known: Vec<&str> = known.into_iter().filter_map(Option::as_deref).collect();
        let author = match known.join(", ") {
            known if known.is_empty() => "the article".to_owned(),
            known => format!("the article ({known})"),
        };
        let from = style(MarkRole::Source);
        let _ = writeln!(out, "{from}{author}{from:#}");
        self.below(None, "", out);
    }

    /// The spans of the speakers and cues of the sentence.
    fn marks(&self, sentence: Span) -> Vec<(Span, MarkRole)> {
        let mut marks: Vec<(Span, MarkRole)> = Vec::new();
        for found in &self.extracted.attributions {
            let source = found
                .source
                .as_ref()
                .map(|source| (source, MarkRole::Source));
            for (phrase, role) in source.into_iter().chain([(&found.cue, MarkRole::Relation)]) {
                let span = phrase.span(self.annotated());
                let free = marks.iter().all(|(taken, _)| !taken.overlaps(span));
                if sentence.contains(span) && free {
                    marks.push((span, role));
                }
            }
        }
        let shifted = |(span, role): (Span, MarkRole)| {
            (
                Span::new(span.start - sentence.start, span.end - sentence.start),
                role,
            )
        };
        let mut marks: Vec<_> = marks.into_iter().map(shifted).collect();
        marks.sort_unstable();
        marks
    }

    /// What a speaker states, and whom the speaker quotes, each on a branch.
    fn below(&self, speaker: Option<usize>, indent: &str, out: &mut String) {
        let statements = self.extracted.statements.iter();
        let own = statements.filter(|statement| {
            statement.sentence == self.index
                && statement.attribution.last().copied() == speaker
                && !self.is_shown(statement)
        });
        let lines: Vec<String> = own.map(|statement| self.statement(statement)).collect();
        let quoted = self.quoted(speaker);
        let branches = lines.len() + quoted.len();
        let branch = |number: usize| match number + 1 == branches {
            true => ("└─ ", "   "),
            false => ("├─ ", "│  "),
        };
        for (number, line) in lines.iter().enumerate() {
            let _ = writeln!(out, "{indent}{}{line}", branch(number).0);
        }
        for (number, &inner) in quoted.iter().enumerate() {
            let (sign, further) = branch(lines.len() + number);
            let _ = writeln!(
                out,
                "{indent}{sign}{}",
                self.attribution(&self.extracted.attributions[inner])
            );
            self.below(Some(inner), &format!("{indent}{further}"), out);
        }
    }

    /// Whether the tree shows a statement elsewhere: the cue of a branch, or the membership in a name.
    fn is_shown(&self, statement: &Statement) -> bool {
        let relation = &statement.relation.phrase;
        let mut attributions = self.extracted.attributions.iter();
        statement.kind == StatementKind::Membership
            || attributions.any(|found| {
                found.cue.sentence == relation.sentence && found.cue.tokens.contains(&relation.head)
            })
    }

    /// The attributions within the given one that have their cue or content in this sentence.
    fn quoted(&self, speaker: Option<usize>) -> Vec<usize> {
        let sentence = self.annotated().sentences[self.index].span;
        let here = |found: &Attribution| {
            let mut content = found.content.iter();
            found.cue.sentence == self.index || content.any(|content| content.overlaps(sentence))
        };
        let attributions = self.extracted.attributions.iter().enumerate();
        attributions
            .filter(|(_, found)| found.within == speaker && here(found))
            .map(|(index, _)| index)
            .collect()
    }

    /// `the leadership (Taliban) has informed → Pakistan [asserts]`
    fn attribution(&self, found: &Attribution) -> String {
        let annotated = self.annotated();
        let (from, verb, to) = (
            style(MarkRole::Source),
            style(MarkRole::Relation),
            style(MarkRole::Target),
        );
        let named = |phrase: &Phrase, actors: &[usize]| {
            let words = annotated.slice(phrase.span(annotated));
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let names: Vec<&str> = (actors.iter())
                .filter_map(|&actor| annotated.actors.get(actor))
                .map(|actor| actor.name.as_str())
                .filter(|name| *name != words)
                .collect();
            match names.is_empty() {
                true => words,
                false => format!("{words} ({})", names.join(", ")),
            }
        };
        let mut line = match &found.source {
            Some(source) => format!("{from}{}{from:#}", named(source, &found.speakers)),
            None => "somebody".to_owned(),
        };
        let cue = annotated.slice(found.cue.span(annotated));
        let cue = cue.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(line, " {verb}{cue}{verb:#}");
        if let Some(addressee) = &found.addressee {
            let addressee = named(addressee, &found.addressees);
            let _ = write!(line, " → {to}{addressee}{to:#}");
        }
        let _ = write!(line, " [{}]", found.stance.verb());
        line
    }

    /// `Denmark hid the report (negative, possible)`
    fn statement(&self, statement: &Statement) -> String {
        let annotated = self.annotated();
        // *Analysts at Halden Bank*: without an object, the first argument is the rest of the statement.
        let argument = statement.arguments.first();
        let argument = argument
            .map(|argument| format!("{} {}", argument.marker, argument.phrase.text(annotated)));
        let object = statement.object.as_ref();
        let parts = [
            statement.subject.text(annotated),
            statement.relation.text(annotated),
            object.map_or(argument.unwrap_or_default(), |object| {
                object.text(annotated)
            }),
        ];
        let words: Vec<&str> = parts
            .iter()
            .flat_map(|part| part.split_whitespace())
            .collect();
        let mut line = words.join(" ");
        let polarity = Some(statement.polarity.as_str()).filter(|name| *name != "positive");
        let modality = Some(statement.modality.as_str()).filter(|name| *name != "asserted");
        let marks: Vec<&str> = polarity.into_iter().chain(modality).collect();
        if !marks.is_empty() {
            let _ = write!(line, "  ({})", marks.join(", "));
        }
        line
    }
}
