//! An article with the graph that a reader takes from it.

use serde::{Deserialize, Serialize};

/// What a reader takes from an article.
#[derive(Debug, Deserialize)]
pub(in crate::evaluate) struct GoldArticle {
    pub(super) id: String,
    pub(super) edges: Vec<GoldEdge>,
    pub(super) said: Vec<GoldSaying>,
    #[serde(default)]
    pub(super) actors: Vec<GoldActor>,
    #[serde(default)]
    pub(super) referents: Vec<GoldReferent>,
}

/// All that the text says between two ends.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct GoldEdge {
    /// Words that only its sentence has.
    pub(super) sentence: String,
    /// Names of which one must be the end's.
    pub(super) source: Vec<String>,
    pub(super) target: Vec<String>,
    /// Labels of which one must be the edge's.
    pub(super) label: Vec<String>,
    #[serde(default = "positive")]
    pub(super) polarity: String,
    /// Modalities parted by `|`, of which one must be the edge's.
    #[serde(default = "asserted")]
    pub(super) modality: String,
    /// Who says so, outermost first; nobody but the author if empty.
    #[serde(default)]
    pub(super) said_by: Vec<OneOrMore>,
    /// 2 for a key fact, 1 for any other, 0 for what need not be found.
    #[serde(default = "plain_fact")]
    pub(super) weight: u32,
}

/// Something that somebody says.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct GoldSaying {
    /// Names of which one must be the speaker's; `-` if the text names none.
    pub(super) speaker: OneOrMore,
    /// Words that must be in the content.
    pub(super) content: Vec<String>,
}

/// Somebody with a name.
#[derive(Debug, Deserialize)]
pub(super) struct GoldActor {
    pub(super) name: String,
    /// Every form that the article has for it alone.
    #[serde(default)]
    pub(super) names: Vec<String>,
}

/// Words that stand for an actor.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct GoldReferent {
    pub(super) text: String,
    /// Which occurrence of the words in the text, counted from 1.
    #[serde(default = "first")]
    pub(super) nth: usize,
    /// Names of which one must be the actor's.
    pub(super) actor: OneOrMore,
    /// Whether they stand for all of these together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) joint: bool,
}

/// A name, or several of which one must fit.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    pub(super) fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::More(names) => names,
        }
    }

    /// Whether it says that the text names nobody.
    pub(super) fn is_nobody(&self) -> bool {
        matches!(self.names(), [name] if name == "-")
    }
}

fn positive() -> String {
    "positive".to_owned()
}

fn asserted() -> String {
    "asserted".to_owned()
}

fn plain_fact() -> u32 {
    1
}

fn first() -> usize {
    1
}
