//! Denials that only point at what was said: `denied the accusation`, `a claim that the army rejects`, `denies this`.
//!
//! Such a denial is linked to the words that it answers only where the text leaves little doubt: those of another side
//! right before it, or a little further back if they name the one who denies; or what the noun in apposition sums up.

use crate::annotate::Annotated;
use crate::extract::Attribution;
use crate::lexicon::{Cues, Stance};
use crate::text::{Deprel, Upos};

/// So many sentences may stand between an accusation and the denial that points at it, and one less.
const REACH: usize = 3;

/// Sets [`Attribution::answers`] of the denials that point at an earlier attribution.
pub(super) fn fill(annotated: &Annotated, cues: &Cues, attributions: &mut [Attribution]) {
    for index in 0..attributions.len() {
        let answered = (attributions[index].stance == Stance::Deny)
            .then(|| pointer(annotated, cues, &attributions[index]))
            .flatten()
            .and_then(|pointer| pointer.antecedent(annotated, attributions, index));
        attributions[index].answers = answered;
    }
}

/// The word by which a denial points at what was said.
struct Pointer {
    sentence: usize,
    token: usize,
    /// Whether the word sums up its own sentence: `…, a claim that the army rejects`.
    sums_up: bool,
    /// Whose words they are, if the word tells: `denied Oslo's accusation`.
    owner: Option<usize>,
}

/// The pointer that is all that a denial's content comes to.
fn pointer(annotated: &Annotated, cues: &Cues, denial: &Attribution) -> Option<Pointer> {
    let index = denial.cue.sentence;
    let sentence = &annotated.sentences[index];
    let inside = |token: usize| {
        let span = sentence.tokens.get(token).map(|word| word.span);
        let mut content = denial.content.iter();
        span.is_some_and(|span| content.any(|content| content.contains(span)))
    };
    let beyond = (denial.content.iter()).any(|content| !sentence.span.contains(*content));
    if beyond {
        return None;
    }
    let cue = denial.cue.head;
    let hung = &sentence.tokens[cue];
    let sums_up = hung.deprel == Deprel::AclRelcl
        && hung
            .head
            .is_some_and(|noun| is_noun(annotated, cues, index, noun));
    if sums_up {
        return Some(Pointer {
            sentence: index,
            token: hung.head?,
            sums_up,
            owner: None,
        });
    }
    let mut tops = (0..sentence.tokens.len()).filter(|&token| {
        inside(token)
            && sentence.tokens[token].upos != Upos::Punct
            && !sentence.tokens[token].head.is_some_and(inside)
    });
    let token = tops.next().filter(|_| tops.next().is_none())?;
    let word = &sentence.tokens[token];
    let below = |relations: &[Deprel]| {
        let mut tokens = sentence.tokens.iter().enumerate();
        let found = tokens
            .find(|(_, below)| below.head == Some(token) && relations.contains(&below.deprel));
        found.map(|(below, _)| below)
    };
    let points = match word.upos {
        Upos::Pron => matches!(
            word.lemma.as_str(),
            "it" | "this" | "that" | "these" | "those"
        ),
        Upos::Noun => {
            let some = below(&[Deprel::Det]).is_some_and(|det| sentence.tokens[det].lemma == "a");
            let told = below(&[Deprel::Acl, Deprel::Ccomp, Deprel::AclRelcl]).is_some();
            is_noun(annotated, cues, index, token) && !some && !told
        }
        _ => false,
    };
    let owner =
        below(&[Deprel::NmodPoss, Deprel::Nmod]).and_then(|owner| annotated.actor_of(index, owner));
    points.then_some(Pointer {
        sentence: index,
        token,
        sums_up,
        owner,
    })
}

/// Whether a word is a noun for what is said to be so: *claim*, *allegation*.
fn is_noun(annotated: &Annotated, cues: &Cues, sentence: usize, token: usize) -> bool {
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

impl Pointer {
    fn antecedent(
        &self,
        annotated: &Annotated,
        attributions: &[Attribution],
        denial: usize,
    ) -> Option<usize> {
        let own = &attributions[denial];
        let place = |found: &Attribution| (found.cue.sentence, found.cue.head);
        let near = |found: &Attribution| {
            place(found) < (self.sentence, self.token)
                && found.cue.sentence + REACH > self.sentence
                && (!self.sums_up || found.cue.sentence == self.sentence)
        };
        let fits = |&index: &usize| {
            let found = &attributions[index];
            let says = matches!(
                found.stance,
                Stance::Assert | Stance::Accuse | Stance::Think | Stance::Know | Stance::Show
            );
            if !says || !near(found) || found.within == Some(denial) || found.speakers.is_empty() {
                return false;
            }
            let same_side = found.speakers.iter().any(|&one| {
                own.speakers
                    .iter()
                    .any(|&other| side(annotated, one) == side(annotated, other))
            });
            let by_owner = self.owner.is_none_or(|owner| {
                found
                    .speakers
                    .iter()
                    .any(|&one| side(annotated, one) == side(annotated, owner))
            });
            let next = found.cue.sentence + 1 == self.sentence
                && annotated.sentences[found.cue.sentence].block
                    == annotated.sentences[self.sentence].block;
            let named =
                self.sums_up || self.owner.is_some() || next || names(annotated, found, own);
            !same_side && by_owner && named
        };
        (0..attributions.len())
            .filter(|&index| index != denial)
            .filter(fits)
            .max_by_key(|&index| place(&attributions[index]))
    }
}

/// Whether the content of one attribution names the side that speaks in another.
fn names(annotated: &Annotated, found: &Attribution, other: &Attribution) -> bool {
    let named = annotated.mentions.iter().filter(|mention| {
        let mut content = found.content.iter();
        content.any(|content| content.contains(mention.span))
    });
    let mut named = named
        .filter_map(|mention| mention.actor)
        .chain(found.addressees.iter().copied());
    named.any(|actor| {
        let mut speakers = other.speakers.iter();
        speakers.any(|&speaker| side(annotated, speaker) == side(annotated, actor))
    })
}

/// The one that an actor belongs to in the end, or itself.
fn side(annotated: &Annotated, actor: usize) -> usize {
    let mut at = actor;
    // Owners that own each other must not send this round for ever.
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
