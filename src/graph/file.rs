//! `graph.json`: written atomically, one record a line, and read back to the same graph.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::merge::{Corpus, Id};

use super::Graph;
use super::atomic::write_atomically;
use super::record::{
    DisputeRecord, StoredActor, StoredAttribution, StoredClaim, StoredDocument, StoredSentence,
};
use super::shown::Shown;

/// The schema version of `graph.json` that this program writes.
pub const SCHEMA_VERSION: u32 = 2;

/// The oldest schema version that this program reads.
pub const OLDEST_SCHEMA_VERSION: u32 = 1;

const FORMAT: &str = "actant-graph";

/// Why a graph file cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphError {
    /// It cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is not a graph file.
    #[error("{name}: not a graph of `actant build`: {problem}")]
    NotAGraph {
        /// The file.
        name: String,
        /// What is wrong.
        problem: String,
    },
    /// It has a schema version that this program does not read.
    #[error(
        "{name}: has schema version {found}, this program reads versions {OLDEST_SCHEMA_VERSION} to {SCHEMA_VERSION}; \
         build the graph again with `actant build`"
    )]
    UnknownVersion {
        /// The file.
        name: String,
        /// The version that the file says it has.
        found: u32,
    },
    /// A record is malformed or refers to a record that does not exist.
    #[error("{name}: {problem}")]
    Broken {
        /// The file.
        name: String,
        /// What is wrong.
        problem: String,
    },
}

#[derive(Deserialize)]
struct Header {
    format: String,
    schema_version: u32,
}

#[derive(Deserialize)]
struct Records {
    documents: Vec<StoredDocument>,
    sentences: Vec<StoredSentence>,
    actors: Vec<StoredActor>,
    attributions: Vec<StoredAttribution>,
    claims: Vec<StoredClaim>,
}

impl Graph {
    /// Writes `graph.json`.
    ///
    /// # Errors
    /// If `out` cannot be written to.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let corpus = self.corpus();
        write!(
            out,
            "{{\"format\":\"{FORMAT}\",\"schema_version\":{SCHEMA_VERSION}"
        )?;
        array(
            out,
            "documents",
            corpus
                .documents()
                .map(|document| StoredDocument::of(document, self.origin(&document.id))),
        )?;
        array(
            out,
            "sentences",
            corpus.sentences().map(StoredSentence::from),
        )?;
        array(out, "actors", corpus.actors().map(StoredActor::from))?;
        array(
            out,
            "attributions",
            corpus.attributions().map(StoredAttribution::from),
        )?;
        let shown = Shown::of(corpus);
        array(
            out,
            "claims",
            corpus
                .claims()
                .map(|claim| StoredClaim::of(claim, self.stance(claim), &shown)),
        )?;
        array(
            out,
            "disputes",
            self.disputes().iter().map(DisputeRecord::from),
        )?;
        out.write_all(b"}\n")
    }

    /// Writes `graph.json` to a file; an existing file stays as it is if anything goes wrong.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), GraphError> {
        let path = path.as_ref();
        write_atomically(path, |out| self.write(out)).map_err(|source| GraphError::Unwritable {
            path: path.to_owned(),
            source,
        })
    }

    /// Reads what [`save`](Self::save) wrote.
    ///
    /// # Errors
    /// If the file cannot be read, is not a graph, or has an unknown schema version.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        let path = path.as_ref();
        let content = fs::read(path).map_err(|source| GraphError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        Self::read(&path.display().to_string(), &content)
    }

    /// Reads what [`write`](Self::write) wrote; `name` is for messages.
    ///
    /// # Errors
    /// If it is not a graph, or has an unknown schema version.
    pub fn read(name: &str, content: &[u8]) -> Result<Self, GraphError> {
        let not_a_graph = |problem: String| GraphError::NotAGraph {
            name: name.to_owned(),
            problem,
        };
        let header: Header =
            serde_json::from_slice(content).map_err(|error| not_a_graph(error.to_string()))?;
        if header.format != FORMAT {
            return Err(not_a_graph(format!("its format is `{}`", header.format)));
        }
        if !(OLDEST_SCHEMA_VERSION..=SCHEMA_VERSION).contains(&header.schema_version) {
            return Err(GraphError::UnknownVersion {
                name: name.to_owned(),
                found: header.schema_version,
            });
        }
        let broken = |problem: String| GraphError::Broken {
            name: name.to_owned(),
            problem,
        };
        let records: Records =
            serde_json::from_slice(content).map_err(|error| broken(error.to_string()))?;
        let corpus = records.corpus().map_err(broken)?;
        check(&corpus).map_err(broken)?;
        Ok(Self::build(corpus))
    }
}

