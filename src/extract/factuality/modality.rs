//! How far the text commits itself to a statement, and by which words.

use crate::extract::{ArgumentRole, Modality, SentenceContext, Statement};
use crate::lexicon::Part;
use crate::syntax::{
    any_object, conjunction, controller, is_passive, particle_behind_auxiliary, particle_to,
    predicate_chain,
};
use crate::text::{Deprel, Upos, Xpos};

use super::content::content;
use super::cue::{cue, leading, own};
use super::scope::is_prevented;

/// Sets the modality of a statement and its cues: *may*, *reportedly*, *plans to*, *demanded that*, *if*.
pub(crate) fn set_modality(context: &SentenceContext<'_>, statement: &mut Statement) {
    let predicates = predicate_chain(
        context.tree,
        context.words(),
        statement.relation.phrase.head,
    );
    let found = own(context, &predicates)
        .or_else(|| chain(context, &predicates))
        .or_else(|| condition(context, &predicates))
        .or_else(|| opened(context, &predicates))
        .or_else(|| content(context, &predicates))
        .or_else(|| purpose(context, &predicates))
        .or_else(|| led_to(context, &predicates, DEPTH))
        .or_else(|| left_open(context, statement));
    let mut weak = None;
    match found {
        Some((Modality::Conditional, cue)) => weak = Some((Modality::Conditional, cue)),
        Some((modality, cue)) => set(statement, modality, cue),
        None => {}
    }
    // *hope that they would contribute*: the verb above says more than `would`.
    if let Some((modality, cue)) = weak {
        match content(context, &predicates) {
            Some((above, word)) => set(statement, above, word),
            None if is_future_of_the_past(context, &predicates, cue) => {
                set(statement, Modality::Intended, cue);
            }
            None => set(statement, modality, cue),
        }
    }
    let open = matches!(
        statement.modality,
        Modality::Asserted | Modality::Conditional | Modality::Intended
    );
    if open && is_question(context) {
        statement.modality = Modality::Asked;
        statement.modality_cues = vec![context.sentence.tokens.len() - 1];
    }
}

/// How far up a statement is sought on which another depends.
const DEPTH: usize = 4;

fn set(statement: &mut Statement, modality: Modality, cue: usize) {
    statement.modality = modality;
    statement.modality_cues = vec![cue];
}

/// Verbs and adjectives that lead to the relation's head.
fn chain(context: &SentenceContext<'_>, predicates: &[usize]) -> Option<(Modality, usize)> {
    let (_, governors) = predicates.split_last()?;
    governors.iter().find_map(|&governor| {
        let hedge = is_passive(context.tree, governor)
            .then(|| cue(context, governor, Part::Passive))
            .flatten();
        hedge.or_else(|| leading(context, governor))
    })
}

/// A clause after *if*, or one that such a clause hangs on and that is open itself.
fn condition(context: &SentenceContext<'_>, predicates: &[usize]) -> Option<(Modality, usize)> {
    let &first = predicates.first()?;
    let mark =
        conditional_mark(context, first).filter(|_| context.relation(first) == Deprel::Advcl)?;
    Some((Modality::Conditional, mark))
}

/// The conjunction that makes the clause of a verb a condition.
fn conditional_mark(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    let mark = conjunction(context.tree, verb)?;
    let role = context
        .words()
        .conjunction(&context.lower(&context.tree.subtree(mark)));
    (role == Some(ArgumentRole::Condition)).then_some(mark)
}

/// *warned them against leaving*, *asked whether they left*: a word that opens the clause.
fn opened(context: &SentenceContext<'_>, predicates: &[usize]) -> Option<(Modality, usize)> {
    let &first = predicates.first()?;
    let mark = conjunction(context.tree, first)?;
    let of_clause = context.token(first).xpos == Xpos::Vbg
        && any_object(context.tree, context.head(first)?).is_some()
        || context.relation(first) == Deprel::Ccomp;
    cue(context, mark, Part::Preposition).filter(|_| of_clause)
}

/// *may persuade them to leave*: what an act that is no fact brings about is none either.
fn led_to(
    context: &SentenceContext<'_>,
    predicates: &[usize],
    depth: usize,
) -> Option<(Modality, usize)> {
    let &first = predicates.first()?;
    let told = controller(context.tree, context.words(), first).is_some();
    let brought = context.relation(first) == Deprel::Xcomp || told || is_prevented(context, first);
    let verb = context.head(first).filter(|_| brought && depth > 0)?;
    let above = predicate_chain(context.tree, context.words(), verb);
    own(context, &above)
        .or_else(|| chain(context, &above))
        .or_else(|| condition(context, &above))
        .or_else(|| content(context, &above))
        .or_else(|| purpose(context, &above))
        .or_else(|| led_to(context, &above, depth - 1))
}

