//! User-defined relations: `relations.toml` renames claims.
//!
//! ```toml
//! unmapped = "keep"            # or "drop": claims that match no relation
//! strict = false               # true: claims whose ends are of other types are left out
//!
//! [[relation]]
//! name = "acquires"
//! words = ["acquire", "buy * stake"]    # as in questions
//! events = []                           # types of political events: ["REQUEST"]
//! source = ["company"]                  # types allowed at each end; any if left out
//! target = ["company", "organisation"]
//! direction = "forward"                 # "reverse" swaps the ends, "symmetric" ignores the direction
//! ```
//!
//! The first relation that matches a claim, types included, renames it. The words of the sentence and the former
//! predicate stay with the evidence.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use smol_str::SmolStr;
use toml::Spanned;

use crate::lexicon::{EventType, FrameLexicon};

use super::{Claim, Corpus, Evidence, Id, NodeKind, RelationWords};

/// Why the user's relations cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RelationsError {
    /// The file cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line is malformed.
    #[error("{file}:{line}: {problem}")]
    Malformed {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong and what was expected.
        problem: String,
    },
}

/// What happens to claims that match no relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum UnmappedClaims {
    #[default]
    Keep,
    Drop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RelationDirection {
    /// From source to target.
    #[default]
    Forward,
    /// From target to source.
    Reverse,
    /// The same in both directions.
    Symmetric,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    unmapped: UnmappedClaims,
    #[serde(default)]
    strict: bool,
    #[serde(default)]
    relation: Vec<RelationEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationEntry {
    name: Spanned<String>,
    #[serde(default)]
    words: Vec<Spanned<String>>,
    #[serde(default)]
    events: Vec<Spanned<String>>,
    #[serde(default)]
    source: Vec<Spanned<String>>,
    #[serde(default)]
    target: Vec<Spanned<String>>,
    #[serde(default)]
    direction: RelationDirection,
}

/// The user's relations.
#[derive(Debug, Clone)]
pub struct Relations {
    unmapped: UnmappedClaims,
    strict: bool,
    relations: Vec<UserRelation>,
}

#[derive(Debug, Clone)]
struct UserRelation {
    name: SmolStr,
    words: Vec<RelationWords>,
    events: Vec<EventType>,
    source: Vec<NodeKind>,
    target: Vec<NodeKind>,
    direction: RelationDirection,
}

/// A corpus with the user's relations applied.
#[derive(Debug, Clone, Default)]
pub struct MappedCorpus {
    /// The corpus with renamed claims.
    pub corpus: Corpus,
    /// The number of claims that match a relation.
    pub mapped: usize,
    /// The number of claims that match none.
    pub unmapped: usize,
    /// The number of claims that match the words of one, but not its types.
    pub mistyped: usize,
    /// The number of claims of the last two groups that were left out.
    pub dropped: usize,
}

/// How a claim matches the user's relations.
enum RelationFit<'r> {
    Meant(&'r UserRelation),
    OtherTypes,
    UnmappedClaims,
}

impl Relations {
    /// Reads a file.
    ///
    /// # Errors
    /// If it cannot be read or is malformed.
    pub fn load(path: impl AsRef<Path>, frames: &FrameLexicon) -> Result<Self, RelationsError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|source| RelationsError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        Self::parse(&path.display().to_string(), &text, frames)
    }

    /// Reads a text; `file` is for messages.
    ///
    /// # Errors
    /// If it is malformed.
    pub fn parse(file: &str, text: &str, frames: &FrameLexicon) -> Result<Self, RelationsError> {
        let malformed = |place: Option<Range<usize>>, problem: String| {
            let before = place.map_or("", |place| text.get(..place.start).unwrap_or(text));
            RelationsError::Malformed {
                file: file.to_owned(),
                line: before.matches('\n').count() + 1,
                problem,
            }
        };
        let read: File = toml::from_str(text)
            .map_err(|error| malformed(error.span(), error.message().to_owned()))?;
        if read.relation.is_empty() {
            return Err(malformed(
                None,
                "no [[relation]] with a name and words or events".to_owned(),
            ));
        }
        let relations = read.relation.into_iter();
        let relations = relations
            .map(|entry| entry.relation(frames))
            .collect::<Result<_, (Range<usize>, String)>>();
        Ok(Self {
            unmapped: read.unmapped,
            strict: read.strict,
            relations: relations.map_err(|(place, problem)| malformed(Some(place), problem))?,
        })
    }

    /// The same relations, where claims that do not match, types included, are left out.
    #[must_use]
    pub fn strict(self) -> Self {
        Self {
            unmapped: UnmappedClaims::Drop,
            strict: true,
            ..self
        }
    }

    /// Whether a relation matches the claim, types included.
    pub fn mean(&self, claim: &Claim, corpus: &Corpus) -> bool {
        matches!(self.fit(claim, corpus), RelationFit::Meant(_))
    }

    /// Renames the claims of a corpus.
    pub fn apply(&self, corpus: Corpus) -> MappedCorpus {
        let mut mapped = MappedCorpus::default();
        let mut claims: BTreeMap<Id, Claim> = BTreeMap::new();
        let mut names: BTreeMap<Id, Option<Id>> = BTreeMap::new();
        for claim in corpus.claims.values() {
            let before = claim.id.clone();
            let claim = match self.fit(claim, &corpus) {
                RelationFit::Meant(relation) => {
                    mapped.mapped += 1;
                    Some(relation.rename(claim))
                }
                RelationFit::OtherTypes => {
                    mapped.mistyped += 1;
                    let keep = !self.strict && self.unmapped == UnmappedClaims::Keep;
                    keep.then(|| claim.clone())
                }
                RelationFit::UnmappedClaims => {
                    mapped.unmapped += 1;
                    (self.unmapped == UnmappedClaims::Keep).then(|| claim.clone())
                }
            };
            names.insert(before, claim.as_ref().map(|claim| claim.id.clone()));
            let Some(claim) = claim else {
                mapped.dropped += 1;
                continue;
            };
            match claims.get_mut(&claim.id) {
                Some(same) => same.evidence.extend(claim.evidence),
                None => {
                    claims.insert(claim.id.clone(), claim);
                }
            }
        }
        mapped.corpus = Corpus { claims, ..corpus };
        for attribution in mapped.corpus.attributions.values_mut() {
            let claims = std::mem::take(&mut attribution.claims).into_iter();
            attribution.claims = claims
                .filter_map(|claim| names.get(&claim).cloned().flatten())
                .collect();
        }
        mapped
    }

    fn fit(&self, claim: &Claim, corpus: &Corpus) -> RelationFit<'_> {
        let mut meant = self.relations.iter().filter(|one| one.means(claim));
        match (
            meant.clone().next(),
            meant.find(|one| one.fits(claim, corpus)),
        ) {
            (_, Some(relation)) => RelationFit::Meant(relation),
            (Some(_), None) => RelationFit::OtherTypes,
            (None, None) => RelationFit::UnmappedClaims,
        }
    }
}

