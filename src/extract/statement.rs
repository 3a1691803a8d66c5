//! A statement: subject, relation, object and further arguments, with what the author commits to.

use smol_str::SmolStr;

use crate::annotate::Annotated;
use crate::lexicon::EventType;
use crate::text::Span;

use super::time::TimeValue;

/// Words of one sentence that fill a slot of a statement, not necessarily side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Phrase {
    /// The sentence that the words are taken from.
    pub sentence: usize,
    /// The tokens of the sentence, ascending.
    pub tokens: Vec<usize>,
    /// The token on which the others depend.
    pub head: usize,
    /// The actor that the phrase stands for: an index into [`Annotated::actors`].
    pub actor: Option<usize>,
}

impl Phrase {
    /// A phrase of `tokens` (any order) around `head`.
    pub fn new(sentence: usize, tokens: Vec<usize>, head: usize) -> Self {
        let mut tokens = tokens;
        tokens.sort_unstable();
        tokens.dedup();
        Self {
            sentence,
            tokens,
            head,
            actor: None,
        }
    }

    /// The words as they stand in the text: neighbours with the text between them, others joined by a blank.
    pub fn text(&self, annotated: &Annotated) -> String {
        words(annotated, self.sentence, &self.tokens)
    }

    /// The smallest stretch of the text that holds all the words; empty if there are none.
    pub fn span(&self, annotated: &Annotated) -> Span {
        let tokens = &annotated.sentences[self.sentence].tokens;
        match (self.tokens.first(), self.tokens.last()) {
            (Some(&first), Some(&last)) => tokens[first].span.cover(tokens[last].span),
            _ => Span::default(),
        }
    }

    /// The stretches of the text that hold exactly the words, neighbours joined.
    pub fn spans(&self, annotated: &Annotated) -> Vec<Span> {
        let tokens = &annotated.sentences[self.sentence].tokens;
        let mut spans: Vec<Span> = Vec::new();
        let mut before = None;
        for &index in &self.tokens {
            let span = tokens[index].span;
            match spans.last_mut() {
                Some(last) if before == Some(index.wrapping_sub(1)) => *last = last.cover(span),
                _ => spans.push(span),
            }
            before = Some(index);
        }
        spans
    }
}

/// The words of `tokens` as they stand in the text, with white space between words that are not neighbours there.
pub(crate) fn words(annotated: &Annotated, sentence: usize, tokens: &[usize]) -> String {
    let sentence = &annotated.sentences[sentence];
    let mut text = String::new();
    let mut before: Option<usize> = None;
    for &index in tokens {
        if let Some(previous) = before
            && (previous + 1 != index || sentence.tokens[previous].space_after)
        {
            text.push(' ');
        }
        text.push_str(&sentence.tokens[index].form);
        before = Some(index);
    }
    text
}

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Relation {
    /// The words that express it, auxiliaries, negation and particles included; `head` is the verb, adjective or noun.
    pub phrase: Phrase,
    /// Words that the text leaves out and the relation needs (`is` of an apposition, `has` of a possessive): what
    /// the relation reads as when `phrase` alone does not say it.
    pub implied: Option<SmolStr>,
    /// The head's lemma with particles: `carry out`.
    pub lemma: SmolStr,
    /// One key for all ways to say the same: `demand action`. Filled in by `predicate`.
    pub predicate: SmolStr,
    /// Active or passive.
    pub voice: Voice,
    /// The type of political event in PLOVER's terms, if it is one. Filled in by `event`.
    pub event: Option<EventType>,
    /// By what means that is done (`phone`, `aerial`), where the words tell. Filled in by `mode`.
    pub mode: Option<SmolStr>,
}

impl Relation {
    /// The words, or what is [implied](Self::implied).
    pub fn text(&self, annotated: &Annotated) -> String {
        match &self.implied {
            Some(implied) => implied.to_string(),
            None => self.phrase.text(annotated),
        }
    }
}

/// Grammatical voice of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Voice {
    /// The subject does it.
    #[default]
    Active,
    /// It is done to the subject.
    Passive,
}

/// A further participant or circumstance of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// The preposition or conjunction before it, as written; empty if there is none.
    pub marker: String,
    /// The token of the marker's first word, if it has one.
    pub marker_tokens: Vec<usize>,
    /// The words without the marker.
    pub phrase: Phrase,
    /// What it tells.
    pub role: ArgumentRole,
    /// Which time it names, if it is one that can be told.
    pub time: Option<TimeValue>,
}

/// What an [`Argument`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArgumentRole {
    /// Where.
    Place,
    /// When, how long, how often.
    Time,
    /// By whom, in a passive.
    Agent,
    /// To whom.
    Recipient,
    /// For whose good.
    Beneficiary,
    /// With whom.
    Company,
    /// With what.
    Instrument,
    /// About what.
    Topic,
    /// Why, what for.
    Purpose,
    /// Because of what.
    Cause,
    /// Despite what.
    Concession,
    /// How.
    Manner,
    /// If what.
    Condition,
    /// At which occasion, under which state of things.
    Circumstance,
    /// Against whom or what.
    Opponent,
    /// From where or whom.
    Source,
    /// Where to; into what.
    Goal,
    /// How much, how far, for what price.
    Extent,
    /// As what.
    Capacity,
    /// Anything else.
    Other,
}

