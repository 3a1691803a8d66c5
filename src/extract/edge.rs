//! What a statement puts into the graph: from the doer to whom or what it is done, under a short label.

use smol_str::SmolStr;

use crate::lexicon::EventType;
use crate::text::Upos;

use super::clause::argument::is_time;
use super::clause::group::{group, is_negation};
use super::clause::predicate::{is_passive, own_subject};
use super::clause::subject::is_relative;
use super::phrase::{marker_of, members, name_of, short};
use super::polarity::determiners;
use super::target::{behind, is_known, label_words};
use super::{
    Argument, ArgumentRole, Edge, EdgeEnd, Extractor, Memberships, Phrase, Polarity, Scene,
    Statement, Titles, Voice,
};

/// Ends of more words than this are no nodes.
const LONGEST_END: usize = 8;

/// The edges of a statement.
pub(crate) fn edges(scene: &Scene<'_>, statement: &Statement) -> Vec<Edge> {
    let mut found = Vec::new();
    if is_existential(scene, statement) {
        return found;
    }
    if statement.extractor == Titles.name() {
        office(scene, statement, &mut found);
        return found;
    }
    // What one noun belongs to, the nouns beside it need not: *fighters of the TTP and officials*; but *ministers of
    // Egypt and Jordan* belong to both.
    if statement.extractor == Memberships.name() {
        if let Some(object) = &statement.object
            && is_whole_name(scene, object.head)
        {
            let label = label(scene, statement, "");
            let source = statement.subject.head;
            // *Sweden is a member of NATO* says of Sweden what it says of the member.
            if scene.tree.child(source, "cop").is_some() {
                return found;
            }
            let plural = scene.token(source).xpos == "NNS" && object.head > source;
            let known = |&whole: &usize| scene.actor(whole).is_some();
            let wholes = members(scene, object.head).into_iter();
            let wholes = wholes.filter(|whole| *whole == object.head || (plural && known(whole)));
            for target in wholes {
                push(scene, &mut found, source, &label, target, "");
            }
        }
        return found;
    }
    let agent = agent(statement);
    if let Some(agent) = agent {
        patient(scene, statement, agent, &mut found);
    }
    let doer = agent.unwrap_or(&statement.subject);
    mutual(scene, statement, doer, &mut found);
    if let Some(object) = nominal_object(scene, statement) {
        let target = behind(scene, statement, object.head, doer.head);
        if target.as_ref().is_none_or(|target| target.is_place) {
            let label = label(scene, statement, "");
            between(scene, &mut found, doer, &label, object.head);
        }
        if let Some(target) = target {
            let label = label(scene, statement, &target.words);
            between(scene, &mut found, doer, &label, target.head);
        }
    }
    demanded(scene, statement, doer, &mut found);
    if agent.is_none() {
        further(scene, statement, doer, &mut found);
    }
    if statement.relation.implied.is_none() {
        for edge in &mut found {
            lengthen(scene, &mut edge.source);
            lengthen(scene, &mut edge.target);
        }
    }
    found
}

/// *Norway's Foreign Minister Kari Lund*: she is Foreign Minister of Norway. A title of nobody is told of the actor alone.
fn office(scene: &Scene<'_>, statement: &Statement, found: &mut Vec<Edge>) {
    let person = scene.actor(statement.subject.head);
    let person = person.and_then(|person| scene.annotated.actors.get(person));
    let Some((object, owner)) = statement
        .object
        .as_ref()
        .zip(person.and_then(|p| p.belongs_to))
    else {
        return;
    };
    let near = |&token: &usize| object.head.abs_diff(token);
    let owned = (0..scene.sentence.tokens.len()).filter(|&token| scene.actor(token) == Some(owner));
    let Some(owned) = owned
        .min_by_key(near)
        .filter(|&owned| is_whole_name(scene, owned))
    else {
        return;
    };
    let title =
        |&token: &usize| scene.token(token).entity.is_empty() && scene.relation(token) != "case";
    let title: Vec<usize> = object.tokens.iter().copied().filter(title).collect();
    if !title.is_empty() {
        let label = format!("is {} of", text(scene, &title));
        push(scene, found, statement.subject.head, &label, owned, "title");
    }
}

