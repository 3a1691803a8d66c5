//! What is remembered of the mentions read so far, for those that may mean the same.

use rustc_hash::FxHashMap;

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::Sex;
use crate::text::{ActorType, Deprel, EntityType, Tree};

/// What a mention does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// Subject of a verb.
    Subject,
    /// Object of a verb.
    Object,
    /// Behind a preposition that belongs to a verb.
    Oblique,
    /// Owner: `his`, `Rome's`.
    Possessor,
    /// Anything else.
    Other,
}

/// The mentions read so far.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    /// In the order of the text.
    pub(super) mentions: Vec<usize>,
    /// How often each actor was mentioned.
    counts: FxHashMap<usize, u32>,
    /// The person who was mentioned before all others.
    pub(super) first: Option<usize>,
}

impl History {
    /// Remembers a mention.
    pub(super) fn push(
        &mut self,
        context: &DocumentContext<'_>,
        table: &EntityTable,
        mention: usize,
    ) {
        self.mentions.push(mention);
        if let Some(actor) = context.found[mention].mention.actor {
            if table.entities[actor].kind == ActorType::Person {
                self.first.get_or_insert(actor);
            }
            *self.counts.entry(actor).or_default() += 1;
        }
    }

    /// How often an actor was mentioned.
    pub(super) fn count(&self, actor: usize) -> u32 {
        self.counts.get(&actor).copied().unwrap_or(0)
    }

    /// The latest mentions, nearest first, that are at most `sentences` before the sentence.
    pub(super) fn back<'h>(
        &'h self,
        context: &'h DocumentContext<'_>,
        sentence: usize,
        sentences: usize,
    ) -> impl Iterator<Item = usize> + 'h {
        const MOST: usize = 60;
        let near =
            move |&mention: &usize| context.found[mention].mention.sentence + sentences >= sentence;
        self.mentions
            .iter()
            .rev()
            .copied()
            .take(MOST)
            .take_while(near)
    }
}

/// What is known of the one a mention stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Profile {
    /// A person or people.
    pub(super) human: bool,
    /// Several, or one word for many.
    pub(super) plural: bool,
    /// `it` and `they` can both mean it.
    pub(super) collective: bool,
    /// Of a person, as far as it is known.
    pub(super) sex: Option<Sex>,
    /// It has a name of its own.
    pub(super) named: bool,
    /// What it is; `Other` for things.
    pub(super) kind: ActorType,
}

impl Profile {
    /// The profile of a mention and its actor.
    pub(super) fn new(context: &DocumentContext<'_>, table: &EntityTable, mention: usize) -> Self {
        let found = &context.found[mention];
        if let Some(actor) = found.mention.actor {
            let role = &table.entities[actor];
            return Self {
                human: role.human,
                plural: role.plural,
                collective: !matches!(
                    role.kind,
                    ActorType::Person | ActorType::Place | ActorType::Other
                ),
                sex: role.sex,
                named: role.named,
                kind: role.kind,
            };
        }
        let kind = match (found.noun, found.mention.entity) {
            (Some(noun), _) => noun.kind,
            (None, EntityType::Person) => ActorType::Person,
            _ => ActorType::Other,
        };
        Self {
            human: matches!(kind, ActorType::Person | ActorType::Group),
            plural: found.plural,
            collective: found.noun.is_some_and(|noun| noun.collective),
            sex: found.noun.and_then(|noun| noun.sex),
            named: found.mention.kind == MentionKind::Name,
            kind,
        }
    }
}

/// What the token does in its clause; a further member of a list does what its first does.
pub(super) fn place(tree: &Tree<'_>, token: usize) -> Place {
    let mut token = token;
    for _ in 0..8 {
        let node = tree.token(token);
        match (node.relation(), node.head) {
            (Deprel::Conj | Deprel::Flat | Deprel::Appos, Some(head)) => token = head,
            _ => break,
        }
    }
    let node = tree.token(token);
    match node.relation() {
        Deprel::Nsubj | Deprel::Csubj => Place::Subject,
        Deprel::Obj | Deprel::Iobj => Place::Object,
        Deprel::Obl => Place::Oblique,
        _ if node.deprel == Deprel::NmodPoss => Place::Possessor,
        _ => Place::Other,
    }
}

/// Whether the mention is a pronoun.
pub(super) fn is_pronoun(context: &DocumentContext<'_>, mention: usize) -> bool {
    context.found[mention].mention.kind == MentionKind::Pronoun
}
