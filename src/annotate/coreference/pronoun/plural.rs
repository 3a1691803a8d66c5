//! *They*: one of several is no antecedent, and things do not say or want anything.
//!
//! In: the candidates of a plural pronoun, and the one chosen. Out: the candidates without single persons, and whether the
//! choice is in doubt.

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::coreference::profile::Profile;
use crate::annotate::mentions::lemma;
use crate::text::{ActorType, Deprel};

use super::instance::PronounInstance;

/// Takes out single persons of other sentences where several people or a body are candidates, too.
pub(super) fn drop_single(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    candidates: &mut Vec<usize>,
) {
    let profile = |candidate: usize| Profile::new(context, table, candidate);
    let place = |mention: usize| context.mentions[mention].mention.sentence;
    if candidates
        .iter()
        .any(|&candidate| is_many(&profile(candidate)))
    {
        candidates.retain(|&candidate| {
            let profile = profile(candidate);
            // *If a doctor is ill, they …* in one sentence is anybody.
            let here = place(candidate) == place(mention);
            here || profile.kind != ActorType::Person || profile.plural
        });
    }
}

/// Whether a thing was chosen for what only people and bodies do, although there are such: *102 amendments, and the
/// house … they debated*.
pub(super) fn is_in_doubt(instance: &PronounInstance<'_, '_>, chosen: usize) -> bool {
    let context = instance.context;
    let profile = |candidate: usize| Profile::new(context, instance.table, candidate);
    let node = context.head(instance.mention);
    let verb = node
        .head
        .map(|verb| context.tree(instance.mention).token(verb));
    let personal = verb.is_some_and(|verb| {
        let verbs = &context.lexicon.words.personal_verbs;
        node.deprel == Deprel::Nsubj && verbs.has(&lemma(verb))
    });
    let acts = |profile: &Profile| profile.human || profile.collective;
    let mut others = instance.candidates.iter();
    instance.pronoun.plural
        && personal
        && !acts(&profile(chosen))
        && others.any(|&candidate| is_many(&profile(candidate)))
}

/// Whether it is several people or a body.
fn is_many(profile: &Profile) -> bool {
    profile.human && profile.plural || profile.collective
}
