//! What a statement puts into the graph: from the doer to whom or what it is done, under a short label.
//!
//! In: a statement with its event type. Out: its [`Edge`]s. A thing between the doer and another actor goes into the
//! label; whom another clause names is found by [`addressed`](super::addressed).

use smol_str::SmolStr;

use crate::text::{ActorType, Deprel, Xpos};

use super::addressed::{aimed, told};
use super::belonging::{membership, office};
use super::clause::group::is_negation;
use super::clause::predicate::governors;
use super::doer::{Doer, doer};
use super::node::{actors_behind, end, lengthen};
use super::phrase::{marker_of, members, name_of};
use super::polarity::determiners;
use super::target::{
    Target, behind, is_act, is_circumstance, is_known, is_lent, is_spot, label_words,
    leads_to_circumstance,
};
use super::{
    Argument, ArgumentRole, Edge, Extractor, Memberships, Phrase, Polarity, SentenceContext,
    Statement, Titles, Voice,
};

/// What stands at the far end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Somebody it is done to.
    Actor,
    /// Where it is done.
    Place,
    /// Something that nobody is behind.
    Thing,
}

/// The edges of a statement, as far as they are found.
pub(crate) struct Draft<'s> {
    pub(crate) context: &'s SentenceContext<'s>,
    pub(crate) statement: &'s Statement,
    pub(crate) doer: Doer,
    found: Vec<(Edge, Reach)>,
}

/// The edges of a statement.
pub(crate) fn edges(context: &SentenceContext<'_>, statement: &Statement) -> Vec<Edge> {
    if is_existential(context, statement) {
        return Vec::new();
    }
    let mut draft = Draft {
        context,
        statement,
        doer: doer(context, statement),
        found: Vec::new(),
    };
    if statement.extractor == Titles.name() {
        office(&mut draft);
        return draft.edges();
    }
    if statement.extractor == Memberships.name() {
        membership(&mut draft);
        return draft.edges();
    }
    if draft.doer.turned {
        draft.reach_to(statement.subject.head);
    }
    mutual(&mut draft);
    if let Some(object) = nominal_object(context, statement) {
        draft.reach_to(object.head);
    }
    told(&mut draft);
    if !draft.doer.turned {
        further(&mut draft);
    }
    aimed(&mut draft);
    agreed(&mut draft);
    draft.settle();
    let mut found = draft.edges();
    if statement.relation.implied.is_none() {
        for edge in &mut found {
            lengthen(context, &mut edge.source);
            lengthen(context, &mut edge.target);
        }
    }
    found
}

