//! Whether a statement is said to hold or not, and by which words.

use crate::extract::{Polarity, SentenceContext, Statement};
use crate::lexicon::Part;
use crate::syntax::{
    any_object, controller, negative_determiners, particle_to, pending_adverb, predicate_chain,
};
use crate::text::{Deprel, Xpos};

use super::scope::{denials, is_negative_verb, is_prevented, keeps_from, negating_adverbs};

/// Sets the polarity of a statement and its cues: *not*, *no change*, *without*, *failed to*, *denied that*.
pub(crate) fn set_polarity(context: &SentenceContext<'_>, statement: &mut Statement) {
    let mut cues = Vec::new();
    let head = statement.relation.phrase.head;
    let predicates = predicate_chain(context.tree, context.words(), head);
    for &predicate in &predicates {
        cues.extend(negating_adverbs(context, predicate));
        cues.extend(pending_adverb(context.tree, context.words(), predicate));
    }
    let slots = std::iter::once(&statement.subject).chain(&statement.object);
    for phrase in slots {
        if context.is_nominal(phrase.head) {
            cues.extend(negative_determiners(
                context.tree,
                context.words(),
                phrase.head,
            ));
        }
    }
    if let Some(&last) = predicates.last() {
        cues.extend(negative_preposition(context, last));
    }
    cues.extend(above(context, &predicates));
    cues.sort_unstable();
    cues.dedup();
    // Two negations in one verb group undo one another: *did not fail to*.
    if cues.len() % 2 == 1 {
        statement.polarity = Polarity::Negative;
    }
    statement.polarity_cues = cues;
}

/// *without asking Kabul*.
fn negative_preposition(context: &SentenceContext<'_>, predicate: usize) -> Option<usize> {
    // *Rather than negotiate, they left*
    let opening = |mark: usize| {
        context.relation(mark) != Deprel::Cc
            || (context.relation(predicate) == Deprel::Advcl && mark < predicate)
    };
    (context
        .tree
        .children_by(predicate, &[Deprel::Mark, Deprel::Case, Deprel::Cc]))
    .filter(|&mark| opening(mark))
    .find(|&mark| {
        context
            .words()
            .negates(context.lemma(mark), Part::Preposition)
    })
}

/// *failed to persuade them to leave*: what somebody is not brought to do is not done.
fn not_brought_about(context: &SentenceContext<'_>, clause: usize, verb: usize) -> Vec<usize> {
    let brought = matches!(context.relation(clause), Deprel::Xcomp | Deprel::Advcl)
        && particle_to(context.tree, clause).is_some()
        && any_object(context.tree, verb).is_some()
        && context.is_verb(verb)
        && context
            .words()
            .modality(context.lemma(verb), Part::Verb)
            .is_none()
        && context
            .words()
            .modality(context.lemma(verb), Part::Infinitive)
            .is_none();
    if !brought
        || (controller(context.tree, context.words(), clause).is_none()
            && context.relation(clause) == Deprel::Advcl)
    {
        return Vec::new();
    }
    denials(context, verb)
}