impl RelationEntry {
    fn relation(self, frames: &FrameLexicon) -> Result<UserRelation, (Range<usize>, String)> {
        let place = self.name.span();
        let name = self.name.get_ref().trim();
        if name.is_empty() {
            return Err((place, "a relation has no name".to_owned()));
        }
        if self.words.is_empty() && self.events.is_empty() {
            return Err((
                place,
                format!("`{name}` has neither words nor events, so that it matches nothing"),
            ));
        }
        let kinds = |names: &[Spanned<String>]| {
            let kind = |name: &Spanned<String>| {
                NodeKind::from_name(name.get_ref()).ok_or_else(|| {
                    let (wrong, names) = (name.get_ref(), NodeKind::names());
                    let problem = format!("unknown type `{wrong}`; expected one of {names}");
                    (name.span(), problem)
                })
            };
            names.iter().map(kind).collect::<Result<Vec<_>, _>>()
        };
        let word = |words: &Spanned<String>| match words.get_ref().trim() {
            "" => Err((words.span(), format!("`{name}` has empty words"))),
            text => Ok(RelationWords::new(text, frames)),
        };
        let event = |event: &Spanned<String>| {
            EventType::from_name(event.get_ref()).ok_or_else(|| {
                let problem = format!(
                    "unknown event type `{}`; they are written like REQUEST or CONSULT",
                    event.get_ref()
                );
                (event.span(), problem)
            })
        };
        Ok(UserRelation {
            words: self.words.iter().map(word).collect::<Result<_, _>>()?,
            events: self.events.iter().map(event).collect::<Result<_, _>>()?,
            source: kinds(&self.source)?,
            target: kinds(&self.target)?,
            direction: self.direction,
            name: name.into(),
        })
    }
}

