//! The error of parsing a name that is none of a fixed set.

/// A name that none of the values of a type has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not {expected}")]
#[non_exhaustive]
pub struct UnknownName {
    /// The name.
    pub name: String,
    /// What it should have been: `a part of speech`.
    pub expected: &'static str,
}

impl UnknownName {
    pub(super) fn new(name: &str, expected: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            expected,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{ActorType, EntityType, Upos};

    #[test]
    fn names_are_parsed_or_refused_by_name() {
        assert_eq!("NOUN".parse(), Ok(Upos::Noun));
        assert_eq!("state".parse(), Ok(ActorType::State));
        let error = "nation".parse::<ActorType>().unwrap_err();
        assert_eq!(error.to_string(), "`nation` is not an actor type");
        let error = "person".parse::<EntityType>().unwrap_err();
        assert_eq!(error.to_string(), "`person` is not an entity type");
    }
}
