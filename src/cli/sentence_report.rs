//! The report of one sentence: sentence, tree, mentions, statements, and rejected clauses.

use std::fmt::Write;

use anstyle::Style;

use crate::extract::{Explained, Modality, Polarity, Reason, Rejection, Statement};
use crate::text::{Sentence, Span};
use crate::trace::MarkRole;

use super::excerpt::{ExcerptLayout, excerpt};
use super::speaker_chain::{ChainLink, line_of};
use super::tree;

/// The layout of a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportLayout {
    /// The width in columns.
    pub(super) width: usize,
    /// Whether it has colours.
    pub(super) colour: bool,
    /// Whether trees are drawn with ASCII characters.
    pub(super) ascii: bool,
}

const HEADING: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The report of the sentence with this index.
pub(super) fn report(explained: &Explained, index: usize, layout: ReportLayout) -> String {
    let mut writer = SentenceReport {
        explained,
        index,
        sentence: &explained.extracted.annotated.sentences[index],
        layout,
        out: String::new(),
    };
    writer.sentence();
    writer.tree();
    writer.mentions();
    writer.statements();
    writer.rejections();
    writer.out.push('\n');
    writer.out
}

struct SentenceReport<'a> {
    explained: &'a Explained,
    index: usize,
    sentence: &'a Sentence,
    layout: ReportLayout,
    out: String,
}

impl<'a> SentenceReport<'a> {
    fn sentence(&mut self) {
        let annotated = &self.explained.extracted.annotated;
        let span = self.sentence.span;
        let place = self.styled(&annotated.document.place(span), HEADING);
        let _ = writeln!(self.out, "{place}");
        self.lines(annotated.slice(span), &[], 3);
    }

    fn tree(&mut self) {
        self.heading("tree");
        let tokens = &self.sentence.tokens;
        let heads: Vec<Option<usize>> = tokens.iter().map(|token| token.head).collect();
        let longest = tokens.iter().map(|token| token.form.chars().count()).max();
        let longest = longest.unwrap_or(0).min(24);
        for (index, line) in tree::draw(&heads, self.layout.ascii)
            .into_iter()
            .enumerate()
        {
            let token = &tokens[index];
            let (line, deprel) = (self.styled(&line, FAINT), token.deprel.as_str());
            let mut row = format!(
                "   {line} {:longest$}  {:5} {deprel:12}",
                token.form.replace(char::is_control, "\u{fffd}"),
                token.upos.as_str(),
            );
            if !token.entity.is_outside() {
                let _ = write!(row, " {}", token.entity);
            }
            if let Some(before) = self.parsed(index) {
                let _ = write!(row, "  (parsed as {before})");
            }
            self.out.push_str(row.trim_end());
            self.out.push('\n');
        }
    }

    /// The attachment that the parser gave a token, if it was corrected.
    fn parsed(&self, token: usize) -> Option<String> {
        let mut mended = self.explained.extracted.annotated.mended.iter();
        let found = mended.find(|one| one.sentence == self.index && one.token == token)?;
        let head = found.head.and_then(|head| self.sentence.tokens.get(head));
        Some(match head {
            Some(head) => format!("{} of `{}`", found.deprel, head.form),
            None => found.deprel.to_string(),
        })
    }

