//! Normalised predicates: the label of a claim without tense, negation and modal verbs.

use smol_str::SmolStr;

use crate::annotate::Annotated;
use crate::extract::{Edge, Statement};
use crate::text::{Deprel, Token};

/// The predicate of an edge: that of the relation if a rule gave it one, else the lemmas of the label. Auxiliaries are
/// left out, as are the words for polarity and modality, which are fields of claims: `warned`, `has warned` and `may
/// warn` are all `warn`. The auxiliary of the passive stays, because it reverses the direction.
pub(super) fn predicate(annotated: &Annotated, statement: &Statement, edge: &Edge) -> SmolStr {
    if !statement.relation.predicate.is_empty() {
        return statement.relation.predicate.clone();
    }
    let words: Vec<String> = edge
        .label
        .split_whitespace()
        .filter_map(|word| key_word(annotated, statement, word))
        .collect();
    let key = words.join(" ");
    // A label of auxiliaries alone (`can`, `did`) stays as it is.
    if key.is_empty() {
        edge.label.to_lowercase().into()
    } else {
        key.into()
    }
}

/// The lemma of a word of the label; `None` if the word says only what the fields of the claim say.
fn key_word(annotated: &Annotated, statement: &Statement, word: &str) -> Option<String> {
    let Some((index, token)) = token_of(annotated, statement, word) else {
        return Some(word.to_lowercase());
    };
    let in_fields =
        statement.polarity_cues.contains(&index) || statement.modality_cues.contains(&index);
    let auxiliary = token.relation() == Deprel::Aux && token.deprel != Deprel::AuxPass;
    let main = index == statement.relation.phrase.head;
    if (in_fields || auxiliary) && !main {
        return None;
    }
    let lemma = if token.lemma.is_empty() {
        word
    } else {
        &token.lemma
    };
    Some(lemma.to_lowercase())
}

/// The token of a word of the label: one of the relation's, else the first.
fn token_of<'a>(
    annotated: &'a Annotated,
    statement: &Statement,
    word: &str,
) -> Option<(usize, &'a Token)> {
    let tokens = &annotated.sentences.get(statement.sentence)?.tokens;
    let relation = statement.relation.phrase.tokens.iter().copied();
    let mut places = relation.chain(0..tokens.len());
    let same = |index: &usize| tokens.get(*index).is_some_and(|token| token.form == word);
    places.find(same).map(|index| (index, &tokens[index]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{EdgeEnd, Phrase, Relation, StatementKind};
    use crate::read::conllu;

    /// The predicate of a label, the relation being the tokens `relation` of the sentence around `head`.
    fn key(
        words: &[(&str, &str, Deprel)],
        label: &str,
        relation: &[usize],
        head: usize,
        cues: &[usize],
    ) -> String {
        let lines = words
            .iter()
            .enumerate()
            .map(|(index, (form, lemma, deprel))| {
                format!(
                    "{}\t{form}\t{lemma}\tX\t_\t_\t0\t{deprel}\t_\t_\n",
                    index + 1
                )
            });
        let (mut documents, _) = conllu::read("test", &lines.collect::<String>());
        let sentences = documents[0].given.take().unwrap().sentences;
        let annotated = Annotated {
            sentences,
            ..Annotated::default()
        };
        let relation = Relation {
            phrase: Phrase::new(0, relation.to_vec(), head),
            ..Relation::default()
        };
        let mut statement =
            Statement::new(StatementKind::Clause, Phrase::default(), relation, None);
        statement.polarity_cues = cues.to_vec();
        let end = || EdgeEnd {
            phrase: Phrase::default(),
            name: String::new(),
        };
        let edge = Edge {
            source: end(),
            label: label.into(),
            target: end(),
            confidence: 0.9,
            inferred: "".into(),
        };
        predicate(&annotated, &statement, &edge).to_string()
    }

    #[test]
    fn tense_auxiliaries_and_negation_make_no_difference() {
        let past = [
            ("Oslo", "Oslo", Deprel::Nsubj),
            ("warned", "warn", Deprel::Root),
            ("Rome", "Rome", Deprel::Obj),
        ];
        assert_eq!(key(&past, "warned", &[1], 1, &[]), "warn");
        let perfect = [
            ("Oslo", "Oslo", Deprel::Nsubj),
            ("has", "have", Deprel::Aux),
            ("never", "never", Deprel::Advmod),
            ("warned", "warn", Deprel::Root),
        ];
        assert_eq!(
            key(&perfect, "has never warned", &[1, 2, 3], 3, &[2]),
            "warn"
        );
    }

    #[test]
    fn a_passive_is_another_predicate_than_its_active() {
        let passive = [
            ("Oslo", "Oslo", Deprel::NsubjPass),
            ("was", "be", Deprel::AuxPass),
            ("expected", "expect", Deprel::Root),
        ];
        assert_eq!(
            key(&passive, "was expected in", &[1, 2], 2, &[]),
            "be expect in"
        );
    }

    #[test]
    fn words_that_a_rule_put_into_the_label_stay() {
        let words = [
            ("talks", "talk", Deprel::Nsubj),
            ("ended", "end", Deprel::Root),
        ];
        assert_eq!(
            key(&words, "mediates in talks", &[1], 1, &[]),
            "mediates in talk"
        );
    }
}
