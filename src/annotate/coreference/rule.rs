//! Of what grammar and agreement are sure: whom a pronoun cannot mean.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::ActorPronoun;
use crate::text::{ActorType, Deprel, EntityType, Tree};

use super::candidate::{History, Profile, is_pronoun};

/// How many sentences back a pronoun is followed.
const REACH: usize = 4;

/// The mentions that a pronoun may mean: the nearest before it first, then those behind it that it announces.
pub(super) fn candidates(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
    pronoun: &ActorPronoun,
) -> Vec<usize> {
    let sentence = context.found[mention].mention.sentence;
    let fits = |&candidate: &usize| may_mean(context, table, mention, candidate, pronoun);
    let back = history.back(context, sentence, REACH);
    let behind = (mention + 1..context.found.len())
        .take_while(|&other| context.found[other].mention.sentence == sentence)
        .filter(|&other| announces(context, mention, other));
    back.chain(behind).filter(fits).collect()
}

fn may_mean(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    candidate: usize,
    pronoun: &ActorPronoun,
) -> bool {
    let found = &context.found[candidate];
    let unknown = is_pronoun(context, candidate) && found.mention.actor.is_none();
    let time = found.mention.entity == EntityType::Date;
    if time || unknown || found.pronoun.is_some_and(|other| other.person != 3) {
        return false;
    }
    if !agrees(&Profile::new(context, table, candidate), pronoun) {
        return false;
    }
    let this = &context.found[mention].mention;
    let same = this.sentence == found.mention.sentence;
    let tree = context.tree(mention);
    !same || !is_ruled_out(tree, this.head, found.mention.head, pronoun.reflexive)
}

/// Whether somebody like this goes with the pronoun at all.
fn agrees(profile: &Profile, pronoun: &ActorPronoun) -> bool {
    if let Some(sex) = pronoun.sex {
        let person = matches!(profile.kind, ActorType::Person | ActorType::Other);
        return person && !profile.plural && profile.sex.is_none_or(|other| other == sex);
    }
    if pronoun.thing {
        return !profile.human && (!profile.plural || profile.collective);
    }
    let thing = !profile.human && !profile.plural && !profile.collective;
    // Whoever is known to be `he`, or has one name, is not `they`.
    let one = profile.human && !profile.plural && (profile.sex.is_some() || profile.named);
    !thing && !one && profile.kind != ActorType::State
}

/// Whether the pronoun stands in a phrase or clause before the subject that it means: `In his speech, Lee said`.
pub(super) fn announces(context: &DocumentContext<'_>, mention: usize, candidate: usize) -> bool {
    let tree = context.tree(mention);
    let pronoun = context.found[mention].mention.head;
    let subject = context.found[candidate].mention.head;
    let node = tree.token(subject);
    if context.found[candidate].mention.kind == MentionKind::Pronoun
        || node.relation() != Deprel::Nsubj
    {
        return false;
    }
    let Some(verb) = node.head else { return false };
    let direct = tree.token(pronoun).head == Some(verb);
    !direct && tree.is_under(pronoun, verb) && !tree.is_under(pronoun, subject)
}

/// Whether grammar forbids that the two are the same.
fn is_ruled_out(tree: &Tree<'_>, pronoun: usize, candidate: usize, reflexive: bool) -> bool {
    let node = tree.token(pronoun);
    let other = tree.token(candidate);
    // `his father`: the father is not he, nor is anybody of whose phrase the pronoun is a part.
    if node.head == Some(candidate)
        || tree.is_under(pronoun, candidate) && !inside(tree, pronoun, candidate)
    {
        return true;
    }
    if reflexive {
        return !same_clause(tree, pronoun, candidate);
    }
    const ARGUMENTS: [Deprel; 3] = [Deprel::Nsubj, Deprel::Obj, Deprel::Iobj];
    node.head.is_some()
        && node.head == other.head
        && node.is_any(&ARGUMENTS)
        && other.is_any(&ARGUMENTS)
}

/// Whether the pronoun stands in a clause that tells of the candidate, or beside it in a list: `the man who sold his
/// car`, `Ann and her brother`.
pub(super) fn inside(tree: &Tree<'_>, pronoun: usize, candidate: usize) -> bool {
    const CLAUSES: [Deprel; 6] = [
        Deprel::Acl,
        Deprel::Conj,
        Deprel::Appos,
        Deprel::Parataxis,
        Deprel::Advcl,
        Deprel::Ccomp,
    ];
    if !tree.is_under(pronoun, candidate) {
        return false;
    }
    let path = std::iter::once(pronoun).chain(tree.ancestors(pronoun));
    path.take_while(|&token| token != candidate)
        .filter(|&token| token != pronoun)
        .any(|token| tree.token(token).is_any(&CLAUSES))
}

/// Whether the candidate depends on a verb that stands above the pronoun without a further subject between.
pub(super) fn same_clause(tree: &Tree<'_>, pronoun: usize, candidate: usize) -> bool {
    let Some(verb) = tree.token(candidate).head else {
        return false;
    };
    let mut controlled = false;
    for above in tree.ancestors(pronoun) {
        if above == verb {
            // `China urged both to end their quarrel`: both, not China.
            let object = controlled && tree.child(verb, Deprel::Obj).is_some();
            return object == (tree.token(candidate).relation() == Deprel::Obj);
        }
        controlled = tree.token(above).relation() == Deprel::Xcomp;
        if tree
            .child(above, Deprel::Nsubj)
            .is_some_and(|subject| !tree.is_under(pronoun, subject))
        {
            return false;
        }
    }
    false
}
