//! Edges to whom the content of a demand, an accusation or a threat names.
//!
//! In: such a statement. Out: a candidate that leads to who is to act (*demanded that X leave*) or whose act is
//! complained of (*alleged that X had …*).

use super::among::among;
use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::extract::participants::{is_known, label_words};
use crate::lexicon::ArgumentRole;
use crate::lexicon::EventType;
use crate::syntax::{conjunction, is_passive, is_relative, own_subject, verb_group};
use crate::text::Deprel;

/// The edge to who is to act, or whose act is complained of: *demanded that X leave*, *complained that X had left*.
pub(super) fn content(edge_context: &EdgeContext<'_>, event: EventType) -> Option<Candidate> {
    let context = edge_context.context;
    let clause = clause_of(edge_context, event)?;
    let subject =
        own_subject(context.tree, clause).filter(|&subject| !is_relative(context.tree, subject))?;
    let said = text(context, &edge_context.object_words());
    let candidate =
        |words: &str, target| Candidate::new(format!("{said} that … {words}").trim(), target);
    // *demanded that the camp be left by X*
    if is_passive(context.tree, clause) {
        let (words, target) = among(edge_context, clause)?;
        return Some(candidate(&words, target));
    }
    let actor = context.actor(subject);
    let own = actor.is_some() && actor == context.actor(edge_context.agent.head);
    if own || event != EventType::Request && !is_known(context, subject) {
        return None;
    }
    let verb = verb_group(context.tree, context.words(), clause).into_iter();
    let mut wanted: Vec<usize> = verb.filter(|&token| token > subject).collect();
    let object = context.tree.child(clause, Deprel::Obj);
    if let Some(object) =
        object.filter(|&object| object > clause && context.actor(object).is_none())
    {
        wanted.extend(label_words(context, object, usize::MAX));
    }
    Some(candidate(&text(context, &wanted), subject))
}

/// The clause that tells what is demanded or complained of.
fn clause_of(edge_context: &EdgeContext<'_>, event: EventType) -> Option<usize> {
    let context = edge_context.context;
    let head = edge_context.statement.relation.phrase.head;
    let below = context.tree.child(head, Deprel::Ccomp).or_else(|| {
        let mut clauses = context
            .tree
            .children_by(edge_context.object?, &[Deprel::Acl, Deprel::Ccomp]);
        clauses.find(|&clause| context.token(clause).deprel != Deprel::AclRelcl)
    });
    below.or_else(|| match event {
        // *called for X to leave*
        EventType::Request => {
            let mut clauses = context
                .tree
                .children_by(head, &[Deprel::Advcl, Deprel::Xcomp]);
            clauses.find(|&clause| {
                let mark = conjunction(context.tree, clause).map(|mark| context.lower(&[mark]));
                let purpose = mark.and_then(|mark| context.words().preposition(&mark));
                purpose == Some(ArgumentRole::Purpose)
                    && own_subject(context.tree, clause).is_some()
            })
        }
        // *X failed to help, a group complained*
        EventType::Accuse => {
            let above = context.head(head)?;
            (context.relation(head) == Deprel::Parataxis && above < head).then_some(above)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::assert_edge;

    #[test]
    fn the_one_who_is_to_act_is_the_target_of_a_demand() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            demanded demand VERB VBD 0 root
            that that SCONJ IN 5 mark
            Chad Chad PROPN NNP 5 nsubj
            free free VERB VB 2 ccomp
            prisoners prisoner NOUN NNS 5 obj",
            "Norway – demanded that … free → Chad",
        );
    }

    #[test]
    fn whose_deed_is_complained_of_is_the_target_of_the_complaint() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            complained complain VERB VBD 0 root
            that that SCONJ IN 6 mark
            Chad Chad PROPN NNP 6 nsubj
            had have AUX VBD 6 aux
            left leave VERB VBN 2 ccomp",
            "Norway – complained that … had left → Chad",
        );
    }
}
