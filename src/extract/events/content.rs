//! Whether an act is only what a verb above wants, refuses or alleges.

use crate::extract::clause::subject::subject;
use crate::extract::{ArgumentRole, SentenceContext};
use crate::lexicon::{EventType, ModalityCue, Part};
use crate::syntax::{is_negation, is_passive, own_subject, preposition, relation_lemma};
use crate::text::{Deprel, Upos, Xpos};

use super::act::act;

/// *said that Oslo must leave*, *stressed that action is needed*: who says so demands it of another.
pub(super) fn is_demand(context: &SentenceContext<'_>, head: usize) -> bool {
    let Some(clause) = context
        .tree
        .child(head, Deprel::Ccomp)
        .filter(|&clause| clause > head)
    else {
        return false;
    };
    let own = subject(context, head).map(|subject| subject.head);
    let (Some(own), Some(other)) = (own, own_subject(context.tree, clause)) else {
        return false;
    };
    let same = context.actor(own).is_some() && context.actor(own) == context.actor(other);
    let pronoun = context.token(other).upos == Upos::Pron;
    let required = |token: usize, part| {
        context.words().modality(context.lemma(token), part) == Some(ModalityCue::Required)
    };
    let must = (context.tree.children_by(clause, &[Deprel::Aux]))
        .any(|token| required(token, Part::Auxiliary));
    let needed = is_passive(context.tree, clause) && required(clause, Part::Verb)
        || context.token(clause).upos == Upos::Adj && required(clause, Part::Adjective);
    let negated = context
        .tree
        .children_by(clause, &[Deprel::Advmod])
        .any(|token| is_negation(context.tree, context.words(), token));
    // *insists that the state pay*, not *that the state pays*.
    let base = match context.token(clause).xpos {
        Xpos::Vb => true,
        // *the state pay*: parsers take it for a plural.
        Xpos::Vbp => matches!(context.token(other).xpos, Xpos::Nn | Xpos::Nnp),
        _ => false,
    };
    let auxiliary = context.tree.child(clause, Deprel::Aux);
    let subjunctive = base && auxiliary.is_none();
    !same && !pronoun && !negated && (must || needed || subjunctive)
}

/// Whether the clause or noun is what a verb above asks for, refuses, threatens or alleges: that verb has the type.
pub(super) fn is_only_content(context: &SentenceContext<'_>, first: usize) -> bool {
    let mut token = first;
    for _ in 0..6 {
        let Some(head) = context.head(token) else {
            return false;
        };
        let relation = context.relation(token);
        let nominal = context.is_nominal(token) && !context.is_verb(token);
        let content = match relation {
            Deprel::Ccomp | Deprel::Xcomp => true,
            Deprel::Acl => context.token(token).deprel != Deprel::AclRelcl,
            Deprel::Advcl => {
                let mark = context.tree.child(token, Deprel::Mark);
                let prepositions = &context.words().content_prepositions;
                mark.is_some_and(|mark| prepositions.has(context.lemma(mark)))
            }
            Deprel::Obl => nominal && !(token == first && is_meanwhile(context, token)),
            Deprel::Obj | Deprel::Nmod => nominal,
            Deprel::Conj => true,
            _ => false,
        };
        if !content {
            return false;
        }
        if relation != Deprel::Conj
            && (context.is_verb(head) || context.token(head).upos == Upos::Adj)
        {
            let lemma = relation_lemma(context.tree, head);
            let frames = &context.lexicon.frames;
            let operator = frames.operator(&lemma);
            // A clause after a verb of consulting reports a deed; it is not what is wanted.
            let moves =
                |event: EventType| !(relation == Deprel::Ccomp && event == EventType::Consult);
            let moved = act(context, head).event.is_some_and(moves)
                || frames.verb(&lemma).and_then(|f| f.event).is_some_and(moves);
            let carries = match operator {
                Some(operator) if operator.is_light() => moved && !nominal,
                Some(_) => true,
                None => moved,
            };
            if carries {
                return true;
            }
            if nominal {
                return false;
            }
        }
        token = head;
    }
    false
}

/// *discussed it during a visit*: what goes on meanwhile is no content.
fn is_meanwhile(context: &SentenceContext<'_>, noun: usize) -> bool {
    context
        .words()
        .preposition(&context.lower(&preposition(context.tree, noun)))
        == Some(ArgumentRole::Time)
}
