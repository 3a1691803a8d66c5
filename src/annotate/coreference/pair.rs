//! What is known of a pronoun and of somebody whom it may mean, as numbers for the scorer.
//!
//! Each number says yes or no (1 or 0). First come those of the pronoun, which all its candidates share, then those of
//! the pair: what the candidate is, how far away it stands, how the two hang together in the tree, and what the document
//! told of the candidate's actor so far.

use rustc_hash::FxHashMap;

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::mentions::lemma;
use crate::lexicon::{ActorPronoun, Sex};
use crate::text::{ActorType, Deprel, EntityType, Tree, Upos};

use super::candidate::{History, Place, Profile, place};
use super::noun::{Determiner, determiner, is_predicate};
use super::rule::{inside, same_clause};

/// Numbers that say yes or no.
#[derive(Debug, Clone, Default)]
struct Answers(Vec<f32>);

impl Answers {
    fn yes(&mut self, is: bool) {
        self.0.push(f32::from(u8::from(is)));
    }

    /// One yes among `count`; a place behind the last is the last.
    fn one_of(&mut self, count: usize, place: usize) {
        let place = place.min(count - 1);
        for index in 0..count {
            self.yes(index == place);
        }
    }

    /// The first of these limits that the number does not pass.
    fn step(&mut self, limits: &[usize], number: usize) {
        let place = limits.iter().take_while(|&&limit| number > limit).count();
        self.one_of(limits.len() + 1, place);
    }
}

/// How often the document names its actors, from its beginning to its end.
#[derive(Debug, Default)]
pub(super) struct Names {
    counts: FxHashMap<usize, usize>,
    /// How often it names the person whom it names most.
    most: usize,
}

impl Names {
    /// Counts the names, whose actors are known before all others.
    pub(super) fn new(context: &DocumentContext<'_>, table: &EntityTable) -> Self {
        let mut names = Self::default();
        for found in &context.found {
            if let (MentionKind::Name, Some(actor)) = (found.mention.kind, found.mention.actor) {
                let count = names.counts.entry(actor).or_default();
                *count += 1;
                if table.entities[actor].kind == ActorType::Person {
                    names.most = names.most.max(*count);
                }
            }
        }
        names
    }

    fn count(&self, actor: usize) -> usize {
        self.counts.get(&actor).copied().unwrap_or(0)
    }
}

/// A pronoun and all that may be asked about it.
pub(super) struct Pairs<'s, 'a> {
    pub(super) context: &'s DocumentContext<'a>,
    pub(super) table: &'s EntityTable,
    pub(super) history: &'s History,
    pub(super) names: &'s Names,
    pub(super) mention: usize,
    pub(super) pronoun: ActorPronoun,
    /// Who may be meant: the nearest first, at last those behind the pronoun.
    pub(super) candidates: &'s [usize],
}

impl Pairs<'_, '_> {
    /// What is known of the pronoun, and of the pair with each candidate.
    pub(super) fn numbers(&self) -> (Vec<f32>, Vec<Vec<f32>>) {
        let standing = Standing::new(self);
        let own = self.own(&standing);
        let pairs = (0..self.candidates.len()).map(|index| self.pair(index, &standing));
        (own, pairs.collect())
    }

