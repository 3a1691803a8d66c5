//! Documents made by hand, so that tests of the graph do not depend on learned models.

use actant::annotate::{Annotated, Join, LocalActor, Mention, MentionKind};
use actant::extract::{
    Attribution, AttributionMode, Edge, EdgeEnd, Extracted, Modality, Phrase, Polarity, Relation,
    Statement, StatementKind,
};
use actant::lexicon::Stance;
use actant::text::{ActorType, Document, EntityType, Sentence, Span, Token};

/// A sentence and what it states: the words of each part stand in it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) source: &'static str,
    pub(crate) relation: &'static str,
    pub(crate) label: &'static str,
    pub(crate) target: &'static str,
    pub(crate) polarity: Polarity,
    pub(crate) modality: Modality,
    pub(crate) said: Option<Said>,
}

/// Who says it.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) speaker: &'static str,
    pub(crate) cue: &'static str,
    pub(crate) denies: bool,
}

/// Words for an actor, its name, type, identifier in the gazetteer, and owner.
type Row = (
    &'static str,
    &'static str,
    ActorType,
    Option<&'static str>,
    Option<&'static str>,
);

/// The actors that the samples know.
const ACTORS: [Row; 9] = [
    (
        "Norland",
        "Norland",
        ActorType::State,
        Some("norland"),
        None,
    ),
    (
        "Norlanders",
        "Norland",
        ActorType::State,
        Some("norland"),
        None,
    ),
    (
        "Suderia",
        "Suderia",
        ActorType::State,
        Some("suderia"),
        None,
    ),
    (
        "Free Front",
        "Free Front",
        ActorType::ArmedGroup,
        None,
        None,
    ),
    (
        "Norland officials",
        "Norland officials",
        ActorType::Group,
        None,
        Some("Norland"),
    ),
    ("Anna Berg", "Anna Berg", ActorType::Person, None, None),
    ("Berg & Sons", "Berg & Sons", ActorType::Company, None, None),
    ("Marsh", "Marsh", ActorType::Person, None, None),
    ("Marsh Group", "Marsh Group", ActorType::Company, None, None),
];

/// `source relation target`, in words that stand in `text` in this order.
pub(crate) fn line(
    text: &str,
    source: &'static str,
    relation: &'static str,
    target: &'static str,
) -> Line {
    Line {
        text: text.to_owned(),
        source,
        relation,
        label: relation,
        target,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        said: None,
    }
}

impl Line {
    pub(crate) fn label(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    pub(crate) fn not(self) -> Self {
        Self {
            polarity: Polarity::Negative,
            ..self
        }
    }

    pub(crate) fn modality(self, modality: Modality) -> Self {
        Self { modality, ..self }
    }

    pub(crate) fn said(self, speaker: &'static str, cue: &'static str) -> Self {
        Self {
            said: Some(Said {
                speaker,
                cue,
                denies: false,
            }),
            ..self
        }
    }

    pub(crate) fn denied(self, speaker: &'static str, cue: &'static str) -> Self {
        Self {
            said: Some(Said {
                speaker,
                cue,
                denies: true,
            }),
            ..self
        }
    }
}

/// A document with a sentence a line.
pub(crate) fn document(id: &str, lines: &[Line]) -> Extracted {
    let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let mut document = Document::new(id, text.join("\n"));
    document.path = Some(id.into());
    let mut maker = Maker {
        annotated: Annotated {
            document,
            ..Annotated::default()
        },
    };
    let mut start = 0;
    for line in lines {
        maker.sentence(&line.text, start);
        start += line.text.len() + 1;
    }
    let mut extracted = Extracted::default();
    for (index, line) in lines.iter().enumerate() {
        maker.line(index, line, &mut extracted);
    }
    extracted.annotated = maker.annotated;
    extracted
}

struct Maker {
    annotated: Annotated,
}

impl Maker {
    fn sentence(&mut self, text: &str, start: usize) {
        let mut tokens = Vec::new();
        let mut at = 0;
        for word in text.split(' ') {
            let span = Span::new(start + at, start + at + word.len());
            tokens.push(Token {
                span,
                form: word.into(),
                space_after: true,
                ..Token::default()
            });
            at += word.len() + 1;
        }
        let span = Span::new(start, start + text.len());
        self.annotated.sentences.push(Sentence {
            span,
            tokens,
            ..Sentence::default()
        });
    }