    fn mentions(&mut self) {
        let annotated = &self.explained.extracted.annotated;
        let rows: Vec<[String; 4]> = (annotated.mentions_in(self.index))
            .map(|mention| {
                let actor = mention.actor.and_then(|actor| annotated.actors.get(actor));
                let words = annotated.slice(mention.span).split_whitespace();
                [
                    words.collect::<Vec<_>>().join(" "),
                    mention.kind.as_str().to_owned(),
                    mention.entity.as_str().to_owned(),
                    actor.map_or_else(
                        || "no known actor".to_owned(),
                        |actor| {
                            format!("{} ({})", actor.name, actor.kind.as_str().replace('_', " "))
                        },
                    ),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading("mentions");
        let widest = |column: usize| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or(0).min(40)
        };
        let (words, kind, entity) = (widest(0), widest(1), widest(2));
        let is = if self.layout.ascii { "=" } else { "→" };
        for row in &rows {
            let [text, name, named, actor] = row;
            let _ = writeln!(
                self.out,
                "   {text:words$}  {name:kind$}  {named:entity$}  {is} {actor}"
            );
        }
    }

    fn statements(&mut self) {
        let each = self.explained.extracted.statements.iter().enumerate();
        let own: Vec<usize> = each
            .filter(|(_, statement)| statement.sentence == self.index)
            .map(|(index, _)| index)
            .collect();
        self.heading(if own.is_empty() {
            "no statements"
        } else {
            "statements"
        });
        for (place, &index) in own.iter().enumerate() {
            self.statement(place + 1, index);
        }
    }

    fn statement(&mut self, number: usize, index: usize) {
        let explained = self.explained;
        let statement = &explained.extracted.statements[index];
        let (text, marks) = self.slots(number, statement);
        self.lines(&text, if self.layout.colour { &marks } else { &[] }, 3);
        if let Some(finding) = explained.findings.get(index) {
            let name = &statement.kind;
            let word = &self.sentence.tokens[finding.token].form;
            let mut line = format!("{name} {:.2} at `{word}`", statement.confidence);
            if !finding.steps.is_empty() {
                let _ = write!(line, ": {}", finding.steps.join("; "));
            }
            self.lines_of(&line, 6);
            let line = self.edges(statement, finding.no_edge);
            self.lines_of(&line, 6);
        }
        let chain = self.chain(statement);
        if !chain.is_empty() {
            self.lines_of(&format!("said by: {chain}"), 6);
        }
    }

    /// The statement on a line, with the spans of its parts.
    fn slots(&self, number: usize, statement: &Statement) -> (String, Vec<(Span, MarkRole)>) {
        let annotated = &self.explained.extracted.annotated;
        let mut text = format!("{number}. {}", self.stance(statement));
        let mut marks = Vec::new();
        let mut push = |text: &mut String, words: &str, role: MarkRole| {
            let start = text.len();
            text.push_str(words);
            marks.push((Span::new(start, text.len()), role));
        };
        push(
            &mut text,
            &statement.subject.text(annotated),
            MarkRole::Source,
        );
        text.push_str(" | ");
        push(
            &mut text,
            &statement.relation.text(annotated),
            MarkRole::Relation,
        );
        if let Some(object) = &statement.object {
            text.push_str(" | ");
            push(&mut text, &object.text(annotated), MarkRole::Target);
        }
        for argument in &statement.arguments {
            let words = argument.phrase.text(annotated);
            let _ = write!(text, " | {}: ", argument.role.as_str());
            let words = format!("{} {words}", argument.marker);
            push(&mut text, words.trim(), MarkRole::Target);
        }
        (text, marks)
    }

    /// `(not, required by `urged`) `; empty for plain assertions.
    fn stance(&self, statement: &Statement) -> String {
        let words = |cues: &[usize]| {
            let forms = cues.iter().filter_map(|&cue| self.sentence.tokens.get(cue));
            let quoted: Vec<String> = forms.map(|token| format!("`{}`", token.form)).collect();
            match quoted.is_empty() {
                true => String::new(),
                false => format!(" by {}", quoted.join(" ")),
            }
        };
        let mut parts = Vec::new();
        if statement.polarity == Polarity::Negative {
            parts.push(format!("negative{}", words(&statement.polarity_cues)));
        }
        if statement.modality != Modality::Asserted {
            let name = statement.modality.as_str();
            parts.push(format!("{name}{}", words(&statement.modality_cues)));
        }
        match parts.is_empty() {
            true => String::new(),
            false => format!("({}) ", parts.join(", ")),
        }
    }

    fn edges(&self, statement: &Statement, none: Option<&str>) -> String {
        let (dash, arrow) = if self.layout.ascii {
            ("-", "->")
        } else {
            ("–", "→")
        };
        let edges: Vec<String> = (statement.edges.iter())
            .map(|edge| {
                let (from, to) = (&edge.source.name, &edge.target.name);
                format!("{from} {dash} {} {arrow} {to}", edge.label)
            })
            .collect();
        match none {
            Some(why) => format!("no edge: {why}"),
            None => format!("edge: {}", edges.join("; ")),
        }
    }

    fn chain(&self, statement: &Statement) -> String {
        let extracted = &self.explained.extracted;
        let annotated = &extracted.annotated;
        let chain = statement.attribution.iter();
        let found = chain.filter_map(|&index| extracted.attributions.get(index));
        let line = line_of(found.map(|attribution| {
            let cue = attribution.cue.text(annotated);
            let source = attribution.source.as_ref();
            ChainLink {
                words: source.map_or_else(String::new, |source| {
                    format!("{} ({cue})", source.text(annotated))
                }),
                cue,
            }
        }));
        match self.layout.ascii {
            true => line.replace('→', "->"),
            false => line,
        }
    }

    fn rejections(&mut self) {
        let all = &self.explained.rejections;
        let own: Vec<&Rejection> = all
            .iter()
            .filter(|one| one.sentence == self.index)
            .collect();
        if own.is_empty() {
            return;
        }
        self.heading("no statement");
        let tokens = &self.sentence.tokens;
        let form = |token: usize| tokens[token].form.to_string();
        let widest = own.iter().map(|one| form(one.token).chars().count()).max();
        let widest = widest.unwrap_or(0).min(24);
        for one in own {
            let why = match one.reason {
                Reason::Duplicate(index) => {
                    format!("says the same as statement {}", self.number(index))
                }
                reason => reason.explain(form),
            };
            let (word, name) = (form(one.token), &one.kind);
            let _ = writeln!(self.out, "   {word:widest$}  {name}: {why}");
        }
    }

    /// The number under which a statement of the document is printed.
    fn number(&self, index: usize) -> usize {
        let statements = self.explained.extracted.statements.iter().take(index + 1);
        statements.filter(|one| one.sentence == self.index).count()
    }

    fn heading(&mut self, name: &str) {
        let name = self.styled(name, HEADING);
        let _ = writeln!(self.out, "\n   {name}");
    }

    fn styled(&self, text: &str, style: Style) -> String {
        match self.layout.colour {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    fn lines(&mut self, text: &str, marks: &[(Span, MarkRole)], indent: usize) {
        let layout = ExcerptLayout {
            width: self.layout.width,
            indent,
            colour: self.layout.colour,
        };
        self.out.push_str(&excerpt(text, marks, layout));
    }

    /// A line of words without marks, wrapped.
    fn lines_of(&mut self, text: &str, indent: usize) {
        self.lines(text, &[], indent);
    }
}
