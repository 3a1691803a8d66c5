//! Denials that only refer to what was said: `denied the accusation`, `a claim that the army rejects`, `denies this`.
//!
//! Such a denial is linked to the words that it rejects only where the text leaves little doubt: those of another side
//! right before it, or a little further back if they name the source of the denial; or the clause that the noun in
//! apposition sums up.

use crate::annotate::Annotated;
use crate::extract::Attribution;
use crate::lexicon::{Cues, FunctionWord, Stance};
use crate::text::{Deprel, Upos};

/// An accusation stands fewer than so many sentences before the denial that refers to it.
const REACH: usize = 3;

/// Sets [`Attribution::answers`] of the denials that refer to an earlier attribution.
pub(in crate::extract::attribution) fn link_denials(
    annotated: &Annotated,
    cues: &Cues,
    attributions: &mut [Attribution],
) {
    for index in 0..attributions.len() {
        let denial = &attributions[index];
        let anaphor = (denial.stance == Stance::Deny)
            .then(|| anaphor(annotated, cues, denial))
            .flatten();
        attributions[index].answers =
            anaphor.and_then(|anaphor| anaphor.antecedent(annotated, attributions, index));
    }
}

/// The word by which a denial refers to what was said.
struct DenialAnaphor {
    sentence: usize,
    token: usize,
    /// Whether the word sums up its own sentence: `…, a claim that the army rejects`.
    sums_up: bool,
    /// Whose words they are, if the word has an owner: `denied Oslo's accusation`.
    owner: Option<usize>,
}

/// The anaphor that is all that the content of a denial consists of.
fn anaphor(annotated: &Annotated, cues: &Cues, denial: &Attribution) -> Option<DenialAnaphor> {
    let index = denial.cue.sentence;
    let sentence = &annotated.sentences[index];
    if (denial.content.iter()).any(|content| !sentence.span.contains(*content)) {
        return None;
    }
    let cue = &sentence.tokens[denial.cue.head];
    let relativised = cue.head.filter(|&noun| {
        cue.deprel == Deprel::AclRelcl && is_noun_of_saying(annotated, cues, index, noun)
    });
    if let Some(noun) = relativised {
        return Some(DenialAnaphor {
            sentence: index,
            token: noun,
            sums_up: true,
            owner: None,
        });
    }
    let inside = |token: usize| {
        let span = sentence.tokens.get(token).map(|word| word.span);
        let mut content = denial.content.iter();
        span.is_some_and(|span| content.any(|content| content.contains(span)))
    };
    let mut heads = (0..sentence.tokens.len()).filter(|&token| {
        inside(token)
            && sentence.tokens[token].upos != Upos::Punct
            && !sentence.tokens[token].head.is_some_and(inside)
    });
    let token = heads.next().filter(|_| heads.next().is_none())?;
    let word = &sentence.tokens[token];
    let dependent = |relations: &[Deprel]| {
        let mut tokens = sentence.tokens.iter();
        tokens.position(|below| below.head == Some(token) && relations.contains(&below.deprel))
    };
    let is_anaphor = match word.upos {
        Upos::Pron => cues.is_function(&word.lemma, FunctionWord::Anaphor),
        Upos::Noun => {
            let indefinite = dependent(&[Deprel::Det]).is_some_and(|determiner| {
                let lemma = &sentence.tokens[determiner].lemma;
                cues.is_function(lemma, FunctionWord::Indefinite)
            });
            let explained = dependent(&[Deprel::Acl, Deprel::Ccomp, Deprel::AclRelcl]).is_some();
            is_noun_of_saying(annotated, cues, index, token) && !indefinite && !explained
        }
        _ => false,
    };
    let owner = dependent(&[Deprel::NmodPoss, Deprel::Nmod])
        .and_then(|owner| annotated.actor_of(index, owner));
    is_anaphor.then_some(DenialAnaphor {
        sentence: index,
        token,
        sums_up: false,
        owner,
    })
}

/// Whether a word is a noun for what is said to be so: *claim*, *allegation*.
fn is_noun_of_saying(annotated: &Annotated, cues: &Cues, sentence: usize, token: usize) -> bool {
    let word = annotated.sentences[sentence].tokens.get(token);
    let noun = word.filter(|word| word.upos == Upos::Noun);
    let cue = noun.and_then(|noun| cues.noun(&noun.lemma));
    cue.is_some_and(|cue| {
        matches!(
            cue.stance,
            Stance::Assert | Stance::Accuse | Stance::Think | Stance::Oppose
        )
    })
}

