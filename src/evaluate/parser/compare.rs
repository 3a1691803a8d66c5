//! What a treebank has right of a gold one.

use crate::evaluate::counts::MatchCounts;
use crate::text::Deprel;

use super::align::align;
use super::treebank::{TreeWord, Treebank};

/// Relations of function words and punctuation, which CLAS leaves out.
const FUNCTIONAL: [Deprel; 8] = [
    Deprel::Aux,
    Deprel::Cop,
    Deprel::Mark,
    Deprel::Det,
    Deprel::Clf,
    Deprel::Case,
    Deprel::Cc,
    Deprel::Punct,
];

/// How much of each kind is right.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct TreeCounts {
    /// Universal parts of speech.
    upos: MatchCounts,
    /// Treebank parts of speech.
    xpos: MatchCounts,
    lemmas: MatchCounts,
    /// Heads.
    uas: MatchCounts,
    /// Heads with their relations, subtypes left out.
    las: MatchCounts,
    /// The same of content words.
    clas: MatchCounts,
    /// Heads with their relations, subtypes included.
    labels: MatchCounts,
    tokens: MatchCounts,
    sentences: MatchCounts,
}

impl TreeCounts {
    /// Compares two treebanks.
    ///
    /// # Errors
    /// If they are not of one text; with the place of the first letter that differs.
    pub(crate) fn compare(gold: &Treebank, system: &Treebank) -> Result<Self, usize> {
        if gold.letters != system.letters {
            let letters = gold.letters.iter().zip(&system.letters);
            return Err(letters.take_while(|(a, b)| a == b).count());
        }
        let pairs = align(&gold.words, &system.words);
        let mut partner = vec![None; system.words.len()];
        for &(g, s) in &pairs {
            partner[s] = Some(g);
        }
        let head_is_right = |gold: &TreeWord, system: &TreeWord| match system.head {
            None => gold.head.is_none(),
            Some(head) => gold.head.is_some() && partner[head] == gold.head,
        };
        let pairs: Vec<(&TreeWord, &TreeWord)> = (pairs.iter())
            .map(|&(g, s)| (&gold.words[g], &system.words[s]))
            .collect();
        let count = |right: &dyn Fn(&TreeWord, &TreeWord) -> bool| {
            let right = pairs
                .iter()
                .filter(|(gold, system)| right(gold, system))
                .count();
            MatchCounts::one_to_one(right, system.words.len(), gold.words.len())
        };
        let las = |gold: &TreeWord, system: &TreeWord| {
            head_is_right(gold, system) && gold.deprel.base() == system.deprel.base()
        };
        let content = |words: &[TreeWord]| words.iter().filter(|word| is_content(word)).count();
        let clas = pairs
            .iter()
            .filter(|(gold, system)| is_content(gold) && las(gold, system));
        Ok(Self {
            upos: count(&|gold, system| gold.upos == system.upos),
            xpos: count(&|gold, system| gold.xpos == system.xpos),
            lemmas: count(&|gold, system| gold.lemma.is_empty() || gold.lemma == system.lemma),
            uas: count(&head_is_right),
            las: count(&las),
            labels: count(&|gold, system| {
                head_is_right(gold, system) && gold.deprel == system.deprel
            }),
            clas: MatchCounts::one_to_one(
                clas.count(),
                content(&system.words),
                content(&gold.words),
            ),
            tokens: MatchCounts::one_to_one(
                gold.tokens.intersection(&system.tokens).count(),
                system.tokens.len(),
                gold.tokens.len(),
            ),
            sentences: MatchCounts::one_to_one(
                gold.sentences.intersection(&system.sentences).count(),
                system.sentences.len(),
                gold.sentences.len(),
            ),
        })
    }

    /// F1 of universal and treebank parts of speech and of lemmas.
    pub(crate) fn tags(&self) -> [f64; 3] {
        [self.upos, self.xpos, self.lemmas].map(|counts| counts.f1())
    }

    /// F1 of heads, of heads with relations, of those of content words, and of those with subtypes.
    pub(crate) fn trees(&self) -> [f64; 4] {
        [self.uas, self.las, self.clas, self.labels].map(|counts| counts.f1())
    }

