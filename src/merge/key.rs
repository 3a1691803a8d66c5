//! The keys under which actors of different documents are merged.

use crate::annotate::{Annotated, LocalActor};
use crate::text::ActorType;

use super::Id;

/// Normalises a name: case, quotation marks and dashes, white space, punctuation at the ends.
///
/// ```
/// use actant::merge::normalise;
///
/// assert_eq!(normalise(" Tehreek–e–Taliban  Pakistan,"), normalise("tehreek-e-taliban Pakistan"));
/// ```
pub fn normalise(name: &str) -> String {
    let plain = |letter: char| match letter {
        '‘' | '’' | 'ʼ' | '`' => '\'',
        '“' | '”' | '„' => '"',
        '‐' | '‑' | '‒' | '–' | '—' => '-',
        other => other,
    };
    let lower: String = name
        .chars()
        .map(plain)
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != ')');
    // A name of punctuation alone stays as it is.
    if bare.is_empty() {
        joined
    } else {
        bare.to_owned()
    }
}

/// The key of a document's actor.
///
/// | actor | key | so that |
/// |---|---|---|
/// | known to the gazetteer | its identifier there | spellings and acronyms meet |
/// | named | class of its type, and its name | a person never meets a company of the same name |
/// | named, of several states | also the state | two people of one name stay two; see [`Corpus::disambiguated`](super::Corpus::disambiguated) |
/// | unnamed group | its owner, and its words | officials of two countries stay apart |
/// | other unnamed | the document, and its words | two spokesmen of two articles stay two |
pub(super) fn actor_id(annotated: &Annotated, document: &Id, index: usize) -> Id {
    actor_id_within(annotated, document, index, 0)
}

fn actor_id_within(annotated: &Annotated, document: &Id, index: usize, depth: usize) -> Id {
    let actor = &annotated.actors[index];
    if let Some(known) = &actor.known {
        return Id::of('a', &["known", known]);
    }
    let name = normalise(&actor.name);
    if actor.named {
        return named_id(actor.kind, &actor.name);
    }
    let owner = owner_of(annotated, actor)
        .filter(|&owner| owner != index && depth < 4)
        .map(|owner| actor_id_within(annotated, document, owner, depth + 1));
    let owner = owner.as_ref().map_or("", Id::as_str);
    match actor.kind {
        ActorType::Group => Id::of('a', &["group", owner, &name]),
        _ => Id::of('a', &["unnamed", document.as_str(), owner, &name]),
    }
}

/// The key of a named actor outside the gazetteer.
pub(super) fn named_id(kind: ActorType, name: &str) -> Id {
    Id::of('a', &["named", kind.class(), &normalise(name)])
}

/// The key of one of several actors of this name, by its state.
pub(super) fn named_of_state_id(kind: ActorType, name: &str, state: &Id) -> Id {
    let name = normalise(name);
    Id::of('a', &["named", kind.class(), &name, "of", state.as_str()])
}

/// The owner of the actor, if the document has it.
pub(super) fn owner_of(annotated: &Annotated, actor: &LocalActor) -> Option<usize> {
    actor
        .belongs_to
        .filter(|&owner| owner < annotated.actors.len())
}

/// The key of a thing: its words.
pub(super) fn thing_id(name: &str) -> Id {
    Id::of('a', &["thing", &normalise(name)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(name: &str, kind: ActorType, named: bool, belongs_to: Option<usize>) -> LocalActor {
        LocalActor {
            name: name.into(),
            kind,
            named,
            aliases: Vec::new(),
            known: None,
            belongs_to,
            titles: Vec::new(),
        }
    }

    fn ids(actors: Vec<LocalActor>, document: &str) -> Vec<Id> {
        let count = actors.len();
        let annotated = Annotated {
            actors,
            ..Annotated::default()
        };
        (0..count)
            .map(|index| actor_id(&annotated, &document.into(), index))
            .collect()
    }

    #[test]
    fn a_person_and_a_company_of_one_name_stay_apart() {
        let ids = ids(
            vec![
                actor("Ford", ActorType::Person, true, None),
                actor("Ford", ActorType::Company, true, None),
                actor("FORD", ActorType::Organisation, true, None),
            ],
            "d1",
        );
        assert_ne!(ids[0], ids[1]);
        assert_eq!(ids[1], ids[2]);
    }

    #[test]
    fn groups_meet_over_documents_by_words_and_owner_but_unnamed_persons_do_not() {
        let actors = || {
            vec![
                actor("France", ActorType::State, true, None),
                actor("Spain", ActorType::State, true, None),
                actor("officials", ActorType::Group, false, Some(0)),
                actor("officials", ActorType::Group, false, Some(1)),
                actor("spokesman", ActorType::Person, false, None),
            ]
        };
        let (one, two) = (ids(actors(), "d1"), ids(actors(), "d2"));
        assert_eq!(one[..4], two[..4]);
        assert_ne!(one[2], one[3]);
        assert_ne!(one[4], two[4]);
    }

    #[test]
    fn owners_that_own_each_other_do_not_go_round_for_ever() {
        let ids = ids(
            vec![
                actor("wing", ActorType::Group, false, Some(1)),
                actor("front", ActorType::Group, false, Some(0)),
            ],
            "d1",
        );
        assert_ne!(ids[0], ids[1]);
    }
}