    fn own(&self, standing: &Standing) -> Vec<f32> {
        let mut answers = Answers::default();
        let this = &self.context.found[self.mention].mention;
        let tree = self.context.tree(self.mention);
        let token = tree.token(this.head);
        let class = match (self.pronoun.sex, self.pronoun.thing) {
            (Some(Sex::Male), _) => 0,
            (Some(Sex::Female), _) => 1,
            (None, true) => 2,
            (None, false) => 3,
        };
        let here = place(tree, this.head);
        answers.one_of(4, class);
        answers.yes(self.pronoun.reflexive);
        answers.one_of(5, here as usize);
        answers.step(&[0, 2, 8], this.head);
        answers.yes(self.quote(self.mention).is_some());
        let governor = token.head.map(|head| tree.token(head));
        answers.one_of(
            4,
            match governor.map(|governor| governor.upos) {
                Some(Upos::Verb) => 0,
                Some(Upos::Adj) => 1,
                Some(Upos::Noun | Upos::Propn) => 2,
                _ => 3,
            },
        );
        answers.one_of(7, clause_of(tree, this.head));
        const CLAUSES: [Deprel; 4] = [Deprel::Csubj, Deprel::Ccomp, Deprel::Advcl, Deprel::Acl];
        let clause = |clause: Deprel| {
            let child = token.head.and_then(|head| tree.child(head, clause));
            child.is_some_and(|child| child > this.head)
        };
        for relation in CLAUSES {
            answers.yes(clause(relation));
        }
        answers.yes(
            token
                .head
                .is_some_and(|head| tree.child(head, Deprel::Cop).is_some()),
        );
        answers.yes(
            token
                .head
                .is_some_and(|head| tree.token(head).head.is_none()),
        );
        answers.step(&[0, 1, 2, 4], standing.actors);
        answers.0
    }

    fn pair(&self, index: usize, standing: &Standing) -> Vec<f32> {
        let mut answers = Answers::default();
        let candidate = self.candidates[index];
        // The pair with nobody has a yes here.
        answers.yes(false);
        self.candidate(&mut answers, candidate);
        self.distance(&mut answers, candidate, standing.order[index]);
        self.syntax(&mut answers, candidate);
        self.actor(&mut answers, candidate, standing);
        answers.0
    }

    /// What the candidate is.
    fn candidate(&self, answers: &mut Answers, candidate: usize) {
        let context = self.context;
        let found = &context.found[candidate];
        let profile = Profile::new(context, self.table, candidate);
        let tree = context.tree(candidate);
        let head = found.mention.head;
        answers.one_of(
            3,
            match found.mention.kind {
                MentionKind::Name => 0,
                MentionKind::Nominal => 1,
                MentionKind::Pronoun => 2,
            },
        );
        use ActorType as Kind;
        answers.one_of(
            6,
            match profile.kind {
                Kind::Person => 0,
                Kind::Group => 1,
                Kind::State | Kind::Government => 2,
                Kind::Place => 3,
                Kind::Other => 4,
                _ => 5,
            },
        );
        answers.one_of(
            5,
            match found.mention.entity {
                EntityType::Person => 0,
                EntityType::Org => 1,
                EntityType::Gpe | EntityType::Loc => 2,
                EntityType::Norp => 3,
                _ => 4,
            },
        );
        answers.yes(profile.human);
        answers.yes(profile.plural);
        answers.yes(profile.collective);
        answers.yes(found.plural);
        answers.yes(profile.sex.is_some() && profile.sex == self.pronoun.sex);
        answers.yes(profile.sex.is_some());
        answers.yes(found.shown);
        answers.yes(found.lemma == context.found[self.mention].lemma);
        answers.one_of(5, place(tree, head) as usize);
        let noun = found.mention.kind == MentionKind::Nominal;
        answers.one_of(
            4,
            match noun.then(|| determiner(context, candidate)) {
                Some(Determiner::Definite) => 0,
                Some(Determiner::Indefinite | Determiner::Negative) => 1,
                Some(Determiner::Other) => 2,
                None => 3,
            },
        );
        answers.yes(is_predicate(context, candidate));
        answers.step(&[0, 1, 2, 4], tree.ancestors(head).count());
        answers.step(&[1, 2], found.mention.tokens.len());
        let token = tree.token(head);
        let relation = |wanted: Deprel| token.relation() == wanted;
        answers.yes(relation(Deprel::Conj));
        answers.yes(relation(Deprel::Appos));
        answers.yes(relation(Deprel::Compound));
        answers.yes(token.deprel == Deprel::NsubjPass);
        answers.yes(tree.child(head, Deprel::Conj).is_some());
        answers.yes(tree.child(head, Deprel::Acl).is_some());
        let main = token
            .head
            .is_some_and(|verb| tree.token(verb).head.is_none());
        answers.yes(relation(Deprel::Nsubj) && main);
        let before = candidate.checked_sub(1);
        answers.yes(
            before.is_none_or(|before| {
                context.found[before].mention.sentence != found.mention.sentence
            }),
        );
        let speaks = relation(Deprel::Nsubj)
            && token.head.is_some_and(|verb| {
                let verb = lemma(tree.token(verb));
                context.lexicon.cues.verb(&verb).is_some()
            });
        answers.yes(speaks);
        let (quote, other) = (self.quote(self.mention), self.quote(candidate));
        answers.yes(other.is_some());
        answers.yes(quote.is_some() && quote == other);
        answers.yes(quote.is_some() && quote != other && speaks);
    }