impl Draft<'_> {
    fn edges(self) -> Vec<Edge> {
        self.found.into_iter().map(|(edge, _)| edge).collect()
    }

    /// *went on strike in Lagos*: whether an edge leads to this noun already.
    fn reaches(&self, noun: usize) -> bool {
        let head = name_of(self.context, noun).unwrap_or(noun);
        let mut edges = self.found.iter().map(|(edge, _)| edge);
        edges.any(|edge| edge.target.phrase.head == head)
    }

    /// Whether somebody is reached to whom it is done, or where it is done.
    pub(crate) fn reaches_place(&self) -> bool {
        self.found.iter().any(|(_, reach)| *reach != Reach::Thing)
    }

    /// Whether somebody is reached to whom it is done.
    pub(crate) fn reaches_actor(&self) -> bool {
        self.found.iter().any(|(_, reach)| *reach == Reach::Actor)
    }

    /// Edges to the noun, or to who is behind it.
    fn reach_to(&mut self, noun: usize) {
        let statement = Some(self.statement);
        let target = behind(self.context, statement, noun, self.doer.head);
        if target.as_ref().is_none_or(|target| target.is_place) {
            self.add("", noun);
        }
        if let Some(target) = target {
            self.add_target("", &target);
        }
    }

    fn add_target(&mut self, words: &str, target: &Target) {
        let words = format!("{words} {}", target.words);
        let reach = target.is_place.then_some(Reach::Place);
        self.between(words.trim(), target.head, reach, "");
    }

    /// Edges to the members of the noun; `words` go between.
    pub(crate) fn add(&mut self, words: &str, noun: usize) {
        self.between(words, noun, None, "");
    }

    /// As [`add`](Self::add), to somebody whom this rule finds.
    pub(crate) fn infer(&mut self, words: &str, noun: usize, rule: &'static str) {
        self.between(words, noun, Some(Reach::Actor), rule);
    }

    fn between(&mut self, words: &str, target: usize, reach: Option<Reach>, rule: &'static str) {
        let label = self.label(words);
        let rule = if rule.is_empty() {
            self.doer.inferred
        } else {
            rule
        };
        let sources = members(self.context, self.doer.head).into_iter();
        for source in sources.flat_map(|source| actors_behind(self.context, source)) {
            for &target in &members(self.context, target) {
                let actor =
                    is_known(self.context, target) && !stands_for_nobody(self.context, target);
                let own = if actor { Reach::Actor } else { Reach::Thing };
                self.push(source, &label, target, (reach.unwrap_or(own), rule));
            }
        }
    }

    /// An edge from somebody else than the doer.
    pub(crate) fn tie(&mut self, source: usize, label: &str, target: usize, rule: &str) {
        self.push(source, label, target, (Reach::Actor, rule));
    }

    fn push(&mut self, source: usize, label: &str, target: usize, how: (Reach, &str)) {
        // *No soldier crossed the river*: there is none whom the graph could show.
        if is_none(self.context, source) {
            return;
        }
        let ends = end(self.context, source).zip(end(self.context, target));
        let Some((source, target)) = ends.filter(|(source, target)| source.name != target.name)
        else {
            return;
        };
        if label.is_empty() {
            return;
        }
        let (reach, rule) = how;
        let edge = Edge {
            source,
            label: label.to_owned(),
            target,
            inferred: SmolStr::new(rule),
        };
        if !self.found.iter().any(|(known, _)| *known == edge) {
            self.found.push((edge, reach));
        }
    }

    /// What is in the label need not be a node: *imposed a curfew* beside *imposed a curfew in → Bergen*; and where two
    /// meet is no third that they meet.
    fn settle(&mut self) {
        if self.statement.relation.event.is_none() {
            return;
        }
        let actor = self.reaches_actor();
        let place = self.found.iter().any(|(_, reach)| *reach == Reach::Place);
        let context = self.context;
        // *held talks with support from Oslo*: who supports is joined to the others by the talks.
        let lent = (self.statement.arguments.iter()).any(|argument| is_lent(context, argument));
        self.found.retain(|(edge, reach)| match reach {
            Reach::Actor => true,
            Reach::Place => !actor,
            Reach::Thing => lent || !(actor || place && is_act(context, edge.target.phrase.head)),
        });
    }

    /// The words of the relation without auxiliaries and adverbs, negation kept visible, and what follows it.
    pub(crate) fn label(&self, tail: &str) -> String {
        let Self {
            context, statement, ..
        } = self;
        let mut words: Vec<String> = vec![text(context, &self.doer.before)];
        match &statement.relation.implied {
            // A place says by its preposition how it is meant: *officials – in → Islamabad*.
            Some(_) if is_location(statement) => {}
            Some(implied) => words.push(implied.to_string()),
            None => words.extend(self.relation_words()),
        }
        words.push(text(context, &self.doer.after));
        words.push(match statement.relation.implied {
            Some(_) => tail.to_lowercase(),
            None => tail.to_owned(),
        });
        words.retain(|words| !words.is_empty());
        words.join(" ")
    }

    fn relation_words(&self) -> Vec<String> {
        let Self {
            context, statement, ..
        } = self;
        let tokens = &statement.relation.phrase.tokens;
        let negated = tokens.iter().any(|&token| is_negation(context, token));
        let passive = statement.relation.voice == Voice::Passive && !self.doer.turned;
        let kept = |&token: &usize| match context.relation(token) {
            Deprel::Aux if after_particle(context, token) => true,
            Deprel::Aux => negated || (passive && context.token(token).deprel == Deprel::AuxPass),
            Deprel::Advmod => {
                is_negation(context, token) || statement.polarity_cues.contains(&token)
            }
            Deprel::Expl => false,
            _ => true,
        };
        let kept: Vec<usize> = tokens.iter().copied().filter(kept).collect();
        let hidden =
            !negated && statement.polarity == Polarity::Negative && !shows(statement, &kept);
        let not = hidden.then(|| "not".to_owned());
        not.into_iter().chain([text(context, &kept)]).collect()
    }
}