/// *did not rule out joining*: who denies a denial says nothing of the thing itself; *did not fail to join* does.
fn left_open(context: &SentenceContext<'_>, statement: &Statement) -> Option<(Modality, usize)> {
    let cues = &statement.polarity_cues;
    let denial = cues.iter().copied().find(|&cue| context.is_verb(cue))?;
    let head = statement.relation.phrase.head;
    let kept = predicate_chain(context.tree, context.words(), head)
        .first()
        .copied();
    if kept.is_some_and(|clause| is_prevented(context, clause)) {
        // Who is not kept from it does it.
        return None;
    }
    let done = |token: usize| token > denial && particle_to(context.tree, token).is_some();
    let carried_out = predicate_chain(context.tree, context.words(), head)
        .into_iter()
        .any(done);
    (cues.len() > 1 && cues.len().is_multiple_of(2) && !carried_out)
        .then_some((Modality::Possible, denial))
}

/// *said that it would appeal*: what was to come when it was said, not what depends on a condition. *would have appealed*
/// stays one.
fn is_future_of_the_past(context: &SentenceContext<'_>, predicates: &[usize], cue: usize) -> bool {
    let mut clause = predicates.first().copied();
    while let Some(verb) = clause.filter(|&verb| context.relation(verb) == Deprel::Conj) {
        clause = context.head(verb);
    }
    let Some(clause) = clause.filter(|&clause| context.relation(clause) == Deprel::Ccomp) else {
        return false;
    };
    let past = |verb: usize| matches!(context.token(verb).xpos, Xpos::Vbd | Xpos::Vbn);
    let perfect =
        |&predicate: &usize| context.tree.children_by(predicate, &[Deprel::Aux]).count() > 1;
    let mut circumstances = context.tree.children_by(clause, &[Deprel::Advcl]);
    let conditional = circumstances.any(|child| conditional_mark(context, child).is_some());
    context.token(cue).upos == Upos::Aux
        && context.head(clause).is_some_and(past)
        && !predicates.iter().any(perfect)
        && !conditional
}

/// An infinitive of purpose is a wish, not a fact; what *was to happen* a plan.
fn purpose(context: &SentenceContext<'_>, predicates: &[usize]) -> Option<(Modality, usize)> {
    let &first = predicates.first()?;
    if let Some(particle) = particle_behind_auxiliary(context.tree, first) {
        return Some((Modality::Intended, particle));
    }
    let purpose = matches!(context.relation(first), Deprel::Advcl | Deprel::Acl);
    particle_to(context.tree, first)
        .filter(|_| purpose)
        .map(|particle| (Modality::Intended, particle))
}

