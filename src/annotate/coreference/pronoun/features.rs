//! The features of a pronoun and of its pair with each candidate.
//!
//! All features are binary. Those of the pronoun are shared by all its candidates. Those of a pair tell what the candidate
//! is, how far away it is, how the two are related in the tree, and what the document has said of the candidate's entity
//! so far. The scorer's weights are learned for this order of features.

use crate::annotate::MentionKind;
use crate::annotate::coreference::determiner::{Determiner, determiner, is_predicate};
use crate::annotate::coreference::profile::Profile;
use crate::annotate::mentions::lemma;
use crate::lexicon::Sex;
use crate::text::{ActorType, Deprel, EntityType, Token, Tree, Upos};

use super::binary::BinaryFeatures;
use super::binding::{inside, same_clause};
use super::function::Function;
use super::instance::PronounInstance;
use super::summary::CandidateSummary;

impl PronounInstance<'_, '_> {
    /// The features of the pronoun, and of its pair with each candidate.
    pub(super) fn features(&self) -> (Vec<f32>, Vec<Vec<f32>>) {
        let summary = CandidateSummary::new(self);
        let own = self.own(&summary);
        let pairs = (0..self.candidates.len()).map(|index| self.pair(index, &summary));
        (own, pairs.collect())
    }

    fn own(&self, summary: &CandidateSummary) -> Vec<f32> {
        let mut features = BinaryFeatures::default();
        let this = &self.context.mentions[self.mention].mention;
        let tree = self.context.tree(self.mention);
        let token = tree.token(this.head);
        let class = match (self.pronoun.sex, self.pronoun.thing) {
            (Some(Sex::Male), _) => 0,
            (Some(Sex::Female), _) => 1,
            (None, true) => 2,
            (None, false) => 3,
        };
        let here = Function::of(tree, this.head);
        features.one_hot(4, class);
        features.push(self.pronoun.reflexive);
        features.one_hot(5, here as usize);
        features.bucket(&[0, 2, 8], this.head);
        features.push(self.quote(self.mention).is_some());
        let governor = token.head.map(|head| tree.token(head));
        features.one_hot(
            4,
            match governor.map(|governor| governor.upos) {
                Some(Upos::Verb) => 0,
                Some(Upos::Adj) => 1,
                Some(Upos::Noun | Upos::Propn) => 2,
                _ => 3,
            },
        );
        features.one_hot(7, clause_of(tree, this.head));
        const CLAUSES: [Deprel; 4] = [Deprel::Csubj, Deprel::Ccomp, Deprel::Advcl, Deprel::Acl];
        let clause = |clause: Deprel| {
            let child = token.head.and_then(|head| tree.child(head, clause));
            child.is_some_and(|child| child > this.head)
        };
        for relation in CLAUSES {
            features.push(clause(relation));
        }
        features.push(
            token
                .head
                .is_some_and(|head| tree.child(head, Deprel::Cop).is_some()),
        );
        features.push(
            token
                .head
                .is_some_and(|head| tree.token(head).head.is_none()),
        );
        features.bucket(&[0, 1, 2, 4], summary.actors);
        features.0
    }

    fn pair(&self, index: usize, summary: &CandidateSummary) -> Vec<f32> {
        let mut features = BinaryFeatures::default();
        let candidate = self.candidates[index];
        // The pair with nobody has a yes here.
        features.push(false);
        self.candidate(&mut features, candidate);
        self.distance(&mut features, candidate, summary.order[index]);
        self.syntax(&mut features, candidate);
        self.actor(&mut features, candidate, summary);
        features.0
    }

