//! The addressee of an attribution: `told reporters`, `urged Japan to`, `a warning to Japan`, `said in a letter to the
//! council`.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::source::{NounPhrase, noun_phrase};
use crate::lexicon::{Addressing, Part};
use crate::syntax;
use crate::text::{Deprel, Upos};

/// The addressee of a draft, if its sentence names one.
pub(super) fn addressee(
    context: &AttributionContext<'_>,
    draft: &AttributionDraft,
) -> Option<NounPhrase> {
    let found = match context.token(draft.head).upos {
        Upos::Verb => of_verb(context, draft),
        Upos::Noun => of_noun(context, draft.head),
        _ => None,
    };
    let head = found.filter(|&head| is_somebody(context, head))?;
    let in_source = draft.source.is_some_and(|source| source.range.holds(head));
    (!in_source).then(|| noun_phrase(context, head))
}

fn of_verb(context: &AttributionContext<'_>, draft: &AttributionDraft) -> Option<usize> {
    let verb = draft.head;
    let tree = &context.tree;
    let indirect = tree.child(verb, Deprel::Iobj);
    if indirect.is_some() {
        return indirect;
    }
    let Some(addressing) = addressing_of_verb(context, verb) else {
        return of_document(context, verb);
    };
    let in_content = |token: usize| {
        let span = context.token(token).span;
        draft.content.iter().any(|content| content.contains(span))
    };
    let has_infinitive = || {
        let mut clauses = tree.children_by(verb, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl]);
        clauses.any(|clause| clause > verb && syntax::particle_to(&context.tree, clause).is_some())
    };
    let object = if syntax::is_passive(&context.tree, verb) {
        tree.child(verb, Deprel::Nsubj)
    } else {
        tree.child(verb, Deprel::Obj)
    };
    object
        .filter(|&object| {
            addressing.object && !in_content(object) || addressing.infinitive && has_infinitive()
        })
        .or_else(|| by_preposition(context, verb, Deprel::Obl, addressing))
        .or_else(|| of_document(context, verb))
}

fn addressing_of_verb<'a>(context: &AttributionContext<'a>, verb: usize) -> Option<&'a Addressing> {
    let lemma = &context.token(verb).lemma;
    let particle = context.tree.child(verb, Deprel::CompoundPrt);
    particle
        .and_then(|particle| {
            let phrase = format!("{lemma} {}", context.lower(particle));
            context.cues.addressing(&phrase, Part::Verb)
        })
        .or_else(|| context.cues.addressing(lemma, Part::Verb))
}

/// `a warning to Japan that …`, `gave Japan a warning`, `issued a warning to Japan`.
fn of_noun(context: &AttributionContext<'_>, noun: usize) -> Option<usize> {
    let lemma = &context.token(noun).lemma;
    let addressing = context.cues.addressing(lemma, Part::Noun)?;
    let of_light_verb = || {
        let verb = context.light_verb_of(noun)?;
        let indirect = context.tree.child(verb, Deprel::Iobj);
        indirect.or_else(|| by_preposition(context, verb, Deprel::Obl, addressing))
    };
    by_preposition(context, noun, Deprel::Nmod, addressing).or_else(of_light_verb)
}

/// `said in a letter to the council`, `in an interview with Reuters`.
fn of_document(context: &AttributionContext<'_>, verb: usize) -> Option<usize> {
    let mut nouns = context.tree.children_by(verb, &[Deprel::Obl]);
    nouns.find_map(|noun| {
        let lemma = &context.token(noun).lemma;
        let addressing = context.cues.addressing(lemma, Part::Noun)?;
        by_preposition(context, noun, Deprel::Nmod, addressing)
    })
}

/// The dependent with one of the prepositions.
fn by_preposition(
    context: &AttributionContext<'_>,
    head: usize,
    relation: Deprel,
    addressing: &Addressing,
) -> Option<usize> {
    let relations = [relation];
    let mut children = context.tree.children_by(head, &relations);
    children.find(|&child| {
        let mut cases = context.tree.children_by(child, &[Deprel::Case]);
        cases.any(|case| addressing.preposition(&context.lower(case)))
    })
}

/// Whether a word stands for somebody: an actor, or `me`, `everybody`.
fn is_somebody(context: &AttributionContext<'_>, head: usize) -> bool {
    let mentioned = || {
        let mut mentions = context.annotated.mentions_in(context.index);
        mentions.any(|mention| mention.head == head)
    };
    context.token(head).upos == Upos::Pron || mentioned()
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::analyse;

    /// The addressees of a sentence's attributions.
    fn addressees(rows: &str) -> Vec<String> {
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
        assert_eq!(addressees(rows), ["Denmark"]);
        let rows = "Norway Norway PROPN NNP 2 nsubj
            mentioned mention VERB VBD 0 root
            Denmark Denmark PROPN NNP 2 obj";
        assert_eq!(addressees(rows), [""; 0]);
    }

    #[test]
    fn who_is_urged_or_was_told_is_addressed() {
        let rows = "Norway Norway PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Denmark Denmark PROPN NNP 2 obj
            to to PART TO 5 mark
            wait wait VERB VB 2 xcomp";
        assert_eq!(addressees(rows), ["Denmark"]);
        let rows = "Denmark Denmark PROPN NNP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            told tell VERB VBN 0 root
            that that SCONJ IN 7 mark
            the the DET DT 6 det
            ferry ferry NOUN NN 7 nsubj
            sank sink VERB VBD 3 ccomp";
        assert_eq!(addressees(rows), ["Denmark"]);
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
        assert_eq!(addressees(rows), ["Denmark"]);
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
        assert_eq!(addressees(rows), ["Denmark"]);
    }
}
