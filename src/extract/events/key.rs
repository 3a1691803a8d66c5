//! The canonical predicate of a statement: one key for all ways to say the same.
//!
//! The key is built from the frames of the verb, its particle and preposition and its light object: *call for action* and
//! *urge steps* are both `demand action`. Verbs without a frame keep their lemma.

use crate::extract::{SentenceContext, Statement};
use crate::lexicon::Operator;
use crate::syntax::{governors, relation_lemma};
use crate::text::Upos;

use super::act::act;

/// Sets the key of the statement's relation.
pub(crate) fn set_predicate(context: &SentenceContext<'_>, statement: &mut Statement) {
    let relation = &mut statement.relation;
    if relation.implied.is_some()
        && context
            .lexicon
            .frames
            .noun(context.lemma(relation.phrase.head))
            .is_none()
    {
        relation.predicate = relation.lemma.clone();
        return;
    }
    let head = relation.phrase.head;
    let mut key = String::new();
    for &governor in &governors(context.tree, context.words(), head) {
        let lemma = relation_lemma(context.tree, governor);
        if !(context.lexicon.frames.operator(&lemma)).is_some_and(Operator::is_light) {
            let frame = context.lexicon.frames.verb(&lemma);
            key.push_str(frame.map_or(lemma.as_str(), |frame| &frame.key));
            key.push(' ');
        }
    }
    key.push_str(&act(context, head).key);
    if context.token(head).upos == Upos::Aux || context.is_nominal(head) && key.is_empty() {
        key = relation.lemma.to_string();
    }
    relation.predicate = key.into();
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::extracted;

    fn predicates(rows: &str) -> Vec<String> {
        let extracted = extracted(rows);
        let keys = extracted.statements.iter();
        keys.map(|statement| statement.relation.predicate.to_string())
            .collect()
    }

    #[test]
    fn ways_to_demand_action_have_one_key() {
        let call = "Oslo Oslo PROPN NNP 2 nsubj
            called call VERB VBD 0 root
            for for ADP IN 4 case
            action action NOUN NN 2 obl
            against against ADP IN 6 case
            smugglers smuggler NOUN NNS 4 nmod";
        let urge = "Oslo Oslo PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            steps step NOUN NNS 2 obj
            against against ADP IN 5 case
            smugglers smuggler NOUN NNS 3 nmod";
        for rows in [call, urge] {
            assert!(
                predicates(rows).contains(&"demand action".to_owned()),
                "{:?}",
                predicates(rows)
            );
        }
    }

    #[test]
    fn a_class_of_nouns_changes_what_a_verb_means() {
        for (noun, key) in [("rebels", "kill"), ("bill", "reject")] {
            let lemma = noun.trim_end_matches('s');
            let rows = format!(
                "Senators senator NOUN NNS 2 nsubj
                killed kill VERB VBD 0 root
                the the DET DT 4 det
                {noun} {lemma} NOUN NN 2 obj"
            );
            assert_eq!(predicates(&rows), [key], "{noun}");
        }
    }

    #[test]
    fn a_light_verb_leaves_the_key_to_its_noun_and_others_keep_their_lemma() {
        let rows = "Envoys envoy NOUN NNS 2 nsubj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 2 obj";
        assert!(
            predicates(rows).contains(&"talk".to_owned()),
            "{:?}",
            predicates(rows)
        );
        let rows = "Envoys envoy NOUN NNS 2 nsubj
            whistled whistle VERB VBD 0 root
            tunes tune NOUN NNS 2 obj";
        assert_eq!(predicates(rows), ["whistle"]);
    }
}