/// Negative words that lead to the statement: verbs of its own chain, and verbs and nouns whose content it is.
fn above(context: &SentenceContext<'_>, predicates: &[usize]) -> Vec<usize> {
    let negative = |token: usize| {
        is_negative_verb(context, token)
            || (!context.is_verb(token)
                && context.words().negates(context.lemma(token), Part::Noun))
    };
    let mut found: Vec<usize> = Vec::new();
    if let Some((_, governors)) = predicates.split_last() {
        found.extend(governors.iter().copied().filter(|&token| negative(token)));
    }
    let Some(&first) = predicates.first() else {
        return found;
    };
    let content = matches!(
        context.token(first).deprel,
        Deprel::Ccomp | Deprel::Xcomp | Deprel::Acl
    ) || is_prevented(context, first)
        || controller(context.tree, context.words(), first).is_some();
    let head = context.head(first).filter(|_| content);
    if let Some(head) = head {
        if negative(head) {
            found.push(head);
            // *did not deny that …*, *failed to prevent them from …*
            found.extend(denials(context, head));
        } else if let Some(mark) = keeps_from(context, first, head) {
            found.push(mark);
            found.extend(denials(context, head));
        }
        found.extend(not_brought_about(context, first, head));
        // *rejected allegations that …*: the content belongs to the noun, the verdict to the verb.
        if context.is_nominal(head)
            && context.relation(first) == Deprel::Acl
            && context.token(first).xpos != Xpos::Vbg
            && context.relation(head) == Deprel::Obj
            && let Some(verb) = context.head(head)
            && negative(verb)
        {
            found.push(verb);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::statement_lines;

    #[test]
    fn no_on_the_subject_negates_and_two_negations_undo_one_another() {
        let rows = "No no DET DT 2 det
            ship ship NOUN NN 3 nsubj
            left leave VERB VBD 0 root
            port port NOUN NN 3 obj";
        assert_eq!(statement_lines(rows), ["not No ship | left | port"]);
        let rows = "Guards guard NOUN NNS 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            fail fail VERB VB 0 root
            to to PART TO 6 mark
            fire fire VERB VB 4 xcomp
            shots shot NOUN NNS 6 obj";
        assert_eq!(
            statement_lines(rows),
            ["Guards | did not fail to fire | shots"]
        );
    }

    #[test]
    fn what_is_denied_or_failed_is_negative() {
        let rows = "Traders trader NOUN NNS 2 nsubj
            denied deny VERB VBD 0 root
            that that SCONJ IN 5 mark
            they they PRON PRP 5 nsubj
            sold sell VERB VBD 2 ccomp
            weapons weapon NOUN NNS 5 obj";
        let said = statement_lines(rows);
        assert!(
            said.contains(&"not they | sold | weapons".to_owned()),
            "{said:?}"
        );
        let rows = "Traders trader NOUN NNS 2 nsubj
            failed fail VERB VBD 0 root
            to to PART TO 4 mark
            sell sell VERB VB 2 xcomp
            weapons weapon NOUN NNS 4 obj";
        assert_eq!(
            statement_lines(rows),
            ["not Traders | failed to sell | weapons"]
        );
    }

    #[test]
    fn what_somebody_is_not_brought_to_do_is_not_done() {
        let said = statement_lines(
            "Envoys envoy NOUN NNS 2 nsubj
            failed fail VERB VBD 0 root
            to to PART TO 4 mark
            persuade persuade VERB VB 2 xcomp
            judges judge NOUN NNS 4 obj
            to to PART TO 7 mark
            free free VERB VB 4 xcomp
            him he PRON PRP 7 obj",
        );
        assert!(
            said.contains(&"not judges | free | him".to_owned()),
            "{said:?}"
        );
        let said = statement_lines(
            "Floods flood NOUN NNS 2 nsubj
            stopped stop VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            from from SCONJ IN 5 mark
            crossing cross VERB VBG 2 advcl
            the the DET DT 7 det
            river river NOUN NN 5 obj",
        );
        assert!(
            said.contains(&"not rebels | crossing | the river".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn who_is_not_kept_from_it_does_it() {
        let said = statement_lines(
            "Police police NOUN NNS 2 nsubj
            failed fail VERB VBD 0 root
            to to PART TO 4 mark
            prevent prevent VERB VB 2 xcomp
            rebels rebel NOUN NNS 4 obj
            from from SCONJ IN 7 mark
            crossing cross VERB VBG 4 advcl
            the the DET DT 9 det
            river river NOUN NN 7 obj",
        );
        assert!(
            said.contains(&"rebels | crossing | the river".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn what_has_yet_to_happen_has_not() {
        let rows = "Chad Chad PROPN NNP 2 nsubj
            has have VERB VBZ 0 root
            yet yet ADV RB 2 advmod
            to to PART TO 5 mark
            sign sign VERB VB 2 xcomp
            the the DET DT 7 det
            treaty treaty NOUN NN 5 obj";
        assert_eq!(
            statement_lines(rows),
            ["not Chad | has yet to sign | the treaty"]
        );
    }
}
