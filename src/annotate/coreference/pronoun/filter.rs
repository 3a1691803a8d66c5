//! The candidates for the antecedent of a pronoun.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::ActorPronoun;
use crate::text::{ActorType, Deprel, EntityType};

use super::binding::is_ruled_out;
use super::plural::drop_single;
use super::product::drop_doers;
use super::speaker::Speech;
use crate::annotate::coreference::history::History;
use crate::annotate::coreference::profile::Profile;

/// How many sentences back the candidates stand.
pub(super) const REACH: usize = 4;

/// The mentions that a pronoun may mean by number, gender and grammar: the nearest before it first, then those behind it
/// that it announces.
pub(super) fn candidates(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
    pronoun: &ActorPronoun,
    speech: &Speech<'_>,
) -> Vec<usize> {
    let sentence = context.mentions[mention].mention.sentence;
    let fits = |&candidate: &usize| {
        may_mean(context, table, mention, candidate, pronoun)
            && !speech.rules_out(context, candidate)
    };
    let back = history.back(context, sentence, REACH);
    let behind = (mention + 1..context.mentions.len())
        .take_while(|&other| context.mentions[other].mention.sentence == sentence)
        .filter(|&other| announces(context, mention, other));
    let mut candidates: Vec<usize> = back.chain(behind).filter(fits).collect();
    if pronoun.plural {
        drop_single(context, table, mention, &mut candidates);
    }
    drop_doers(context, table, mention, pronoun, &mut candidates);
    candidates
}

fn may_mean(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    candidate: usize,
    pronoun: &ActorPronoun,
) -> bool {
    let found = &context.mentions[candidate];
    let unknown = found.pronoun.is_some() && found.mention.actor.is_none();
    let time = found.mention.entity == EntityType::Date;
    if time || unknown || found.pronoun.is_some_and(|other| other.person != 3) {
        return false;
    }
    if !agrees(&Profile::new(context, table, candidate), pronoun) {
        return false;
    }
    let this = &context.mentions[mention].mention;
    let same = this.sentence == found.mention.sentence;
    let tree = context.tree(mention);
    !same || !is_ruled_out(tree, this.head, found.mention.head, pronoun.reflexive)
}

/// Whether an entity agrees with the pronoun in number and gender.
fn agrees(profile: &Profile, pronoun: &ActorPronoun) -> bool {
    if let Some(sex) = pronoun.sex {
        let person = matches!(profile.kind, ActorType::Person | ActorType::Other);
        return person && !profile.plural && profile.sex.is_none_or(|other| other == sex);
    }
    if pronoun.thing {
        return !profile.human && (!profile.plural || profile.collective);
    }
    let thing = !profile.human && !profile.plural && !profile.collective;
    // One person of known sex, or with a name, is not `they`.
    let one = profile.human && !profile.plural && (profile.sex.is_some() || profile.named);
    !thing && !one
}

/// Whether the pronoun stands in a phrase or clause before the subject that it means: `In his speech, Lee said`.
fn announces(context: &DocumentContext<'_>, mention: usize, candidate: usize) -> bool {
    let tree = context.tree(mention);
    let pronoun = context.mentions[mention].mention.head;
    let subject = context.mentions[candidate].mention.head;
    let node = tree.token(subject);
    if context.mentions[candidate].mention.kind == MentionKind::Pronoun
        || node.relation() != Deprel::Nsubj
    {
        return false;
    }
    let Some(verb) = node.head else { return false };
    let direct = tree.token(pronoun).head == Some(verb);
    !direct && tree.is_under(pronoun, verb) && !tree.is_under(pronoun, subject)
}