impl DenialAnaphor {
    /// The nearest attribution that the word can refer to.
    fn antecedent(
        &self,
        annotated: &Annotated,
        attributions: &[Attribution],
        denial: usize,
    ) -> Option<usize> {
        let candidates = (0..attributions.len()).filter(|&index| index != denial);
        candidates
            .filter(|&index| attributions[index].within != Some(denial))
            .filter(|&index| {
                self.can_refer_to(annotated, &attributions[index], &attributions[denial])
            })
            .max_by_key(|&index| place(&attributions[index]))
    }

    fn can_refer_to(
        &self,
        annotated: &Annotated,
        earlier: &Attribution,
        denial: &Attribution,
    ) -> bool {
        let sentence = earlier.cue.sentence;
        let near = place(earlier) < (self.sentence, self.token)
            && sentence + REACH > self.sentence
            && (!self.sums_up || sentence == self.sentence);
        let says = matches!(
            earlier.stance,
            Stance::Assert | Stance::Accuse | Stance::Think | Stance::Know | Stance::Show
        );
        if !says || !near || earlier.speakers.is_empty() {
            return false;
        }
        let by = |actor: usize| {
            let mut speakers = earlier.speakers.iter();
            speakers.any(|&speaker| side(annotated, speaker) == side(annotated, actor))
        };
        let same_side = denial.speakers.iter().any(|&speaker| by(speaker));
        let block = |sentence: usize| annotated.sentences[sentence].block;
        let adjacent = sentence + 1 == self.sentence && block(sentence) == block(self.sentence);
        let clear = self.sums_up
            || self.owner.is_some()
            || adjacent
            || names_speaker(annotated, earlier, denial);
        !same_side && self.owner.is_none_or(by) && clear
    }
}

/// The place of a cue.
fn place(attribution: &Attribution) -> (usize, usize) {
    (attribution.cue.sentence, attribution.cue.head)
}

/// Whether the content or an addressee of one attribution is of the side that speaks in another.
fn names_speaker(annotated: &Annotated, earlier: &Attribution, denial: &Attribution) -> bool {
    let named = annotated.mentions.iter().filter(|mention| {
        let mut content = earlier.content.iter();
        content.any(|content| content.contains(mention.span))
    });
    let mut named = named
        .filter_map(|mention| mention.actor)
        .chain(earlier.addressees.iter().copied());
    named.any(|actor| {
        let mut speakers = denial.speakers.iter();
        speakers.any(|&speaker| side(annotated, speaker) == side(annotated, actor))
    })
}

/// The last in the chain of those that an actor belongs to, or the actor itself.
fn side(annotated: &Annotated, actor: usize) -> usize {
    let mut at = actor;
    // The bound is for owners that own each other.
    for _ in 0..8 {
        match annotated.actors.get(at).and_then(|actor| actor.belongs_to) {
            Some(owner) if owner < annotated.actors.len() => at = owner,
            _ => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::analyse;

    const ACCUSED: &str = "Norway Norway PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        Denmark Denmark PROPN NNP 4 nsubj
        hid hide VERB VBD 2 ccomp
        the the DET DT 6 det
        report report NOUN NN 4 obj
        . . PUNCT . 2 punct
        ";

    /// For each denial the cue that it answers.
    fn answers(rows: &str) -> Vec<String> {
        let extracted = analyse(rows);
        let found = &extracted.attributions;
        (found.iter().filter_map(|denial| denial.answers))
            .map(|answered| found[answered].cue.text(&extracted.annotated))
            .collect()
    }

    #[test]
    fn a_denial_answers_the_words_that_name_the_one_who_denies() {
        let denial = "
            Denmark Denmark PROPN NNP 2 nsubj
            denied deny VERB VBD 0 root
            the the DET DT 4 det
            accusation accusation NOUN NN 2 obj";
        assert_eq!(answers(&format!("{ACCUSED}{denial}")), ["said"]);
        let later = "
            Rain rain NOUN NN 2 nsubj
            fell fall VERB VBD 0 root
            ";
        let other = denial.replace("Denmark", "Iceland");
        assert_eq!(answers(&format!("{ACCUSED}{later}{denial}")), ["said"]);
        assert_eq!(answers(&format!("{ACCUSED}{later}{other}")), [""; 0]);
        let own = denial.replace("Denmark", "Norway");
        assert_eq!(answers(&format!("{ACCUSED}{own}")), [""; 0]);
    }

    #[test]
    fn a_claim_in_apposition_sums_up_its_own_sentence() {
        let rows = "Norway Norway PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            ferries ferry NOUN NNS 4 nsubj
            sank sink VERB VBD 2 ccomp
            , , PUNCT , 7 punct
            a a DET DT 7 det
            claim claim NOUN NN 4 appos
            Denmark Denmark PROPN NNP 9 nsubj
            denies deny VERB VBZ 7 acl:relcl
            . . PUNCT . 2 punct";
        assert_eq!(answers(rows), ["said"]);
    }
}