    /// F1 of tokens and of sentences.
    pub(crate) fn cuts(&self) -> [f64; 2] {
        [self.tokens, self.sentences].map(|counts| counts.f1())
    }
}

/// Whether a word is no function word.
fn is_content(word: &TreeWord) -> bool {
    !FUNCTIONAL.contains(&word.deprel.base())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::conllu;

    fn treebank(rows: &str) -> Treebank {
        let lines = rows.lines().map(|row| {
            let row: Vec<&str> = row.split_whitespace().collect();
            match row[..] {
                [range, form] => format!("{range}\t{form}{}\n", "\t_".repeat(8)),
                [number, form, upos, head, deprel] => {
                    let lemma = form.to_lowercase();
                    format!(
                        "{number}\t{form}\t{lemma}\t{upos}\t{upos}\t_\t{head}\t{deprel}\t_\t_\n"
                    )
                }
                _ => "\n".to_owned(),
            }
        });
        let (documents, problems) = conllu::read("test", &(lines.collect::<String>() + "\n"));
        assert!(problems.is_empty(), "{problems:?}");
        let mut treebank = Treebank::default();
        for document in &documents {
            let given = document.given.as_ref().unwrap();
            treebank.add(&document.text, &given.sentences);
        }
        treebank
    }

    fn compare(gold: &str, system: &str) -> TreeCounts {
        TreeCounts::compare(&treebank(gold), &treebank(system)).unwrap()
    }

    const GULLS: &str = "1 Gulls NOUN 2 nsubj\n2 cried VERB 0 root\n3 at ADP 4 case\n4 dawn NOUN 2 obl:arg\n5 . PUNCT 2 punct";

    #[test]
    fn relations_are_compared_without_subtypes() {
        let same = compare(GULLS, GULLS);
        assert_eq!((same.tags(), same.trees()), ([100.0; 3], [100.0; 4]));
        // `Gulls` has a wrong relation, `at` a wrong head, `dawn` lacks its subtype.
        let system = "1 Gulls NOUN 2 obj\n2 cried VERB 0 root\n3 at ADP 2 case\n4 dawn NOUN 2 obl\n5 . PUNCT 2 punct";
        let [uas, las, clas, labels] = compare(GULLS, system).trees();
        assert_eq!((uas, las, labels), (80.0, 60.0, 40.0));
        assert!((clas - 200.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn sentences_and_tokens_may_be_cut_otherwise() {
        let two = "1 Hush INTJ 0 root\n\n1 Ann PROPN 0 root";
        let one = "1 Hush INTJ 0 root\n2 Ann PROPN 1 vocative";
        let counts = compare(two, one);
        assert_eq!(counts.cuts(), [100.0, 0.0]);
        assert_eq!(counts.trees()[..2], [50.0, 50.0]);
        // Three tokens, two of the system, one in common.
        let counts = compare(
            "1 a-b X 0 root\n2 c X 1 dep\n3 d X 1 dep",
            "1 a-b X 0 root\n2 cd X 1 dep",
        );
        assert_eq!((counts.cuts()[0], counts.tags()[0]), (40.0, 40.0));
    }

    #[test]
    fn words_of_multiword_tokens_are_paired_by_form() {
        let whole = "1-2 can't\n1 ca AUX 3 aux\n2 n't PART 3 advmod\n3 row VERB 0 root";
        let parts = "1 ca AUX 3 aux\n2 n't PART 3 advmod\n3 row VERB 0 root";
        let counts = compare(whole, parts);
        assert_eq!((counts.cuts()[0], counts.trees()[1]), (40.0, 100.0));
        let one = "1 can't AUX 2 aux\n2 row VERB 0 root";
        assert_eq!(compare(whole, one).trees()[0], 40.0);
    }

    #[test]
    fn another_text_cannot_be_compared() {
        let (one, other) = (treebank("1 Oslo X 0 root"), treebank("1 Osla X 0 root"));
        assert_eq!(TreeCounts::compare(&one, &other), Err(3));
    }
}
