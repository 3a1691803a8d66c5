//! Tells whether the name of a capital stands for its government or for the place.

use crate::lexicon::Lexicon;
use crate::text::{Deprel, Tree, Upos};

/// Whether the capital or seat of power at `head` acts, owns or is acted upon, so that its government is meant.
pub(super) fn acts(tree: &Tree<'_>, head: usize, lexicon: &Lexicon) -> bool {
    let contexts = &lexicon.place_contexts;
    let token = tree.token(head);
    let above = token.head.map(|above| tree.token(above));
    let above_lemma = above.map(crate::annotate::mentions::lemma);
    let above_is = |test: &dyn Fn(&str) -> bool| above_lemma.as_deref().is_some_and(test);
    let case = tree.children_by(head, &[Deprel::Case]).next();
    let case = case.map(|case| tree.token(case).form.to_lowercase());
    match (token.relation(), &token.deprel) {
        (Deprel::Conj, _) => token
            .head
            .filter(|&first| first < head)
            .is_some_and(|first| acts(tree, first, lexicon)),
        (_, Deprel::NsubjPass) => !above_is(&|verb| contexts.place_is_object_of(verb)),
        (Deprel::Nsubj, _) => {
            let noun = above.is_some_and(|above| above.upos == Upos::Noun);
            let place = noun && above_is(&|noun| lexicon.actor_nouns.is_place(noun));
            !place && !above_is(&|verb| contexts.place_is_subject_of(verb))
        }
        (Deprel::Obj | Deprel::Iobj, _) => !above_is(&|verb| contexts.place_is_object_of(verb)),
        (_, Deprel::NmodPoss) => !above_is(&|noun| lexicon.actor_nouns.is_place(noun)),
        (_, Deprel::OblAgent) => true,
        (Deprel::Obl | Deprel::Nmod, _) => match case.as_deref() {
            Some(case) if contexts.marks_actor(case) => true,
            Some(case) if contexts.may_mark_actor(case) => {
                above_is(&|word| contexts.is_addressed(word))
            }
            _ => false,
        },
        _ => false,
    }
}