/// Why a statement without edges has none.
pub(crate) fn why_none(context: &SentenceContext<'_>, statement: &Statement) -> &'static str {
    let doer = doer(context, statement);
    let others = nominal_object(context, statement).is_some()
        || (statement.arguments.iter()).any(|argument| may_be_end(context, argument));
    match () {
        () if statement.extractor == Titles.name() => "a title is told of the actor itself",
        () if is_existential(context, statement) => "nobody does it",
        () if end(context, doer.head).is_none() => "its doer stands for nobody known",
        () if !others => "there is nobody and nothing at the other end",
        () => "the other end is the same as the doer, or stands for nobody known",
    }
}

/// *There is growing mistrust* is done by nobody to nobody.
fn is_existential(context: &SentenceContext<'_>, statement: &Statement) -> bool {
    let mut tokens = statement.relation.phrase.tokens.iter();
    tokens.any(|&token| context.relation(token) == Deprel::Expl)
}

pub(crate) fn nominal_object<'s>(
    context: &SentenceContext<'_>,
    statement: &'s Statement,
) -> Option<&'s Phrase> {
    (statement.object.as_ref())
        .filter(|object| context.is_nominal(object.head) && !is_clause(context, object.head))
}

fn is_clause(context: &SentenceContext<'_>, head: usize) -> bool {
    matches!(
        context.relation(head),
        Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
    ) || context.is_verb(head)
}

/// *Pakistan and China held talks*, *X and Y met*: an edge between the two.
fn mutual(draft: &mut Draft<'_>) {
    let (context, statement) = (draft.context, draft.statement);
    let ends = members(context, draft.doer.head);
    let words = context.words();
    let object = nominal_object(context, statement).map(|object| object.head);
    let by_object = object.filter(|&object| {
        words
            .event_noun(context.lemma(object))
            .is_some_and(|event| event.mutual)
            || is_joint(context, object)
    });
    let by_verb = object.is_none()
        && words
            .mutual_verbs
            .has(context.lemma(statement.relation.phrase.head));
    let none = !determiners(context, draft.doer.head).is_empty();
    if ends.len() < 2
        || none
        || !(by_object.is_some() || by_verb)
        || has_partner(context, statement, object)
    {
        return;
    }
    let object = by_object
        .map(|object| label_words(context, object, usize::MAX))
        .unwrap_or_default();
    let label = draft.label(format!("{} with", text(context, &object)).trim());
    for &other in &ends[1..] {
        draft.push(ends[0], &label, other, (Reach::Actor, "mutual"));
    }
}

/// *X and Y agreed to open the border*: with each other, if nobody else is named.
fn agreed(draft: &mut Draft<'_>) {
    let (context, statement) = (draft.context, draft.statement);
    let ends = members(context, draft.doer.head);
    let mut chain = governors(context, statement.relation.phrase.head).into_iter();
    let mutual = chain.any(|verb| context.words().mutual_verbs.has(context.lemma(verb)));
    let event = statement.relation.event.is_some() && !draft.reaches_actor();
    if !(event && mutual) || has_partner(context, statement, None) {
        return;
    }
    let object = nominal_object(context, statement);
    let object = object.map_or(Vec::new(), |object| {
        label_words(context, object.head, usize::MAX)
    });
    let label = draft.label(format!("{} with", text(context, &object)).trim());
    for &other in ends.iter().skip(1) {
        draft.push(ends[0], &label, other, (Reach::Actor, "mutual"));
    }
}

/// *X and Y held talks with Z*: the two are on one side.
fn has_partner(
    context: &SentenceContext<'_>,
    statement: &Statement,
    object: Option<usize>,
) -> bool {
    let below = object.map(|object| context.tree.children_by(object, &[Deprel::Nmod]).collect());
    let below: Vec<usize> = below.unwrap_or_default();
    let beside = (statement.arguments.iter())
        .map(|argument| (context.lower(&argument.marker_tokens), argument.phrase.head));
    let below = (below.into_iter()).map(|noun| (context.lower(&marker_of(context, noun)), noun));
    let joins = |marker: &str| {
        context.words().mutual_prepositions.has(marker)
            || context.words().preposition(marker) == Some(ArgumentRole::Company.as_str())
    };
    beside
        .chain(below)
        .any(|(marker, noun)| joins(&marker) && is_known(context, noun))
}

