//! Attributions in `graph.json`.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::extract::{AttributionKind, AttributionMode};
use crate::lexicon;
use crate::merge::{CorpusAttribution, Id, Speaker};

use super::range::{Range, id, names, ranges, spans};

#[derive(Serialize, Deserialize)]
pub(in crate::graph) struct StoredAttribution {
    id: String,
    document: String,
    sentence: String,
    speaker: Option<StoredSpeaker>,
    cue: Vec<Range>,
    content: Vec<Range>,
    content_sentences: Vec<String>,
    mode: String,
    #[serde(default = "saying")]
    kind: String,
    #[serde(default)]
    addressee: Option<StoredSpeaker>,
    #[serde(default)]
    stance: Option<String>,
    denies: bool,
    within: Option<String>,
    #[serde(default)]
    answers: Option<String>,
    #[serde(default)]
    cites: bool,
    #[serde(default, alias = "gist")]
    content_words: Vec<String>,
    claims: Vec<String>,
    mentions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredSpeaker {
    actor: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    sentence: String,
    words: Vec<Range>,
}

/// The kind of attributions in files that were written before kinds existed.
fn saying() -> String {
    AttributionKind::Saying.as_str().to_owned()
}

impl From<&Speaker> for StoredSpeaker {
    fn from(speaker: &Speaker) -> Self {
        Self {
            actor: speaker.actor.as_ref().map(Id::to_string),
            others: names(&speaker.others),
            sentence: speaker.sentence.to_string(),
            words: ranges(&speaker.words),
        }
    }
}

impl StoredSpeaker {
    fn into_speaker(self) -> Speaker {
        Speaker {
            actor: self.actor.as_deref().map(id),
            others: self.others.iter().map(|name| id(name)).collect(),
            words: spans(&self.words),
            sentence: id(&self.sentence),
        }
    }
}

impl From<&CorpusAttribution> for StoredAttribution {
    fn from(attribution: &CorpusAttribution) -> Self {
        Self {
            id: attribution.id.to_string(),
            document: attribution.document.to_string(),
            sentence: attribution.sentence.to_string(),
            speaker: attribution.speaker.as_ref().map(StoredSpeaker::from),
            cue: ranges(&attribution.cue),
            content: ranges(&attribution.content),
            content_sentences: names(&attribution.content_sentences),
            mode: attribution.mode.as_str().to_owned(),
            kind: attribution.kind.as_str().to_owned(),
            addressee: attribution.addressee.as_ref().map(StoredSpeaker::from),
            stance: Some(attribution.stance.verb().to_owned()),
            denies: attribution.denies,
            within: attribution.within.as_ref().map(Id::to_string),
            answers: attribution.answers.as_ref().map(Id::to_string),
            cites: attribution.cites,
            content_words: attribution
                .content_words
                .iter()
                .map(SmolStr::to_string)
                .collect(),
            claims: names(&attribution.claims),
            mentions: names(&attribution.mentions),
        }
    }
}

impl StoredAttribution {
    pub(in crate::graph) fn into_attribution(self) -> Result<CorpusAttribution, String> {
        let mut modes = AttributionMode::ALL.into_iter();
        let mode = modes.find(|mode| mode.as_str() == self.mode);
        let mut kinds = AttributionKind::ALL.into_iter();
        let kind = kinds.find(|kind| kind.as_str() == self.kind);
        let stance = match self.stance.as_deref() {
            Some(name) => lexicon::Stance::parse(name)
                .ok_or_else(|| format!("{}: unknown stance `{name}`", self.id))?,
            // Files that were written before stances existed have denials only.
            None if self.denies => lexicon::Stance::Deny,
            None => lexicon::Stance::Assert,
        };
        Ok(CorpusAttribution {
            stance,
            kind: kind.ok_or_else(|| format!("{}: unknown kind `{}`", self.id, self.kind))?,
            mode: mode.ok_or_else(|| format!("{}: unknown mode `{}`", self.id, self.mode))?,
            id: id(&self.id),
            document: id(&self.document),
            sentence: id(&self.sentence),
            speaker: self.speaker.map(StoredSpeaker::into_speaker),
            addressee: self.addressee.map(StoredSpeaker::into_speaker),
            cue: spans(&self.cue),
            content: spans(&self.content),
            content_sentences: self.content_sentences.iter().map(|name| id(name)).collect(),
            denies: self.denies,
            within: self.within.as_deref().map(id),
            answers: self.answers.as_deref().map(id),
            cites: self.cites,
            content_words: self.content_words.into_iter().map(SmolStr::from).collect(),
            claims: self.claims.iter().map(|name| id(name)).collect(),
            mentions: self.mentions.iter().map(|name| id(name)).collect(),
        })
    }
}
