//! By what means an event is done: a visit or a phone call, an air strike or an abduction.
//!
//! The words that can tell are, the most telling first: the nouns that the act has as its object or is done with (`hit
//! with air strikes`), its verb, and the key of its predicate. Where none is known to tell, there is no mode; there is
//! no default.

use crate::extract::{SentenceContext, Statement};
use crate::syntax::{noun_names, relation_lemma};
use crate::text::Deprel;

use super::noun::{object, phrases};

/// Sets the mode of the statement's relation. Its event type and predicate must have been set.
pub(crate) fn set_mode(context: &SentenceContext<'_>, statement: &mut Statement) {
    let relation = &statement.relation;
    let Some(event) = relation.event else {
        return;
    };
    let mut words = words(context, relation.phrase.head);
    words.push(relation.predicate.to_string());
    let modes = words.iter();
    let mut mode = modes.filter_map(|words| context.lexicon.frames.mode(event, words));
    statement.relation.mode = mode.next().cloned();
}

fn words(context: &SentenceContext<'_>, head: usize) -> Vec<String> {
    if context.is_nominal(head) {
        return noun_names(context.tree, context.words(), head);
    }
    let obliques = phrases(context, head).into_iter().map(|(_, noun)| noun);
    let nouns = object(context, head).into_iter().chain(obliques);
    let mut words: Vec<String> = nouns
        .flat_map(|noun| noun_names(context.tree, context.words(), noun))
        .collect();
    // Of `air strike` and `strike` the longer tells more, wherever it stands.
    words.sort_by_key(|words| std::cmp::Reverse(words.split(' ').count()));
    words.push(relation_lemma(context.tree, head).to_lowercase());
    // *urged Oslo to release them*: what is asked for.
    let inner = context
        .tree
        .children_by(head, &[Deprel::Xcomp, Deprel::Ccomp]);
    words.extend(inner.map(|verb| relation_lemma(context.tree, verb).to_lowercase()));
    words
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::extracted;

    fn modes(rows: &str) -> Vec<(String, Option<String>)> {
        let statements = extracted(rows).statements.into_iter();
        let relations = statements.map(|statement| statement.relation);
        relations
            .filter_map(|relation| {
                Some((
                    relation.event?.as_str().to_owned(),
                    relation.mode.map(|mode| mode.to_string()),
                ))
            })
            .collect()
    }

    fn pair(event: &str, mode: Option<&str>) -> (String, Option<String>) {
        (event.to_owned(), mode.map(str::to_owned))
    }

    #[test]
    fn what_an_act_is_done_with_tells_its_mode() {
        let rows = "Rebels rebel NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            the the DET DT 4 det
            port port NOUN NN 2 obj
            with with ADP IN 7 case
            mortar mortar NOUN NN 7 compound
            shells shell NOUN NNS 2 obl";
        assert!(modes(rows).contains(&pair("ASSAULT", Some("heavy-weapons"))));
        let rows = "Rebels rebel NOUN NNS 2 nsubj
            kidnapped kidnap VERB VBD 0 root
            envoys envoy NOUN NNS 2 obj";
        assert_eq!(modes(rows), [pair("ASSAULT", Some("abduct"))]);
    }

    #[test]
    fn what_is_demanded_tells_the_mode_of_the_demand() {
        let rows = "Oslo Oslo PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            to to PART TO 5 mark
            withdraw withdraw VERB VB 2 xcomp";
        assert!(modes(rows).contains(&pair("REQUEST", Some("yield"))));
    }

    #[test]
    fn words_that_tell_nothing_give_no_mode() {
        let rows = "Rebels rebel NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            envoys envoy NOUN NNS 2 obj";
        assert_eq!(modes(rows), [pair("ASSAULT", None)]);
    }
}