/// *joint exercises*, whoever does them.
fn is_joint(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut adjectives = context.tree.children_by(noun, &[Deprel::Amod]);
    adjectives.any(|word| context.words().mutual_adjectives.has(context.lemma(word)))
}

/// Edges to the nouns of prepositional phrases: the first where there is no object, else only actors. Of an event that
/// has reached nobody so far, also to who is behind them.
fn further(draft: &mut Draft<'_>) {
    let (context, statement) = (draft.context, draft.statement);
    let object = nominal_object(context, statement);
    let mut needed = statement.object.is_none();
    let known_doer = context.actor(draft.doer.head).is_some();
    for argument in &statement.arguments {
        let noun = argument.phrase.head;
        // *in defiance of Oslo*
        let how = argument.role == ArgumentRole::Manner
            && context.is_nominal(noun)
            && is_act(context, noun);
        if !(how || may_be_end(context, argument)) {
            continue;
        }
        let is_actor = is_known(context, noun);
        let target = behind(context, Some(statement), noun, draft.doer.head);
        let leads = statement.relation.event.is_some()
            && !is_lent(context, argument)
            && noun > statement.relation.phrase.head
            && !draft.reaches_actor()
            && (target.as_ref()).is_some_and(|target| is_known(context, target.head));
        if !(needed && !how || is_actor || leads)
            || (is_location(statement) && !(is_actor && known_doer))
        {
            continue;
        }
        needed = false;
        let mut words = object
            .map(|object| label_words(context, object.head, usize::MAX))
            .unwrap_or_default();
        words.extend(&argument.marker_tokens);
        let words = text(context, &words);
        match target {
            Some(target) => draft.add_target(&words, &target),
            None if draft.reaches(noun) => {}
            None => {
                let place = argument.role == ArgumentRole::Place;
                draft.between(&words, noun, place.then_some(Reach::Place), "");
            }
        }
    }
}

fn may_be_end(context: &SentenceContext<'_>, argument: &Argument) -> bool {
    // *Unlike France, Germany …*: whom it is told apart from takes no part.
    let apart = argument.marker_tokens.first().is_some_and(|&token| {
        (context.words()).negates(context.lemma(token), crate::lexicon::Part::Preposition)
    });
    let marker = context.lower(&argument.marker_tokens);
    !apart
        && !is_circumstance(argument.role)
        && !leads_to_circumstance(context, &marker)
        && context.is_nominal(argument.phrase.head)
        && !is_clause(context, argument.phrase.head)
}

pub(crate) fn text(context: &SentenceContext<'_>, tokens: &[usize]) -> String {
    super::statement::words(context.annotated, context.index, tokens)
}

/// *deployed peacekeepers in Iraq*, *agreed on a pact*: a place, an act, or with whom or what it is done, without a name.
fn stands_for_nobody(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = (context.actor(noun)).and_then(|actor| context.annotated.actors.get(actor));
    let Some(actor) = actor.filter(|actor| !actor.named) else {
        return false;
    };
    let mut classes = context.lexicon.frames.classes(context.lemma(noun)).iter();
    let means = classes.any(|class| matches!(class.as_str(), "means" | "agreement"));
    means || is_spot(context, noun) || actor.kind == ActorType::Other
}

/// *no soldier*, *neither side*; *neither Kenya nor Uganda* are two.
fn is_none(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = (context.actor(noun)).and_then(|actor| context.annotated.actors.get(actor));
    !actor.is_some_and(|actor| actor.named) && !determiners(context, noun).is_empty()
}

/// *is said to have bribed*: without its auxiliary the infinitive would be none.
fn after_particle(context: &SentenceContext<'_>, token: usize) -> bool {
    (token.checked_sub(1)).is_some_and(|before| context.token(before).xpos == Xpos::To)
}

/// Whether the statement says only where something is.
fn is_location(statement: &Statement) -> bool {
    statement.relation.lemma == "be"
        && statement.relation.implied.is_some()
        && statement.object.is_none()
}

