//! What the candidates of one pronoun are in relation to each other.

use crate::annotate::MentionKind;
use crate::text::Deprel;

use super::instance::PronounInstance;

/// What the candidates are among each other.
pub(super) struct CandidateSummary {
    /// For each candidate: how many other actors stand between, and whether it is the nearest mention of its own.
    pub(super) order: Vec<(usize, bool)>,
    /// How many actors they are.
    pub(super) actors: usize,
    /// How often the most mentioned of them was mentioned.
    pub(super) most: u32,
    /// The entity of the last pronoun of the same form.
    pub(super) meant: Option<usize>,
    /// The last subject of a sentence before.
    pub(super) subject: Option<usize>,
    /// Who was mentioned first of all.
    pub(super) first: Option<usize>,
    /// Those in the pronoun's own sentence.
    pub(super) here: Vec<usize>,
    /// Those in the sentence before.
    pub(super) before: Vec<usize>,
    /// Those who are named behind the pronoun in its sentence.
    pub(super) again: Vec<usize>,
    /// Those who are named in the next sentence.
    pub(super) soon: Vec<usize>,
}

impl CandidateSummary {
    pub(super) fn new(instance: &PronounInstance<'_, '_>) -> Self {
        let mut summary = Self {
            order: Vec::with_capacity(instance.candidates.len()),
            actors: 0,
            most: 0,
            meant: None,
            subject: None,
            first: instance.read.history.first,
            here: Vec::new(),
            before: Vec::new(),
            again: Vec::new(),
            soon: Vec::new(),
        };
        let mut seen: Vec<usize> = Vec::new();
        for &candidate in instance.candidates {
            let actor = instance.context.mentions[candidate].mention.actor;
            let known = seen.iter().position(|&other| Some(other) == actor);
            let order = known.unwrap_or(summary.actors);
            summary.order.push((order, known.is_none()));
            if known.is_none() {
                seen.extend(actor);
                summary.actors += 1;
            }
            if let Some(actor) = actor.filter(|_| candidate < instance.mention) {
                summary.note(instance, candidate, actor);
            }
        }
        summary.look_ahead(instance);
        summary
    }

    /// Adds a candidate before the pronoun, the nearest first.
    fn note(&mut self, instance: &PronounInstance<'_, '_>, candidate: usize, actor: usize) {
        let context = instance.context;
        let found = &context.mentions[candidate];
        self.most = self.most.max(instance.read.history.count(actor));
        let same_form = found.pronoun.map(|other| other.sex) == Some(instance.pronoun.sex);
        if found.mention.kind == MentionKind::Pronoun && same_form {
            self.meant.get_or_insert(actor);
        }
        let tree = context.tree(candidate);
        let node = tree.token(found.mention.head);
        let verb = node.head.map(|verb| tree.token(verb));
        let main = verb.is_some_and(|verb| verb.head.is_none());
        let sentence = context.mentions[instance.mention].mention.sentence;
        let distance = sentence - found.mention.sentence;
        if distance > 0 && main && node.relation() == Deprel::Nsubj {
            self.subject.get_or_insert(actor);
        }
        match distance {
            0 => self.here.push(actor),
            1 => self.before.push(actor),
            _ => {}
        }
    }

    /// Adds the names behind the pronoun.
    fn look_ahead(&mut self, instance: &PronounInstance<'_, '_>) {
        let mentions = &instance.context.mentions;
        let sentence = mentions[instance.mention].mention.sentence;
        for found in &mentions[instance.mention + 1..] {
            let list = match found.mention.sentence - sentence {
                0 => &mut self.again,
                1 => &mut self.soon,
                _ => break,
            };
            if found.mention.kind == MentionKind::Name {
                list.extend(found.mention.actor);
            }
        }
    }
}
