//! The tags of the chain: outside, or begin, inside, end and single of each type of entity.

use crate::text::{EntityType, NameTag};

/// How many tags there are.
pub const TAGS: usize = 1 + 4 * EntityType::OF_NAMES.len();

/// The tag of a token outside every name.
pub const OUTSIDE: Tag = Tag(0);

/// One tag, as a number below [`TAGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(u8);

/// Which part of a name a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePart {
    /// The first of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several.
    End,
    /// The only one.
    Single,
}

impl Tag {
    /// The tag of `part` of a name of type `entity`.
    pub fn new(entity: EntityType, part: NamePart) -> Self {
        Self(1 + 4 * entity as u8 + part as u8)
    }

    /// The tag with this number, [`OUTSIDE`] if there is none.
    pub fn from_index(index: usize) -> Self {
        u8::try_from(index)
            .ok()
            .filter(|&index| usize::from(index) < TAGS)
            .map_or(OUTSIDE, Self)
    }

    /// The number below [`TAGS`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The type of entity and the part of the name; `None` outside.
    pub fn parts(self) -> Option<(EntityType, NamePart)> {
        let number = self.index().checked_sub(1)?;
        let part = match number % 4 {
            0 => NamePart::Begin,
            1 => NamePart::Inside,
            2 => NamePart::End,
            _ => NamePart::Single,
        };
        EntityType::OF_NAMES
            .get(number / 4)
            .map(|&entity| (entity, part))
    }

    /// Whether no name is open after this tag.
    pub fn closes(self) -> bool {
        !matches!(self.parts(), Some((_, NamePart::Begin | NamePart::Inside)))
    }

    /// Whether no name is open before this tag.
    pub fn opens(self) -> bool {
        !matches!(self.parts(), Some((_, NamePart::Inside | NamePart::End)))
    }

    /// Whether `next` may follow.
    pub fn allows(self, next: Self) -> bool {
        if self.closes() {
            next.opens()
        } else {
            !next.opens() && self.parts().map(|(e, _)| e) == next.parts().map(|(e, _)| e)
        }
    }
}

/// The tags of tokens for a sequence of tags.
pub(super) fn iob2(tags: &[Tag]) -> impl Iterator<Item = NameTag> {
    tags.iter().map(|tag| match tag.parts() {
        Some((entity, part)) => {
            NameTag::new(matches!(part, NamePart::Begin | NamePart::Single), entity)
        }
        None => NameTag::Outside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_opened_continued_and_closed_within_one_type() {
        let person = |part| Tag::new(EntityType::Person, part);
        let place = |part| Tag::new(EntityType::Gpe, part);
        assert!(person(NamePart::Begin).allows(person(NamePart::End)));
        assert!(!person(NamePart::Begin).allows(place(NamePart::End)));
        assert!(!person(NamePart::Begin).allows(OUTSIDE));
        assert!(person(NamePart::Single).allows(place(NamePart::Begin)));
        assert!(!OUTSIDE.allows(place(NamePart::Inside)));
    }

    #[test]
    fn numbers_and_tags_are_one_to_one() {
        for index in 1..TAGS {
            let (entity, part) = Tag::from_index(index).parts().expect("inside");
            assert_eq!(Tag::new(entity, part).index(), index);
        }
    }
}