    /// What the candidate is.
    fn candidate(&self, features: &mut BinaryFeatures, candidate: usize) {
        let found = &self.context.mentions[candidate];
        let profile = Profile::new(self.context, self.table, candidate);
        let kind = match found.mention.kind {
            MentionKind::Name => 0,
            MentionKind::Nominal => 1,
            MentionKind::Pronoun => 2,
        };
        features.one_hot(3, kind);
        let actor_type = match profile.kind {
            ActorType::Person => 0,
            ActorType::Group => 1,
            ActorType::State | ActorType::Government => 2,
            ActorType::Place => 3,
            ActorType::Other => 4,
            _ => 5,
        };
        features.one_hot(6, actor_type);
        let entity_type = match found.mention.entity {
            EntityType::Person => 0,
            EntityType::Org => 1,
            EntityType::Gpe | EntityType::Loc => 2,
            EntityType::Norp => 3,
            _ => 4,
        };
        features.one_hot(5, entity_type);
        features.push(profile.human);
        features.push(profile.plural);
        features.push(profile.collective);
        features.push(found.plural);
        features.push(profile.sex.is_some() && profile.sex == self.pronoun.sex);
        features.push(profile.sex.is_some());
        features.push(found.shown);
        features.push(found.lemma == self.context.mentions[self.mention].lemma);
        self.phrase(features, candidate);
        self.position(features, candidate);
    }

    /// The phrase of the candidate.
    fn phrase(&self, features: &mut BinaryFeatures, candidate: usize) {
        let mention = &self.context.mentions[candidate].mention;
        let tree = self.context.tree(candidate);
        features.one_hot(5, Function::of(tree, mention.head) as usize);
        let nominal = mention.kind == MentionKind::Nominal;
        let determiner = match nominal.then(|| determiner(self.context, candidate)) {
            Some(Determiner::Definite) => 0,
            Some(Determiner::Indefinite | Determiner::Negative) => 1,
            Some(Determiner::Other) => 2,
            None => 3,
        };
        features.one_hot(4, determiner);
        features.push(is_predicate(self.context, candidate));
        features.bucket(&[0, 1, 2, 4], tree.ancestors(mention.head).count());
        features.bucket(&[1, 2], mention.tokens.len());
    }

    /// Where the candidate stands in its sentence.
    fn position(&self, features: &mut BinaryFeatures, candidate: usize) {
        let context = self.context;
        let mention = &context.mentions[candidate].mention;
        let tree = context.tree(candidate);
        let token = tree.token(mention.head);
        let relation = |wanted: Deprel| token.relation() == wanted;
        features.push(relation(Deprel::Conj));
        features.push(relation(Deprel::Appos));
        features.push(relation(Deprel::Compound));
        features.push(token.deprel == Deprel::NsubjPass);
        features.push(tree.child(mention.head, Deprel::Conj).is_some());
        features.push(tree.child(mention.head, Deprel::Acl).is_some());
        let verb = token.head.map(|verb| tree.token(verb));
        let main = verb.is_some_and(|verb| verb.head.is_none());
        features.push(relation(Deprel::Nsubj) && main);
        let before = candidate.checked_sub(1);
        let before = before.map(|before| context.mentions[before].mention.sentence);
        features.push(before != Some(mention.sentence));
        let cue = |verb: &Token| context.lexicon.cues.verb(&lemma(verb)).is_some();
        let speaks = relation(Deprel::Nsubj) && verb.is_some_and(cue);
        features.push(speaks);
        let (quote, other) = (self.quote(self.mention), self.quote(candidate));
        features.push(other.is_some());
        features.push(quote.is_some() && quote == other);
        features.push(quote.is_some() && quote != other && speaks);
    }

    fn quote(&self, mention: usize) -> Option<usize> {
        let mention = &self.context.mentions[mention].mention;
        (self.context.quotations).index(mention.sentence, mention.head)
    }

    /// How far apart the two are.
    fn distance(&self, features: &mut BinaryFeatures, candidate: usize, order: (usize, bool)) {
        let this = &self.context.mentions[self.mention].mention;
        let other = &self.context.mentions[candidate].mention;
        let sentences = this.sentence.abs_diff(other.sentence);
        features.one_hot(5, sentences);
        let block = |sentence: usize| self.context.trees[sentence].sentence().block;
        features.push(block(this.sentence) == block(other.sentence));
        let between = this.head.abs_diff(other.head);
        let near = if sentences == 0 { between } else { usize::MAX };
        features.bucket(&[2, 4, 8, 16, usize::MAX - 1], near);
        features.bucket(&[0, 1, 2, 4, 8], order.0);
        features.push(order.1);
        features.push(candidate > self.mention);
    }