impl UserRelation {
    fn means(&self, claim: &Claim) -> bool {
        let event = claim.event();
        self.words.iter().any(|words| words.mean(claim))
            || self.events.iter().any(|own| event == Some(own.as_str()))
    }

    /// Whether the ends have the types that the relation allows.
    fn fits(&self, claim: &Claim, corpus: &Corpus) -> bool {
        let takes = |kinds: &[NodeKind], id: &Id| {
            let actor = corpus.actor(id);
            kinds.is_empty()
                || actor.is_some_and(|actor| kinds.iter().any(|kind| kind.takes(actor)))
        };
        let forth = || takes(&self.source, &claim.source) && takes(&self.target, &claim.target);
        let back = || takes(&self.source, &claim.target) && takes(&self.target, &claim.source);
        match self.direction {
            RelationDirection::Forward => forth(),
            RelationDirection::Reverse => back(),
            RelationDirection::Symmetric => forth() || back(),
        }
    }

    /// The claim under the name of the relation.
    fn rename(&self, claim: &Claim) -> Claim {
        let turned = match self.direction {
            RelationDirection::Forward => false,
            RelationDirection::Reverse => true,
            RelationDirection::Symmetric => claim.source > claim.target,
        };
        let (source, target) = match turned {
            true => (&claim.target, &claim.source),
            false => (&claim.source, &claim.target),
        };
        let evidence = |evidence: &Evidence| {
            let mut evidence = evidence.clone();
            if turned {
                std::mem::swap(&mut evidence.source, &mut evidence.target);
            }
            if evidence.predicate.is_empty() {
                evidence.predicate = claim.predicate.clone();
            }
            evidence
        };
        Claim {
            id: Claim::id_of(source, &self.name, target, claim.polarity, claim.modality),
            source: source.clone(),
            predicate: self.name.clone(),
            target: target.clone(),
            polarity: claim.polarity,
            modality: claim.modality,
            evidence: claim.evidence.iter().map(evidence).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    fn problem(text: &str) -> String {
        let frames = FrameLexicon::load(&Source::embedded()).expect("the lists are of their form");
        let error = Relations::parse("mine.toml", text, &frames).unwrap_err();
        error.to_string()
    }

    #[test]
    fn what_is_wrong_is_told_with_file_line_and_remedy() {
        let relation = "[[relation]]\nname = \"buys\"\n";
        for (text, says) in [
            (String::new(), "mine.toml:1: no [[relation]]"),
            (
                relation.to_owned(),
                "mine.toml:2: `buys` has neither words nor events",
            ),
            (
                format!("{relation}words = [\"buy\"]\nsource = [\n  \"firm\",\n]\n"),
                "mine.toml:5: unknown type `firm`; expected one of ",
            ),
            (
                format!("{relation}words = [\"buy\"]\ntypes = [\"company\"]\n"),
                "mine.toml:4: unknown field `types`",
            ),
            (
                format!("{relation}events = [\"request\"]\n"),
                "mine.toml:3: unknown event type `request`",
            ),
            (
                format!("unmapped = \"forget\"\n{relation}words = [\"buy\"]\n"),
                "mine.toml:1: unknown variant `forget`",
            ),
            (
                format!("{relation}words = [\"buy\"]\ndirection = \"up\"\n"),
                "mine.toml:4: unknown variant `up`",
            ),
            (format!("{relation}words = [\"buy\"\n"), "mine.toml:"),
        ] {
            let found = problem(&text);
            assert!(found.starts_with(says), "{text}\n{found}");
        }
    }
}
