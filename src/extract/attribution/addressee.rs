//! To whom it is said: `told reporters`, `urged Japan to`, `a warning to Japan`, `said in a letter to the council`.

use crate::lexicon::{Addressing, Part};
use crate::text::{Deprel, Upos};

use super::draft::Draft;
use super::view::{Holder, View};

/// The one to whom the words of a draft are addressed, if the sentence tells.
pub(super) fn of(view: &View<'_>, draft: &Draft) -> Option<Holder> {
    let found = match view.token(draft.head).upos {
        Upos::Verb => of_verb(view, draft),
        Upos::Noun => of_noun(view, draft.head),
        _ => None,
    };
    let head = found.filter(|&head| can_be_told(view, head))?;
    let own = draft.source.is_some_and(|source| source.run.holds(head));
    (!own).then(|| view.holder(head))
}

fn of_verb(view: &View<'_>, draft: &Draft) -> Option<usize> {
    let verb = draft.head;
    if let Some(told) = view.tree.child(verb, Deprel::Iobj) {
        return Some(told);
    }
    let Some(ways) = ways_of_verb(view, verb) else {
        return in_a_letter(view, verb);
    };
    let inside = |token: usize| {
        let span = view.token(token).span;
        draft.content.iter().any(|content| content.contains(span))
    };
    let infinitive = || {
        let mut clauses = view
            .tree
            .children_by(verb, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl]);
        clauses.any(|clause| clause > verb && view.has_to(clause))
    };
    let taken = |token: &usize| ways.object && !inside(*token) || ways.infinitive && infinitive();
    let object = if view.is_passive(verb) {
        let mut subjects = view.tree.children_by(verb, &[Deprel::Nsubj]);
        subjects.next()
    } else {
        view.tree.child(verb, Deprel::Obj)
    };
    object
        .filter(taken)
        .or_else(|| led(view, verb, Deprel::Obl, ways))
        .or_else(|| in_a_letter(view, verb))
}

fn ways_of_verb<'a>(view: &View<'a>, verb: usize) -> Option<&'a Addressing> {
    let lemma = &view.token(verb).lemma;
    let particle = view.tree.child(verb, Deprel::CompoundPrt);
    particle
        .and_then(|particle| {
            let phrase = format!("{lemma} {}", view.lower(particle));
            view.cues.addressing(&phrase, Part::Verb)
        })
        .or_else(|| view.cues.addressing(lemma, Part::Verb))
}

/// `a warning to Japan that …`, `gave Japan a warning`, `issued a warning to Japan`.
fn of_noun(view: &View<'_>, noun: usize) -> Option<usize> {
    let ways = view.cues.addressing(&view.token(noun).lemma, Part::Noun)?;
    let light = || {
        let word = view.token(noun);
        let verb =
            (word.head).filter(|&verb| word.relation() == Deprel::Obj && view.is_light(verb))?;
        (view.tree.child(verb, Deprel::Iobj)).or_else(|| led(view, verb, Deprel::Obl, ways))
    };
    led(view, noun, Deprel::Nmod, ways).or_else(light)
}

/// `said in a letter to the council`, `in an interview with Reuters`.
fn in_a_letter(view: &View<'_>, verb: usize) -> Option<usize> {
    let mut places = view.tree.children_by(verb, &[Deprel::Obl]);
    places.find_map(|noun| {
        let ways = view.cues.addressing(&view.token(noun).lemma, Part::Noun)?;
        led(view, noun, Deprel::Nmod, ways)
    })
}

/// What hangs on a word by one of the prepositions.
fn led(view: &View<'_>, head: usize, relation: Deprel, ways: &Addressing) -> Option<usize> {
    let relations = [relation];
    let mut children = view.tree.children_by(head, &relations);
    children.find(|&child| {
        let mut cases = view.tree.children_by(child, &[Deprel::Case]);
        cases.any(|case| ways.preposition(&view.lower(case)))
    })
}

/// Whether a word stands for somebody: an actor, or `me`, `everybody`.
fn can_be_told(view: &View<'_>, head: usize) -> bool {
    let mentioned = || {
        let mut mentions = view.annotated.mentions_in(view.index);
        mentions.any(|mention| mention.head == head)
    };
    view.token(head).upos == Upos::Pron || mentioned()
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::analyse;

    /// The addressees of a sentence's attributions.
    fn told(rows: &str) -> Vec<String> {
        let extracted = analyse(rows);
        let annotated = &extracted.annotated;
        (extracted.attributions.iter())
            .filter_map(|found| Some(found.addressee.as_ref()?.text(annotated)))
            .collect()
    }

    #[test]
    fn the_object_of_telling_is_told_and_the_object_of_denying_is_not() {
        let rows = "Norway Norway PROPN NNP 2 nsubj
            informed inform VERB VBD 0 root
            Denmark Denmark PROPN NNP 2 obj
            that that SCONJ IN 7 mark
            the the DET DT 6 det
            ferry ferry NOUN NN 7 nsubj
            sank sink VERB VBD 2 ccomp";
        assert_eq!(told(rows), ["Denmark"]);
        let rows = "Norway Norway PROPN NNP 2 nsubj
            mentioned mention VERB VBD 0 root
            Denmark Denmark PROPN NNP 2 obj";
        assert_eq!(told(rows), [""; 0]);
    }

    #[test]
    fn who_is_urged_or_was_told_is_addressed() {
        let rows = "Norway Norway PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Denmark Denmark PROPN NNP 2 obj
            to to PART TO 5 mark
            wait wait VERB VB 2 xcomp";
        assert_eq!(told(rows), ["Denmark"]);
        let rows = "Denmark Denmark PROPN NNP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            told tell VERB VBN 0 root
            that that SCONJ IN 7 mark
            the the DET DT 6 det
            ferry ferry NOUN NN 7 nsubj
            sank sink VERB VBD 3 ccomp";
        assert_eq!(told(rows), ["Denmark"]);
    }

    #[test]
    fn letters_and_nouns_of_saying_lead_to_their_addressee() {
        let rows = "Norway Norway PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            in in ADP IN 5 case
            a a DET DT 5 det
            letter letter NOUN NN 2 obl
            to to ADP IN 7 case
            Denmark Denmark PROPN NNP 5 nmod
            that that SCONJ IN 11 mark
            the the DET DT 10 det
            ferry ferry NOUN NN 11 nsubj
            sank sink VERB VBD 2 ccomp";
        assert_eq!(told(rows), ["Denmark"]);
        let rows = "Norway Norway PROPN NNP 2 nsubj
            issued issue VERB VBD 0 root
            a a DET DT 4 det
            warning warning NOUN NN 2 obj
            to to ADP IN 6 case
            Denmark Denmark PROPN NNP 4 nmod
            that that SCONJ IN 10 mark
            the the DET DT 9 det
            ferry ferry NOUN NN 10 nsubj
            sank sink VERB VBD 4 acl";
        assert_eq!(told(rows), ["Denmark"]);
    }
}