    /// How the two are related in their trees.
    fn syntax(&self, features: &mut BinaryFeatures, candidate: usize) {
        let this = &self.context.mentions[self.mention].mention;
        let other = &self.context.mentions[candidate].mention;
        let (tree, there) = (
            self.context.tree(self.mention),
            self.context.tree(candidate),
        );
        let (here, function) = (
            Function::of(tree, this.head),
            Function::of(there, other.head),
        );
        features.push(here == function && here != Function::Other);
        features.push(here == Function::Subject && function == Function::Subject);
        let verb = |tree: &Tree<'_>, token: usize| {
            let head = tree.token(token).head?;
            Some(lemma(tree.token(head)))
        };
        let governed = verb(tree, this.head);
        features.push(governed.is_some() && governed == verb(there, other.head));
        features.one_hot(7, clause_of(there, other.head));
        if this.sentence != other.sentence {
            features.one_hot(4, 3);
            features.one_hot(4, 3);
            for _ in 0..5 {
                features.push(false);
            }
            return;
        }
        let (clauses, above) = climb(tree, this.head, other.head);
        features.one_hot(4, clauses);
        features.one_hot(4, above);
        features.push(same_clause(tree, this.head, other.head));
        features.push(inside(tree, this.head, other.head));
        features.push(tree.token(this.head).head == tree.token(other.head).head);
        features.push(tree.is_under(other.head, this.head));
        let verb = tree.token(this.head).head;
        features.push(verb.is_some_and(|verb| tree.is_under(other.head, verb)));
    }

    /// What the document has said of the candidate's entity so far.
    fn actor(&self, features: &mut BinaryFeatures, candidate: usize, summary: &CandidateSummary) {
        let actor = self.context.mentions[candidate].mention.actor;
        let count = actor.map_or(0, |actor| self.read.history.count(actor));
        features.bucket(&[0, 1, 2, 4, 8], count as usize);
        features.push(actor.is_some_and(|actor| self.table.entities[actor].named));
        features.push(count > 1 && count == summary.most);
        features.push(actor.is_some() && actor == summary.meant);
        features.push(actor.is_some() && actor == summary.subject);
        features.push(actor.is_some() && actor == summary.first);
        features.push(actor.is_some_and(|actor| summary.here.contains(&actor)));
        features.push(actor.is_some_and(|actor| summary.before.contains(&actor)));
        let named = actor.map_or(0, |actor| self.read.names.count(actor));
        features.bucket(&[0, 1, 2, 4], named);
        features.push(named > 1 && named == self.read.names.most);
        features.push(actor.is_some_and(|actor| summary.again.contains(&actor)));
        features.push(actor.is_some_and(|actor| summary.soon.contains(&actor)));
    }
}

/// How many verbs with a subject of their own stand between the pronoun and the nearest head above it that is the
/// candidate's head too, and in how many steps of two that head is reached; 3 where there is no such head.
fn climb(tree: &Tree<'_>, pronoun: usize, candidate: usize) -> (usize, usize) {
    let Some(head) = tree.token(candidate).head else {
        return (3, 3);
    };
    let mut clauses = 0;
    for (steps, above) in tree.ancestors(pronoun).enumerate() {
        if above == head {
            return (clauses.min(2), (steps / 2).min(2));
        }
        clauses += usize::from(tree.child(above, Deprel::Nsubj).is_some());
    }
    (3, 3)
}

/// The relation of the clause that the token is in, as a class.
fn clause_of(tree: &Tree<'_>, token: usize) -> usize {
    let Some(verb) = tree.token(token).head.map(|verb| tree.token(verb)) else {
        return 0;
    };
    match verb.relation() {
        Deprel::Root => 1,
        Deprel::Ccomp | Deprel::Parataxis => 2,
        Deprel::Advcl => 3,
        Deprel::Conj => 4,
        Deprel::Acl => 5,
        _ => 6,
    }
}