    fn quote(&self, mention: usize) -> Option<usize> {
        let mention = &self.context.found[mention].mention;
        self.context
            .quotations
            .index(mention.sentence, mention.head)
    }

    /// How far away it stands.
    fn distance(&self, answers: &mut Answers, candidate: usize, order: (usize, bool)) {
        let this = &self.context.found[self.mention].mention;
        let other = &self.context.found[candidate].mention;
        let sentences = this.sentence.abs_diff(other.sentence);
        answers.one_of(5, sentences);
        let block = |sentence: usize| self.context.trees[sentence].sentence().block;
        answers.yes(block(this.sentence) == block(other.sentence));
        let between = this.head.abs_diff(other.head);
        let near = if sentences == 0 { between } else { usize::MAX };
        answers.step(&[2, 4, 8, 16, usize::MAX - 1], near);
        answers.step(&[0, 1, 2, 4, 8], order.0);
        answers.yes(order.1);
        answers.yes(candidate > self.mention);
    }

    /// How the two hang together.
    fn syntax(&self, answers: &mut Answers, candidate: usize) {
        let this = &self.context.found[self.mention].mention;
        let other = &self.context.found[candidate].mention;
        let (tree, there) = (
            self.context.tree(self.mention),
            self.context.tree(candidate),
        );
        let (here, role) = (place(tree, this.head), place(there, other.head));
        answers.yes(here == role && here != Place::Other);
        answers.yes(here == Place::Subject && role == Place::Subject);
        let verb = |tree: &Tree<'_>, token: usize| {
            let head = tree.token(token).head?;
            Some(lemma(tree.token(head)))
        };
        let governed = verb(tree, this.head);
        answers.yes(governed.is_some() && governed == verb(there, other.head));
        answers.one_of(7, clause_of(there, other.head));
        if this.sentence != other.sentence {
            answers.one_of(4, 3);
            answers.one_of(4, 3);
            for _ in 0..5 {
                answers.yes(false);
            }
            return;
        }
        let (clauses, above) = climb(tree, this.head, other.head);
        answers.one_of(4, clauses);
        answers.one_of(4, above);
        answers.yes(same_clause(tree, this.head, other.head));
        answers.yes(inside(tree, this.head, other.head));
        answers.yes(tree.token(this.head).head == tree.token(other.head).head);
        answers.yes(tree.is_under(other.head, this.head));
        let verb = tree.token(this.head).head;
        answers.yes(verb.is_some_and(|verb| tree.is_under(other.head, verb)));
    }

    /// What the document told of its actor so far.
    fn actor(&self, answers: &mut Answers, candidate: usize, standing: &Standing) {
        let actor = self.context.found[candidate].mention.actor;
        let count = actor.map_or(0, |actor| self.history.count(actor));
        answers.step(&[0, 1, 2, 4, 8], count as usize);
        answers.yes(actor.is_some_and(|actor| self.table.entities[actor].named));
        answers.yes(count > 1 && count == standing.most);
        answers.yes(actor.is_some() && actor == standing.meant);
        answers.yes(actor.is_some() && actor == standing.subject);
        answers.yes(actor.is_some() && actor == standing.first);
        answers.yes(actor.is_some_and(|actor| standing.here.contains(&actor)));
        answers.yes(actor.is_some_and(|actor| standing.before.contains(&actor)));
        let named = actor.map_or(0, |actor| self.names.count(actor));
        answers.step(&[0, 1, 2, 4], named);
        answers.yes(named > 1 && named == self.names.most);
        answers.yes(actor.is_some_and(|actor| standing.again.contains(&actor)));
        answers.yes(actor.is_some_and(|actor| standing.soon.contains(&actor)));
    }
}