/// Whether the words of the label themselves show the negation: *failed to resolve*.
fn shows(statement: &Statement, label: &[usize]) -> bool {
    (statement.polarity_cues.iter()).any(|cue| label.contains(cue))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_passive_with_an_agent_is_turned_round() {
        let edges = edge_lines(
            "The the DET DT 2 det
            bridge bridge NOUN NN 4 nsubj:pass
            was be AUX VBD 4 aux:pass
            seized seize VERB VBN 0 root
            by by ADP IN 6 case
            rebels rebel NOUN NNS 4 obl:agent",
        );
        assert_eq!(edges, ["rebels – seized → bridge"]);
    }

    #[test]
    fn a_light_object_goes_into_the_label_and_every_member_gets_an_edge() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Iceland Iceland PROPN NNP 1 conj
            demanded demand VERB VBD 0 root
            firm firm ADJ JJ 6 amod
            action action NOUN NN 4 obj
            against against ADP IN 8 case
            poachers poacher NOUN NNS 6 nmod",
        );
        assert_eq!(
            edges,
            [
                "Norway – demanded firm action against → poachers",
                "Iceland – demanded firm action against → poachers",
            ]
        );
    }

    #[test]
    fn a_mutual_act_joins_those_who_do_it() {
        let edges = edge_lines(
            "Chad Chad PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Niger Niger PROPN NNP 1 conj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 4 obj",
        );
        assert!(
            edges.contains(&"Chad – held talks with → Niger".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn whom_one_noun_belongs_to_the_nouns_beside_it_need_not() {
        let edges = edge_lines(
            "officials official NOUN NNS 6 nsubj
            from from ADP IN 3 case
            Chad Chad PROPN NNP 1 nmod
            and and CCONJ CC 5 cc
            Norway Norway PROPN NNP 1 conj
            met meet VERB VBD 0 root",
        );
        let about_chad: Vec<&String> = (edges.iter())
            .filter(|edge| edge.ends_with("of → Chad"))
            .collect();
        assert_eq!(about_chad, ["officials – part of → Chad"], "{edges:?}");
    }

    #[test]
    fn a_label_shows_the_negation() {
        let edges = edge_lines(
            "Statements statement NOUN NNS 4 nsubj
            do do AUX VBP 4 aux
            not not PART RB 4 advmod
            resolve resolve VERB VB 0 root
            the the DET DT 6 det
            dispute dispute NOUN NN 4 obj",
        );
        assert_eq!(edges, ["Statements – do not resolve → dispute"]);
    }

    #[test]
    fn a_pronoun_that_stands_for_nobody_known_is_no_node() {
        let edges = edge_lines(
            "They they PRON PRP 2 nsubj
            closed close VERB VBD 0 root
            the the DET DT 4 det
            port port NOUN NN 2 obj",
        );
        assert!(edges.is_empty(), "{edges:?}");
    }

    #[test]
    fn nobody_is_no_node() {
        let edges = edge_lines(
            "No no DET DT 2 det
            soldier soldier NOUN NN 3 nsubj
            crossed cross VERB VBD 0 root
            the the DET DT 5 det
            river river NOUN NN 3 obj",
        );
        assert!(edges.is_empty(), "{edges:?}");
    }

    #[test]
    fn two_who_did_not_sign_did_not_sign_with_one_another() {
        let edges = edge_lines(
            "Neither neither CCONJ CC 2 cc:preconj
            Kenya Kenya PROPN NNP 5 nsubj
            nor nor CCONJ CC 4 cc
            Chad Chad PROPN NNP 2 conj
            signed sign VERB VBD 0 root
            the the DET DT 7 det
            treaty treaty NOUN NN 5 obj",
        );
        assert_eq!(
            edges,
            ["Kenya – not signed → treaty", "Chad – not signed → treaty"]
        );
    }

    #[test]
    fn labels_keep_numbers_of_money_and_the_form_of_infinitives() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            paid pay VERB VBD 0 root
            $ $ SYM $ 2 obj
            20 20 NUM CD 5 compound
            million million NUM CD 3 nummod
            to to ADP IN 7 case
            Chad Chad PROPN NNP 2 obl",
        );
        assert!(
            edges.contains(&"Norway – paid $ 20 million to → Chad".to_owned()),
            "{edges:?}"
        );
        let edges = edge_lines(
            "Norway Norway PROPN NNP 3 nsubj:pass
            is be AUX VBZ 3 aux:pass
            said say VERB VBN 0 root
            to to PART TO 6 mark
            have have AUX VB 6 aux
            bribed bribe VERB VBN 3 xcomp
            Chad Chad PROPN NNP 6 obj",
        );
        assert_eq!(edges, ["Norway – said to have bribed → Chad"]);
    }
}