impl Records {
    fn corpus(self) -> Result<Corpus, String> {
        let mut corpus = Corpus::default();
        for record in self.documents {
            let document = record.into_document()?;
            corpus.documents.insert(document.id.clone(), document);
        }
        for record in self.sentences {
            let sentence = record.into_sentence();
            corpus.sentences.insert(sentence.id.clone(), sentence);
        }
        for record in self.actors {
            let actor = record.into_actor()?;
            corpus.actors.insert(actor.id.clone(), actor);
        }
        for record in self.attributions {
            let attribution = record.into_attribution()?;
            corpus
                .attributions
                .insert(attribution.id.clone(), attribution);
        }
        for record in self.claims {
            let claim = record.into_claim()?;
            corpus.claims.insert(claim.id.clone(), claim);
        }
        Ok(corpus)
    }
}

/// Appends `,"name":[…]` with one record a line.
fn array<T: Serialize>(
    out: &mut impl Write,
    name: &str,
    records: impl Iterator<Item = T>,
) -> io::Result<()> {
    write!(out, ",\n\"{name}\":[")?;
    for (index, record) in records.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &record)?;
    }
    out.write_all(b"\n]")
}

/// Checks that every id in a record is the id of another record.
fn check(corpus: &Corpus) -> Result<(), String> {
    let missing = |what: &str, holder: &Id, id: &Id| {
        Err(format!(
            "{holder} refers to the {what} {id}, which does not exist"
        ))
    };
    for sentence in corpus.sentences() {
        if corpus.document(&sentence.document).is_none() {
            return missing("document", &sentence.id, &sentence.document);
        }
    }
    for claim in corpus.claims() {
        for end in [&claim.source, &claim.target] {
            if corpus.actor(end).is_none() {
                return missing("actor", &claim.id, end);
            }
        }
        for evidence in &claim.evidence {
            if corpus.document(&evidence.document).is_none() {
                return missing("document", &claim.id, &evidence.document);
            }
            if corpus.sentence(&evidence.sentence).is_none() {
                return missing("sentence", &claim.id, &evidence.sentence);
            }
            let mut chain = evidence.attribution.iter().chain(&evidence.denied_by);
            if let Some(id) = chain.find(|id| corpus.attribution(id).is_none()) {
                return missing("attribution", &claim.id, id);
            }
        }
    }
    for attribution in corpus.attributions() {
        let people = [&attribution.speaker, &attribution.addressee];
        let mut sentences = [&attribution.sentence]
            .into_iter()
            .chain(&attribution.content_sentences);
        if corpus.document(&attribution.document).is_none() {
            return missing("document", &attribution.id, &attribution.document);
        }
        if let Some(id) = sentences.find(|id| corpus.sentence(id).is_none()) {
            return missing("sentence", &attribution.id, id);
        }
        let mut places = people
            .into_iter()
            .flatten()
            .map(|somebody| &somebody.sentence);
        if let Some(id) = places.find(|id| corpus.sentence(id).is_none()) {
            return missing("sentence", &attribution.id, id);
        }
        if let Some(id) = attribution
            .claims
            .iter()
            .find(|id| corpus.claim(id).is_none())
        {
            return missing("claim", &attribution.id, id);
        }
    }
    Ok(())
}