/// Whether no capitalised word before the noun makes it part of a longer name that is not known: *the leader of Progressive
/// Slovakia* does not lead Slovakia.
fn is_whole_name(scene: &Scene<'_>, noun: usize) -> bool {
    let mut before = scene.tree.children_by(noun, &["amod", "compound"]);
    !before.any(|word| {
        let token = scene.token(word);
        let capital = token.form.chars().next().is_some_and(char::is_uppercase);
        capital && word < noun && token.entity.is_empty() && scene.actor(word).is_none()
    })
}

/// Why a statement without edges has none.
pub(crate) fn why_none(scene: &Scene<'_>, statement: &Statement) -> &'static str {
    let doer = agent(statement).unwrap_or(&statement.subject);
    let others = nominal_object(scene, statement).is_some()
        || (statement.arguments.iter()).any(|argument| may_be_end(scene, argument));
    match () {
        () if statement.extractor == Titles.name() => "a title is told of the actor itself",
        () if is_existential(scene, statement) => "nobody does it",
        () if end(scene, doer.head).is_none() => "its doer stands for nobody known",
        () if !others => "there is nobody and nothing at the other end",
        () => "the other end is the same as the doer, or stands for nobody known",
    }
}

/// *The camp of the rebels was bombed by X*: the edge of a passive with an agent.
fn patient(scene: &Scene<'_>, statement: &Statement, agent: &Phrase, found: &mut Vec<Edge>) {
    let subject = statement.subject.head;
    let target = behind(scene, statement, subject, agent.head).filter(|target| !target.is_place);
    match target {
        Some(target) => {
            let label = label(scene, statement, &target.words);
            between(scene, found, agent, &label, target.head);
        }
        None => {
            let label = label(scene, statement, "");
            between(scene, found, agent, &label, subject);
        }
    }
}

/// *demanded that X leave*: the edge goes to the one who is to act.
fn demanded(scene: &Scene<'_>, statement: &Statement, doer: &Phrase, found: &mut Vec<Edge>) {
    if statement.relation.event.as_deref() != Some(EventType::Request.as_str()) {
        return;
    }
    let head = statement.relation.phrase.head;
    let noun = nominal_object(scene, statement).map(|object| object.head);
    let told = noun.and_then(|noun| {
        let mut clauses = scene.tree.children_by(noun, &["acl", "ccomp"]);
        clauses.find(|&clause| scene.token(clause).deprel != "acl:relcl")
    });
    let Some(clause) = scene.tree.child(head, "ccomp").or(told) else {
        return;
    };
    let subject = own_subject(scene, clause);
    let Some(subject) = subject.filter(|&subject| !is_relative(scene, subject)) else {
        return;
    };
    if is_passive(scene, clause) || scene.actor(subject) == scene.actor(doer.head) {
        return;
    }
    let mut wanted: Vec<usize> = (group(scene, clause).into_iter())
        .filter(|&token| token > subject)
        .collect();
    let object = scene.tree.child(clause, "obj");
    let object = object.filter(|&object| object > clause && scene.actor(object).is_none());
    wanted.extend(
        object
            .into_iter()
            .flat_map(|object| label_words(scene, object)),
    );
    let wanted = text(scene, &wanted);
    let said = noun.map_or(String::new(), |noun| text(scene, &label_words(scene, noun)));
    let tail = format!("{said} that … {wanted}");
    let label = label(scene, statement, tail.trim());
    between(scene, found, doer, &label, subject);
}

/// *There is growing mistrust* is done by nobody to nobody.
fn is_existential(scene: &Scene<'_>, statement: &Statement) -> bool {
    let mut tokens = statement.relation.phrase.tokens.iter();
    tokens.any(|&token| scene.relation(token) == "expl")
}

fn agent(statement: &Statement) -> Option<&Phrase> {
    (statement.relation.voice == Voice::Passive).then_some(())?;
    let mut arguments = statement.arguments.iter();
    arguments
        .find(|argument| argument.role == ArgumentRole::Agent)
        .map(|argument| &argument.phrase)
}

fn nominal_object<'s>(scene: &Scene<'_>, statement: &'s Statement) -> Option<&'s Phrase> {
    (statement.object.as_ref())
        .filter(|object| scene.is_nominal(object.head) && !is_clause(scene, object.head))
}

fn is_clause(scene: &Scene<'_>, head: usize) -> bool {
    matches!(scene.relation(head), "ccomp" | "csubj" | "advcl") || scene.is_verb(head)
}

/// *Pakistan and China held talks*, *X and Y met*: an edge between the two.
fn mutual(scene: &Scene<'_>, statement: &Statement, doer: &Phrase, found: &mut Vec<Edge>) {
    let ends = members(scene, doer.head);
    let words = scene.words();
    let object = nominal_object(scene, statement).map(|object| object.head);
    let by_object = object.filter(|&object| {
        words
            .event_noun(scene.lemma(object))
            .is_some_and(|event| event.mutual)
            || is_joint(scene, object)
    });
    let by_verb = object.is_none()
        && words
            .mutual_verbs
            .has(scene.lemma(statement.relation.phrase.head));
    let none = !determiners(scene, doer.head).is_empty();
    if ends.len() < 2 || none || !(by_object.is_some() || by_verb) {
        return;
    }
    let object = by_object
        .map(|object| label_words(scene, object))
        .unwrap_or_default();
    let mut label = label(scene, statement, &text(scene, &object));
    label.push_str(" with");
    for &other in &ends[1..] {
        push(scene, found, ends[0], &label, other, "mutual");
    }
}

/// *joint exercises*, whoever does them.
fn is_joint(scene: &Scene<'_>, noun: usize) -> bool {
    let mut adjectives = scene.tree.children_by(noun, &["amod"]);
    adjectives.any(|word| scene.words().mutual_adjectives.has(scene.lemma(word)))
}

/// Edges to the nouns of prepositional phrases: the first where there is no object, else only actors.
fn further(scene: &Scene<'_>, statement: &Statement, doer: &Phrase, found: &mut Vec<Edge>) {
    let object = nominal_object(scene, statement);
    let mut needed = statement.object.is_none();
    for argument in &statement.arguments {
        if !may_be_end(scene, argument) {
            continue;
        }
        let noun = argument.phrase.head;
        let is_actor = is_known(scene, noun);
        let both_known = is_actor && scene.actor(doer.head).is_some();
        if !(needed || is_actor) || (is_location(statement) && !both_known) {
            continue;
        }
        needed = false;
        let mut words = object
            .map(|object| label_words(scene, object.head))
            .unwrap_or_default();
        words.extend(&argument.marker_tokens);
        let words = text(scene, &words);
        match behind(scene, statement, noun, doer.head) {
            Some(target) => {
                let label = label(scene, statement, &format!("{words} {}", target.words));
                between(scene, found, doer, &label, target.head);
            }
            None if is_reached(scene, found, noun) => {}
            None => {
                let label = label(scene, statement, &words);
                between(scene, found, doer, &label, noun);
            }
        }
    }
}

/// *went on strike in Lagos*: whether an edge leads to this noun already.
fn is_reached(scene: &Scene<'_>, found: &[Edge], noun: usize) -> bool {
    let head = name_of(scene, noun).unwrap_or(noun);
    found.iter().any(|edge| edge.target.phrase.head == head)
}

fn may_be_end(scene: &Scene<'_>, argument: &Argument) -> bool {
    let is_circumstance = |role: ArgumentRole| {
        matches!(
            role,
            ArgumentRole::Time
                | ArgumentRole::Cause
                | ArgumentRole::Concession
                | ArgumentRole::Manner
                | ArgumentRole::Condition
                | ArgumentRole::Capacity
                | ArgumentRole::Extent
        )
    };
    // *Unlike France, Germany …*: whom it is told apart from takes no part.
    let apart = argument.marker_tokens.first().is_some_and(|&token| {
        (scene.words()).negates(scene.lemma(token), crate::lexicon::Part::Preposition)
    });
    let marker = scene.lower(&argument.marker_tokens);
    let usual = scene.words().preposition(&marker);
    let usual = usual.and_then(ArgumentRole::from_name);
    !apart
        && !is_circumstance(argument.role)
        && !usual.is_some_and(is_circumstance)
        && scene.is_nominal(argument.phrase.head)
        && !is_clause(scene, argument.phrase.head)
}

fn text(scene: &Scene<'_>, tokens: &[usize]) -> String {
    super::statement::words(scene.annotated, scene.index, tokens)
}

/// The words of the relation without auxiliaries and adverbs, negation kept visible, and what follows it.
fn label(scene: &Scene<'_>, statement: &Statement, tail: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    match &statement.relation.implied {
        // A place says by its preposition how it is meant: *officials – in → Islamabad*.
        Some(_) if is_location(statement) => {}
        Some(implied) => words.push(implied.to_string()),
        None => {
            let tokens = &statement.relation.phrase.tokens;
            let negated = tokens.iter().any(|&token| is_negation(scene, token));
            let passive = statement.relation.voice == Voice::Passive && agent(statement).is_none();
            let kept = |&token: &usize| match scene.relation(token) {
                "aux" if after_particle(scene, token) => true,
                "aux" => negated || (passive && scene.token(token).deprel == "aux:pass"),
                "advmod" => is_negation(scene, token) || statement.polarity_cues.contains(&token),
                "expl" => false,
                _ => true,
            };
            let kept: Vec<usize> = tokens.iter().copied().filter(kept).collect();
            words.push(text(scene, &kept));
            if !negated && statement.polarity == Polarity::Negative && !shows(statement, &kept) {
                words.insert(0, "not".to_owned());
            }
        }
    }
    if !tail.is_empty() {
        words.push(match statement.relation.implied {
            Some(_) => tail.to_lowercase(),
            None => tail.to_owned(),
        });
    }
    words.join(" ")
}