/// How many verbs with subjects of their own stand between the pronoun and the first word above it on which the
/// candidate depends, and on the how-manieth such word that is; 3 where it depends on none of them.
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

/// What the clause does of which the token is a part: its verb's relation.
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

/// What the candidates are among each other.
struct Standing {
    /// For each candidate: how many other actors stand between, and whether it is the nearest mention of its own.
    order: Vec<(usize, bool)>,
    /// How many actors they are.
    actors: usize,
    /// How often the most mentioned of them was mentioned.
    most: u32,
    /// Whom a pronoun of this form meant last.
    meant: Option<usize>,
    /// The last subject of a sentence before.
    subject: Option<usize>,
    /// Who was mentioned first of all.
    first: Option<usize>,
    /// Those in the pronoun's own sentence.
    here: Vec<usize>,
    /// Those in the sentence before.
    before: Vec<usize>,
    /// Those who are named behind the pronoun in its sentence.
    again: Vec<usize>,
    /// Those who are named in the next sentence.
    soon: Vec<usize>,
}

impl Standing {
    fn new(pairs: &Pairs<'_, '_>) -> Self {
        let context = pairs.context;
        let sentence = context.found[pairs.mention].mention.sentence;
        let mut standing = Self {
            order: Vec::with_capacity(pairs.candidates.len()),
            actors: 0,
            most: 0,
            meant: None,
            subject: None,
            first: None,
            here: Vec::new(),
            before: Vec::new(),
            again: Vec::new(),
            soon: Vec::new(),
        };
        let mut seen: Vec<usize> = Vec::new();
        for &candidate in pairs.candidates {
            let found = &context.found[candidate];
            let Some(actor) = found.mention.actor else {
                standing.order.push((standing.actors, true));
                standing.actors += 1;
                continue;
            };
            let known = seen.iter().position(|&other| other == actor);
            standing
                .order
                .push((known.unwrap_or(standing.actors), known.is_none()));
            if known.is_none() {
                seen.push(actor);
                standing.actors += 1;
            }
            if candidate > pairs.mention {
                continue;
            }
            standing.most = standing.most.max(pairs.history.count(actor));
            if found.mention.kind == MentionKind::Pronoun
                && standing.meant.is_none()
                && found.pronoun.map(|other| other.sex) == Some(pairs.pronoun.sex)
            {
                standing.meant = Some(actor);
            }
            let tree = context.tree(candidate);
            let node = tree.token(found.mention.head);
            let main = node
                .head
                .is_some_and(|verb| tree.token(verb).head.is_none());
            if found.mention.sentence < sentence
                && node.relation() == Deprel::Nsubj
                && main
                && standing.subject.is_none()
            {
                standing.subject = Some(actor);
            }
            if found.mention.sentence == sentence {
                standing.here.push(actor);
            } else if found.mention.sentence + 1 == sentence {
                standing.before.push(actor);
            }
        }
        for found in &context.found[pairs.mention + 1..] {
            let distance = found.mention.sentence - sentence;
            let list = match distance {
                0 => &mut standing.again,
                1 => &mut standing.soon,
                _ => break,
            };
            if found.mention.kind == MentionKind::Name {
                list.extend(found.mention.actor);
            }
        }
        standing.first = pairs.history.first;
        standing
    }
}
