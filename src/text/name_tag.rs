//! Tags of names: which tokens a named entity has.

use std::fmt;

use super::EntityType;

/// The place of a token in a named entity (IOB2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NameTag {
    /// Outside every name: `O`.
    #[default]
    Outside,
    /// The first token of a name: `B-PERSON`.
    Begin(EntityType),
    /// A further token of a name: `I-PERSON`.
    Inside(EntityType),
}

impl NameTag {
    /// The tag of a token in a name, by whether the token is the first.
    pub const fn new(first: bool, entity_type: EntityType) -> Self {
        match first {
            true => Self::Begin(entity_type),
            false => Self::Inside(entity_type),
        }
    }

    /// The type of the name; `None` outside.
    pub const fn entity_type(self) -> Option<EntityType> {
        match self {
            Self::Outside => None,
            Self::Begin(entity_type) | Self::Inside(entity_type) => Some(entity_type),
        }
    }

    /// Whether the token is in a name of this type.
    pub fn is(self, entity_type: EntityType) -> bool {
        self.entity_type() == Some(entity_type)
    }

    /// Whether the token is in no name.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Outside)
    }

    /// Whether the token is the first of a name.
    pub const fn begins(self) -> bool {
        matches!(self, Self::Begin(_))
    }

    /// Whether the token continues a name.
    pub const fn continues(self) -> bool {
        matches!(self, Self::Inside(_))
    }
}

/// Reads the tag as IOB2 writes it. What is no tag, or has an unknown type, is outside.
impl From<&str> for NameTag {
    fn from(tag: &str) -> Self {
        let parts = tag.split_once('-');
        let named = parts.and_then(|(part, name)| Some((part == "B", name.parse().ok()?)));
        named.map_or(Self::Outside, |(first, name)| Self::new(first, name))
    }
}

impl fmt::Display for NameTag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => formatter.write_str("O"),
            Self::Begin(entity_type) => write!(formatter, "B-{entity_type}"),
            Self::Inside(entity_type) => write!(formatter, "I-{entity_type}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_written_as_they_are_read() {
        for tag in ["O", "B-PERSON", "I-WORK_OF_ART"] {
            assert_eq!(NameTag::from(tag).to_string(), tag);
        }
        assert_eq!(NameTag::from("B-NOTHING"), NameTag::Outside);
    }
}