/// *is said to have bribed*: without its auxiliary the infinitive would be none.
fn after_particle(scene: &Scene<'_>, token: usize) -> bool {
    (token.checked_sub(1)).is_some_and(|before| scene.token(before).xpos == "TO")
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

/// An edge for each pair of members of the two phrases.
fn between(scene: &Scene<'_>, found: &mut Vec<Edge>, source: &Phrase, label: &str, target: usize) {
    for &source in &members(scene, source.head) {
        for &target in &members(scene, target) {
            push(scene, found, source, label, target, "");
        }
    }
}

fn push(
    scene: &Scene<'_>,
    found: &mut Vec<Edge>,
    source: usize,
    label: &str,
    target: usize,
    inferred: &str,
) {
    let (Some(source), Some(target)) = (end(scene, source), end(scene, target)) else {
        return;
    };
    if source.name == target.name || label.is_empty() {
        return;
    }
    let edge = Edge {
        source,
        label: label.to_owned(),
        target,
        inferred: SmolStr::new(inferred),
    };
    if !found.contains(&edge) {
        found.push(edge);
    }
}

/// The node that a noun stands for; pronouns that stand for nobody known and bare numbers are none.
pub(crate) fn end(scene: &Scene<'_>, head: usize) -> Option<EdgeEnd> {
    let actor = scene.actor(head);
    let token = scene.token(head);
    // *No soldier crossed the river*: there is none whom the graph could show. *Neither Kenya nor Uganda* are two.
    let named =
        (actor.and_then(|actor| scene.annotated.actors.get(actor))).is_some_and(|a| a.named);
    if actor.is_some() && !named && !determiners(scene, head).is_empty() {
        return None;
    }
    let empty = matches!(
        token.upos,
        Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp | Upos::Punct
    );
    if actor.is_none() && (empty || is_relative(scene, head) || is_time(scene, head)) {
        return None;
    }
    let head = name_of(scene, head).unwrap_or(head);
    let actor = scene.actor(head).or(actor);
    let actor = actor.filter(|_| !is_arm(scene, head)).or_else(|| {
        let owner = owner(scene, head).filter(|_| is_arm(scene, head));
        owner.or(actor)
    });
    let mut phrase = short(scene, head);
    phrase.actor = actor;
    if actor.is_none() && phrase.tokens.len() > LONGEST_END {
        return None;
    }
    let name = match actor.and_then(|actor| scene.annotated.actors.get(actor)) {
        Some(actor) => actor.name.clone(),
        None => phrase.text(scene.annotated),
    };
    Some(EdgeEnd { phrase, name })
}

/// *Russian aircraft* act for Russia.
fn is_arm(scene: &Scene<'_>, noun: usize) -> bool {
    scene.words().arms.has(scene.lemma(noun))
}

fn owner(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let mut before = scene
        .tree
        .children_by(noun, &["compound", "amod", "nmod:poss"]);
    before.find_map(|word| {
        let actor = scene.actor(word)?;
        scene.annotated.actors.get(actor)?.named.then_some(actor)
    })
}

/// Adds to a noun without a name of whom it is: *leaders of the party*, *the president's brother*.
fn lengthen(scene: &Scene<'_>, end: &mut EdgeEnd) {
    let actor = end.phrase.actor;
    let named = actor.and_then(|actor| scene.annotated.actors.get(actor));
    let head = end.phrase.head;
    if named.is_some_and(|actor| actor.named) || scene.token(head).upos != Upos::Noun {
        return;
    }
    let mut tokens = end.phrase.tokens.clone();
    for child in scene.tree.children_by(head, &["nmod"]) {
        let marker = scene.lower(&marker_of(scene, child));
        let whole = scene.words().whole_prepositions.has(&marker);
        let pronoun = scene.token(child).upos == Upos::Pron;
        if scene.actor(child).is_some()
            && !pronoun
            && (whole || scene.token(child).deprel == "nmod:poss")
        {
            tokens.extend(scene.tree.children_by(child, &["case"]));
            tokens.extend(short(scene, child).tokens);
        }
    }
    let phrase = Phrase::new(end.phrase.sentence, tokens, head);
    if phrase.tokens.len() == end.phrase.tokens.len() || phrase.tokens.len() > LONGEST_END {
        return;
    }
    end.phrase = Phrase { actor, ..phrase };
    if actor.is_none() {
        end.name = end.phrase.text(scene.annotated);
    }
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
    fn the_one_who_is_to_act_is_the_target_of_a_demand() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            demanded demand VERB VBD 0 root
            that that SCONJ IN 5 mark
            Chad Chad PROPN NNP 5 nsubj
            free free VERB VB 2 ccomp
            prisoners prisoner NOUN NNS 5 obj",
        );
        assert!(
            edges.contains(&"Norway – demanded that … free → Chad".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn a_noun_without_a_name_is_shown_with_whose_it_is() {
        let edges = edge_lines(
            "The the DET DT 2 det
            rise rise NOUN NN 5 nsubj
            of of ADP IN 4 case
            Chad Chad PROPN NNP 2 nmod
            pleased please VERB VBD 0 root
            envoys envoy NOUN NNS 5 obj",
        );
        assert!(
            edges.contains(&"rise of Chad – pleased → envoys".to_owned()),
            "{edges:?}"
        );
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