impl ArgumentRole {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Place,
        Self::Time,
        Self::Agent,
        Self::Recipient,
        Self::Beneficiary,
        Self::Company,
        Self::Instrument,
        Self::Topic,
        Self::Purpose,
        Self::Cause,
        Self::Concession,
        Self::Manner,
        Self::Condition,
        Self::Circumstance,
        Self::Opponent,
        Self::Source,
        Self::Goal,
        Self::Extent,
        Self::Capacity,
        Self::Other,
    ];

    /// The role with this name in lists and outputs.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Time => "time",
            Self::Agent => "agent",
            Self::Recipient => "recipient",
            Self::Beneficiary => "beneficiary",
            Self::Company => "company",
            Self::Instrument => "instrument",
            Self::Topic => "topic",
            Self::Purpose => "purpose",
            Self::Cause => "cause",
            Self::Concession => "concession",
            Self::Manner => "manner",
            Self::Condition => "condition",
            Self::Circumstance => "circumstance",
            Self::Opponent => "opponent",
            Self::Source => "source",
            Self::Goal => "goal",
            Self::Extent => "extent",
            Self::Capacity => "capacity",
            Self::Other => "other",
        }
    }
}

/// Whether a statement says that something is, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Polarity {
    /// It is.
    #[default]
    Positive,
    /// It is not.
    Negative,
}

impl Polarity {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// How far the text commits itself to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Modality {
    /// Stated as fact.
    #[default]
    Asserted,
    /// May, might, could, reportedly, is said to, hopes.
    Possible,
    /// Must, should, is needed, is demanded.
    Required,
    /// Will, plans to, agreed to, intends to.
    Intended,
    /// If, unless, would.
    Conditional,
    /// A question.
    Asked,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Asserted,
        Self::Possible,
        Self::Required,
        Self::Intended,
        Self::Conditional,
        Self::Asked,
    ];

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Possible => "possible",
            Self::Required => "required",
            Self::Intended => "intended",
            Self::Conditional => "conditional",
            Self::Asked => "asked",
        }
    }
}

/// One end of an [`Edge`].
#[derive(Debug, Clone, PartialEq)]
pub struct EdgeEnd {
    /// The words: as few as say who or what it is.
    pub phrase: Phrase,
    /// The name of the node: the actor's, else the words.
    pub name: String,
}

/// What a statement puts into the graph: who did it → to whom or what, the doer first whatever the voice.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The doer.
    pub source: EdgeEnd,
    /// Short and readable: `demands action against`.
    pub label: String,
    /// The one it is done to.
    pub target: EdgeEnd,
    /// The rule that led to a label or an end that the words do not state outright (`mediation`); empty otherwise.
    pub inferred: SmolStr,
}

/// Who does what to whom, as one clause or phrase says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The sentence that states it.
    pub sentence: usize,
    /// The name of the [`Extractor`](super::Extractor) that found it.
    pub extractor: SmolStr,
    /// The subject as the clause has it.
    pub subject: Phrase,
    /// What is said of it.
    pub relation: Relation,
    /// The object, if the verb has one.
    pub object: Option<Phrase>,
    /// Everything else that belongs to the verb.
    pub arguments: Vec<Argument>,
    /// Whether it is said to be so or not.
    pub polarity: Polarity,
    /// The tokens that show the polarity: `not`, `deny`.
    pub polarity_cues: Vec<usize>,
    /// How far the text commits itself.
    pub modality: Modality,
    /// The tokens that show the modality: `may`, `reportedly`.
    pub modality_cues: Vec<usize>,
    /// Who says so: indices into [`Extracted::attributions`](super::Extracted::attributions), outermost first.
    pub attribution: Vec<usize>,
    /// What it puts into the graph.
    pub edges: Vec<Edge>,
    /// Between 0 and 1: how sure the extractor is.
    pub confidence: f32,
}

impl Statement {
    /// A plain positive assertion, to be refined.
    pub fn new(
        extractor: &str,
        subject: Phrase,
        relation: Relation,
        object: Option<Phrase>,
    ) -> Self {
        Self {
            sentence: relation.phrase.sentence,
            extractor: extractor.into(),
            subject,
            relation,
            object,
            arguments: Vec::new(),
            polarity: Polarity::default(),
            polarity_cues: Vec::new(),
            modality: Modality::default(),
            modality_cues: Vec::new(),
            attribution: Vec::new(),
            edges: Vec::new(),
            confidence: 0.5,
        }
    }

    /// When it is so, if the statement tells it by the calendar: of several times the shortest.
    pub fn time(&self) -> Option<&TimeValue> {
        let told = self
            .arguments
            .iter()
            .filter_map(|argument| argument.time.as_ref());
        let dated = told.filter(|time| time.is_dated());
        dated.min_by_key(|time| time.days().unwrap_or(i32::MAX))
    }
}