fn is_question(context: &SentenceContext<'_>) -> bool {
    (context.sentence.tokens.iter().rev())
        .find(|token| !matches!(token.form.as_str(), "\"" | "”" | "''" | "’"))
        .is_some_and(|token| token.form.contains('?'))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::statement_lines;

    #[test]
    fn an_adverb_or_auxiliary_marks_its_own_clause() {
        let rows = "Troops troop NOUN NNS 3 nsubj
            reportedly reportedly ADV RB 3 advmod
            crossed cross VERB VBD 0 root
            the the DET DT 5 det
            river river NOUN NN 3 obj";
        assert_eq!(
            statement_lines(rows),
            ["(possible) Troops | crossed | the river"]
        );
        let rows = "Troops troop NOUN NNS 3 nsubj
            must must AUX MD 3 aux
            cross cross VERB VB 0 root
            the the DET DT 5 det
            river river NOUN NN 3 obj";
        assert_eq!(
            statement_lines(rows),
            ["(required) Troops | must cross | the river"]
        );
    }

    #[test]
    fn would_after_a_verb_of_the_past_is_what_was_to_come() {
        let rows = |verb: &str, tag: &str| {
            format!(
                "Envoys envoy NOUN NNS 2 nsubj
                {verb} say VERB {tag} 0 root
                talks talk NOUN NNS 5 nsubj
                would would AUX MD 5 aux
                bring bring VERB VB 2 ccomp
                peace peace NOUN NN 5 obj"
            )
        };
        let past = statement_lines(&rows("said", "VBD"));
        assert!(past.contains(&"(intended) talks | would bring | peace".to_owned()));
        let now = statement_lines(&rows("say", "VBP"));
        assert!(now.contains(&"(conditional) talks | would bring | peace".to_owned()));
    }

    #[test]
    fn what_is_not_confirmed_is_left_open() {
        let rows = |verb: &str| {
            format!(
                "Peru Peru PROPN NNP 4 nsubj
                did do AUX VBD 4 aux
                not not PART RB 4 advmod
                {verb} {verb} VERB VB 0 root
                that that SCONJ IN 7 mark
                Chad Chad PROPN NNP 7 nsubj
                lied lie VERB VBD 4 ccomp"
            )
        };
        let open = statement_lines(&rows("confirm"));
        assert!(
            open.contains(&"(possible) Chad | lied | ".to_owned()),
            "{open:?}"
        );
        let known = statement_lines(&rows("know"));
        assert!(known.contains(&"Chad | lied | ".to_owned()), "{known:?}");
    }

    #[test]
    fn what_was_to_happen_was_planned() {
        let said = statement_lines(
            "Envoys envoy NOUN NNS 4 nsubj
            were be AUX VBD 4 aux
            to to PART TO 4 mark
            visit visit VERB VB 0 root
            Chad Chad PROPN NNP 4 obj",
        );
        assert_eq!(said, ["(intended) Envoys | were to visit | Chad"]);
    }

    #[test]
    fn who_is_told_something_is_not_told_to_do_it() {
        let told = statement_lines(
            "Peru Peru PROPN NNP 2 nsubj
            told tell VERB VBD 0 root
            envoys envoy NOUN NNS 2 iobj
            that that SCONJ IN 6 mark
            talks talk NOUN NNS 6 nsubj
            failed fail VERB VBD 2 ccomp",
        );
        assert!(told.contains(&"talks | failed | ".to_owned()), "{told:?}");
        let ordered = statement_lines(
            "Peru Peru PROPN NNP 2 nsubj
            told tell VERB VBD 0 root
            envoys envoy NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp
            Lima Lima PROPN NNP 5 obj",
        );
        assert!(
            ordered.iter().any(|line| line.starts_with("(required)")),
            "{ordered:?}"
        );
    }

    #[test]
    fn what_is_hoped_for_stays_possible_even_with_would() {
        let said = statement_lines(
            "Envoys envoy NOUN NNS 2 nsubj
            hope hope VERB VBP 0 root
            talks talk NOUN NNS 5 nsubj
            would would AUX MD 5 aux
            bring bring VERB VB 2 ccomp
            peace peace NOUN NN 5 obj",
        );
        assert!(
            said.contains(&"(possible) talks | would bring | peace".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn a_clause_after_if_is_conditional_and_a_question_is_asked() {
        let said = statement_lines(
            "Rebels rebel NOUN NNS 3 nsubj
            will will AUX MD 3 aux
            leave leave VERB VB 0 root
            if if SCONJ IN 6 mark
            troops troop NOUN NNS 6 nsubj
            withdraw withdraw VERB VBP 3 advcl
            heavy heavy ADJ JJ 8 amod
            guns gun NOUN NNS 6 obj",
        );
        assert!(
            said.contains(&"(conditional) troops | withdraw | heavy guns".to_owned()),
            "{said:?}"
        );
        let rows = "Did do AUX VBD 3 aux
            rebels rebel NOUN NNS 3 nsubj
            leave leave VERB VB 0 root
            town town NOUN NN 3 obj
            ? ? PUNCT . 3 punct";
        assert_eq!(statement_lines(rows), ["(asked) rebels | Did leave | town"]);
    }

    #[test]
    fn what_is_not_ruled_out_is_left_open() {
        let said = statement_lines(
            "Oslo Oslo PROPN NNP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            rule rule VERB VB 0 root
            out out ADP RP 4 compound:prt
            joining join VERB VBG 4 xcomp
            the the DET DT 8 det
            pact pact NOUN NN 6 obj",
        );
        assert_eq!(
            said,
            ["(possible) Oslo | did not rule out joining | the pact"]
        );
    }

    #[test]
    fn what_is_warned_against_or_weighed_is_no_fact() {
        let warned = statement_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            warned warn VERB VBD 0 root
            Chad Chad PROPN NNP 2 obj
            against against SCONJ IN 5 mark
            sending send VERB VBG 2 advcl
            troops troop NOUN NNS 5 obj",
        );
        assert!(
            warned.contains(&"not (required) Chad | sending | troops".to_owned()),
            "{warned:?}"
        );
        let weighed = statement_lines(
            "Oslo Oslo PROPN NNP 3 nsubj
            is be AUX VBZ 3 aux
            discussing discuss VERB VBG 0 root
            whether whether SCONJ IN 6 mark
            to to PART TO 6 mark
            ban ban VERB VB 3 ccomp
            trawlers trawler NOUN NNS 6 obj",
        );
        assert!(
            weighed.contains(&"(possible) Oslo | ban | trawlers".to_owned()),
            "{weighed:?}"
        );
    }

    #[test]
    fn what_depends_on_a_possibility_is_one() {
        let said = statement_lines(
            "Envoys envoy NOUN NNS 3 nsubj
            may may AUX MD 3 aux
            persuade persuade VERB VB 0 root
            judges judge NOUN NNS 3 obj
            to to PART TO 6 mark
            free free VERB VB 3 xcomp
            him he PRON PRP 6 obj",
        );
        assert!(
            said.contains(&"(possible) judges | free | him".to_owned()),
            "{said:?}"
        );
    }
}