    fn line(&mut self, index: usize, line: &Line, extracted: &mut Extracted) {
        let source = self.last(index, line.source);
        let target = self.last(index, line.target);
        let relation = Relation {
            phrase: self.last(index, line.relation),
            predicate: line.label.into(),
            ..Relation::default()
        };
        let mut statement = Statement::new(
            StatementKind::Clause,
            source.clone(),
            relation,
            Some(target.clone()),
        );
        statement.polarity = line.polarity;
        statement.modality = line.modality;
        statement.confidence = 0.9;
        statement.edges.push(Edge {
            source: EdgeEnd {
                phrase: source,
                name: line.source.into(),
            },
            label: line.label.into(),
            target: EdgeEnd {
                phrase: target,
                name: line.target.into(),
            },
            confidence: 0.9,
            inferred: "".into(),
        });
        if let Some(said) = &line.said {
            let sentence = self.annotated.sentences[index].span;
            let from = self.last(index, line.source).span(&self.annotated).start;
            let cue = self.first(index, said.cue);
            let content = vec![Span::new(from, sentence.end)];
            extracted.attributions.push(Attribution {
                source: Some(self.first(index, said.speaker)),
                stance: if said.denies {
                    Stance::Deny
                } else {
                    Stance::Assert
                },
                denies: said.denies,
                ..Attribution::new(cue, content, AttributionMode::Indirect)
            });
            statement.attribution.push(extracted.attributions.len() - 1);
        }
        extracted.statements.push(statement);
    }

    /// The first words of the sentence that are these.
    fn first(&mut self, index: usize, words: &str) -> Phrase {
        let place = self.places(index, words)[0];
        self.phrase(index, words, place)
    }

    /// The last words of the sentence that are these.
    fn last(&mut self, index: usize, words: &str) -> Phrase {
        let place = *self.places(index, words).last().unwrap();
        self.phrase(index, words, place)
    }

    fn places(&self, index: usize, words: &str) -> Vec<usize> {
        let tokens = &self.annotated.sentences[index].tokens;
        let forms: Vec<&str> = tokens
            .iter()
            .map(|token| token.form.trim_end_matches('.'))
            .collect();
        let wanted: Vec<&str> = words.split(' ').collect();
        let windows = forms.windows(wanted.len()).enumerate();
        let found: Vec<usize> = windows
            .filter(|(_, window)| *window == wanted)
            .map(|(at, _)| at)
            .collect();
        assert!(!found.is_empty(), "{words} does not stand in {forms:?}");
        found
    }

    /// The words from the token `first` on, with a mention if they stand for an actor.
    fn phrase(&mut self, index: usize, words: &str, first: usize) -> Phrase {
        let tokens = Span::new(first, first + words.split(' ').count());
        let mut phrase = Phrase::new(index, tokens.range().collect(), tokens.end - 1);
        phrase.actor = self.actor(words);
        let span = phrase.span(&self.annotated);
        let known = self
            .annotated
            .mentions
            .iter()
            .any(|mention| mention.span == span);
        if phrase.actor.is_some() && !known {
            self.annotated.mentions.push(Mention {
                span: Span::new(span.start, span.start + words.len()),
                sentence: index,
                tokens,
                head: tokens.end - 1,
                kind: MentionKind::Name,
                entity: EntityType::Misc,
                actor: phrase.actor,
                join: Some(Join::Name),
            });
        }
        phrase
    }

    fn actor(&mut self, words: &str) -> Option<usize> {
        let &(_, name, kind, known, owner) = ACTORS.iter().find(|(form, ..)| *form == words)?;
        let belongs_to = owner.and_then(|owner| self.actor(owner));
        let actors = &mut self.annotated.actors;
        let at = actors
            .iter()
            .position(|actor| actor.name == name)
            .unwrap_or(actors.len());
        if at == actors.len() {
            actors.push(LocalActor {
                name: name.into(),
                kind,
                named: kind != ActorType::Group,
                aliases: Vec::new(),
                known: known.map(str::to_owned),
                belongs_to,
                titles: Vec::new(),
            });
        }
        Some(at)
    }
}

/// Two documents that agree, disagree, quote and name one actor in two ways.
pub(crate) fn two_documents() -> [Extracted; 2] {
    [
        document(
            "harbour.txt",
            &[
                line(
                    "Norland warned the Free Front on Monday.",
                    "Norland",
                    "warned",
                    "Free Front",
                )
                .label("warns"),
                line(
                    "Norland officials said Suderia may arm the Free Front.",
                    "Suderia",
                    "may arm",
                    "Free Front",
                )
                .label("arms")
                .modality(Modality::Possible)
                .said("Norland officials", "said"),
                line(
                    "Suderia denied that Suderia shelters Marsh.",
                    "Suderia",
                    "shelters",
                    "Marsh",
                )
                .denied("Suderia", "denied"),
                line(
                    "Norland demands safe passage.",
                    "Norland",
                    "demands",
                    "safe passage",
                ),
            ],
        ),
        document(
            "border.txt",
            &[
                line(
                    "Norlanders warned the Free Front again.",
                    "Norlanders",
                    "warned",
                    "Free Front",
                )
                .label("warns"),
                line(
                    "Anna Berg praised Berg & Sons.",
                    "Anna Berg",
                    "praised",
                    "Berg & Sons",
                )
                .label("praises"),
                line(
                    "Suderia did not arm the Free Front.",
                    "Suderia",
                    "did not arm",
                    "Free Front",
                )
                .label("arms")
                .not(),
                line("Marsh left Marsh Group.", "Marsh", "left", "Marsh Group").label("leaves"),
            ],
        ),
    ]
}
