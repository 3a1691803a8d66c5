//! Applies all rules to all trees, and records what they replaced.

use crate::text::{Deprel, Sentence};

use super::work::Work;

/// An arc as the parser had it, where mending replaced it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MendedArc {
    /// The sentence.
    pub sentence: usize,
    /// The dependent token.
    pub token: usize,
    /// The head that the parser gave it.
    pub head: Option<usize>,
    /// The dependency relation that the parser gave it.
    pub deprel: Deprel,
}

/// Mends the trees of a document. The arcs that were replaced come by place in the text.
pub(in crate::annotate) fn mend_trees(sentences: &mut [Sentence]) -> Vec<MendedArc> {
    let mut replaced = Vec::new();
    for (index, sentence) in sentences.iter_mut().enumerate() {
        let arcs = sentence.tokens.iter();
        let before: Vec<_> = arcs
            .map(|token| (token.head, token.deprel.clone()))
            .collect();
        if !mend(sentence) {
            continue;
        }
        let arcs = before.into_iter().zip(&sentence.tokens).enumerate();
        let changed = arcs.filter(|(_, (old, new))| (old.0, &old.1) != (new.head, &new.deprel));
        replaced.extend(changed.map(|(token, ((head, deprel), _))| MendedArc {
            sentence: index,
            token,
            head,
            deprel,
        }));
    }
    replaced
}

/// Applies each rule once to each token; whether anything changed. A second pass changes nothing that is measured.
fn mend(sentence: &mut Sentence) -> bool {
    let mut work = Work {
        tokens: std::mem::take(&mut sentence.tokens),
        changed: false,
    };
    for token in 0..work.tokens.len() {
        work.name_in_two(token);
        work.title_as_subject(token);
        work.name_before_office(token);
        work.name_as_auxiliary(token);
        work.bare_oblique(token);
        work.stolen_subject(token);
        work.unlike_conjunct(token);
        work.participle_after_noun(token);
        work.noun_taken_for_participle(token);
        work.infinitive_after_adjective(token);
        work.subject_beyond_predicate(token);
        work.copula_before_infinitive(token);
        work.adjective_with_clause(token);
        work.subject_behind_speech(token);
        work.subject_before_speech(token);
        work.clause_before_speech(token);
    }
    for token in 0..work.tokens.len() {
        work.participle_behind_speech(token);
    }
    sentence.tokens = work.tokens;
    work.changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::mend::sample::sentence;

    #[test]
    fn the_replaced_arc_is_recorded() {
        let rows = "Peru Peru PROPN NNP 2 nsubj
            voiced voice VERB VBD 0 root
            deep deep ADJ JJ 4 amod
            regret regret NOUN NN 2 obl";
        let mut sentences = [sentence("Peru Peru PROPN NNP 0 root"), sentence(rows)];
        let replaced = mend_trees(&mut sentences);
        let arc = MendedArc {
            sentence: 1,
            token: 3,
            head: Some(1),
            deprel: Deprel::Obl,
        };
        assert_eq!(replaced, [arc]);
        assert_eq!(sentences[1].tokens[3].deprel, Deprel::Obj);
        assert_eq!(mend_trees(&mut sentences), []);
    }
}
