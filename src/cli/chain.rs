//! `actant chain`: who says the sentence at a place of a file, to the last mouth, as a tree.

use std::fmt::Write;

use clap::Args;

use crate::annotate::Annotated;
use crate::extract::{Attribution, Extracted, Phrase, Statement, StatementKind};
use crate::text::Span;
use crate::trace::Role;

use super::excerpt::{Layout, excerpt, style};
use super::input::Input;
use super::message::{Failure, note};
use super::output::{in_colour, print, width};
use super::place::Place;
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant chain article.txt:12                     the sentences on line 12\n  \
        actant chain article.txt:12:40                  the sentence at that column, as `said` and `trace` print places\n  \
        actant chain 'page.html#char=120,140'           at these letters of the text, where lines are not the file's\n  \
        actant chain 'wire-7#char=120,140' wire.jsonl   in one document of a file with many",
    after_help = "The article's own voice stands at the top, below it who it quotes, below these whom they quote, and beside\n\
        each voice the statements that are its own.\n\
        Exit code 1 if there is no sentence at the place."
)]
pub(super) struct Chain {
    /// Where: FILE, FILE:LINE, FILE:LINE:COLUMN or NAME#char=FROM,TO
    #[arg(value_name = "PLACE")]
    place: String,
    #[command(flatten)]
    input: Input,
}

impl Chain {
    pub(super) fn run(self) -> Result<End, Failure> {
        let Self { place, mut input } = self;
        let place = Place::parse(&place);
        if input.paths.is_empty() {
            input.paths.push(place.path.clone());
        }
        let layout = Layout {
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
            return Ok(End::Partly);
        }
        if text.is_empty() {
            let why = missing.unwrap_or_else(|| "there is no sentence at this place".to_owned());
            note(&why);
            return Ok(End::Nothing);
        }
        Ok(End::Done)
    }
}

/// The chains of the document's sentences at the place, a blank line between them; why there are none.
fn draw(extracted: &Extracted, place: &Place, layout: Layout) -> Result<String, String> {
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

/// One sentence with its voices.
struct Drawing<'a> {
    extracted: &'a Extracted,
    index: usize,
}

impl<'a> Drawing<'a> {
    fn annotated(&self) -> &'a Annotated {
        &self.extracted.annotated
    }

    fn draw(&self, layout: Layout, out: &mut String) {
        let document = &self.annotated().document;
        let sentence = self.annotated().sentences[self.index].span;
        out.push_str(&excerpt(
            document.slice(sentence),
            &self.marks(sentence),
            layout,
        ));
        let known = [&document.author, &document.source];
        let known: Vec<&str> = known.into_iter().filter_map(Option::as_deref).collect();
        let voice = match known.join(", ") {
            known if known.is_empty() => "the article".to_owned(),
            known => format!("the article ({known})"),
        };
        let from = style(Role::Source);
        let _ = writeln!(out, "{from}{voice}{from:#}");
        self.below(None, "", out);
    }

    /// Speakers and cues of the sentence.
    fn marks(&self, sentence: Span) -> Vec<(Span, Role)> {
        let mut marks: Vec<(Span, Role)> = Vec::new();
        for found in &self.extracted.attributions {
            let source = found.source.as_ref().map(|source| (source, Role::Source));
            for (phrase, role) in source.into_iter().chain([(&found.cue, Role::Relation)]) {
                let span = phrase.span(self.annotated());
                let free = marks.iter().all(|(taken, _)| !taken.overlaps(span));
                if sentence.contains(span) && free {
                    marks.push((span, role));
                }
            }
        }
        let shifted = |(span, role): (Span, Role)| {
            (
                Span::new(span.start - sentence.start, span.end - sentence.start),
                role,
            )
        };
        let mut marks: Vec<_> = marks.into_iter().map(shifted).collect();
        marks.sort_unstable();
        marks
    }

    /// What a voice says itself, and those it quotes, each on a branch.
    fn below(&self, voice: Option<usize>, indent: &str, out: &mut String) {
        let statements = self.extracted.statements.iter();
        let own = statements.filter(|statement| {
            statement.sentence == self.index
                && statement.attribution.last().copied() == voice
                && !self.is_shown(statement)
        });
        let lines: Vec<String> = own.map(|statement| self.statement(statement)).collect();
        let quoted = self.quoted(voice);
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
                self.voice(&self.extracted.attributions[inner])
            );
            self.below(Some(inner), &format!("{indent}{further}"), out);
        }
    }

    /// Whether other words of the drawing show a statement: a branch what its cue states, a name whom it belongs to.
    fn is_shown(&self, statement: &Statement) -> bool {
        let relation = &statement.relation.phrase;
        let mut attributions = self.extracted.attributions.iter();
        statement.kind == StatementKind::Membership
            || attributions.any(|found| {
                found.cue.sentence == relation.sentence && found.cue.tokens.contains(&relation.head)
            })
    }

    /// Whom a voice quotes in this sentence: those with words of it, be the cue in another sentence.
    fn quoted(&self, voice: Option<usize>) -> Vec<usize> {
        let sentence = self.annotated().sentences[self.index].span;
        let here = |found: &Attribution| {
            let mut content = found.content.iter();
            found.cue.sentence == self.index || content.any(|content| content.overlaps(sentence))
        };
        let attributions = self.extracted.attributions.iter().enumerate();
        attributions
            .filter(|(_, found)| found.within == voice && here(found))
            .map(|(index, _)| index)
            .collect()
    }

    /// `the leadership (Taliban) has informed → Pakistan [asserts]`
    fn voice(&self, found: &Attribution) -> String {
        let annotated = self.annotated();
        let (from, verb, to) = (
            style(Role::Source),
            style(Role::Relation),
            style(Role::Target),
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
            let told = named(addressee, &found.addressees);
            let _ = write!(line, " → {to}{told}{to:#}");
        }
        let _ = write!(line, " [{}]", found.stance.verb());
        line
    }

    /// `Denmark hid the report (negative, possible)`
    fn statement(&self, statement: &Statement) -> String {
        let annotated = self.annotated();
        // *Analysts at Halden Bank*: a statement without an object is about what else is told of it.
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
