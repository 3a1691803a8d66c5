//! Patterns of edges: `Pakistan -[demand]-> ?`.
//!
//! ```text
//! question   pattern { , pattern }
//! pattern    end link end { link end }
//! end        NAME [:TYPES]    an actor and its members
//!            ?x [:TYPES]      the same node wherever ?x occurs; ? alone is a new one each time
//!            *  [:TYPES]      any actor or thing
//! link       -[WHAT]->  <-[WHAT]-  -[WHAT]-   forward, backward, either; ->  <-  --  with any relation
//! WHAT       [not | (not)] RELATION { | RELATION } { ; CONDITION }
//! RELATION   words: demand, lift * ban, "demand" · an event type: REQUEST · * or nothing: any
//! CONDITION  by NAME · own · since DATE · until DATE · stance S · modality M · quad Q · mode M
//! ```

use std::fmt;

use crate::extract::{Modality, Polarity};
use crate::graph::ClaimStance;
use crate::lexicon::{EventType, FrameLexicon, QuadClass};
use crate::merge::{NodeKind, RelationWords};

use super::{Filter, is_date};

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// The ends, in the order in which they occur.
    pub ends: Vec<End>,
    /// The links between them.
    pub links: Vec<Link>,
}

/// An end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Who or what it is.
    pub name: Name,
    /// Its types, one of which must match; any if empty.
    pub kinds: Vec<NodeKind>,
}

/// The node at an end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// An actor, as the user names it.
    Actor(String),
    /// A variable: the same node wherever the name occurs.
    Variable(String),
    /// Any node.
    Any,
}

/// A link between two ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The end on the left: an index into [`Pattern::ends`].
    pub left: usize,
    /// The end on the right.
    pub right: usize,
    /// Its direction.
    pub direction: LinkDirection,
    /// The conditions on the evidence, without speakers.
    pub filter: Filter,
    /// The speakers, as the user names them.
    pub by: Vec<String>,
}

/// The direction of a link, as the pattern is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkDirection {
    /// From left to right.
    Forward,
    /// From right to left.
    Backward,
    /// Either direction.
    Either,
}

/// Why a pattern cannot be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pattern cannot be parsed at `{}`: {problem}", near(.rest))]
#[non_exhaustive]
pub struct PatternError {
    /// The text from the error on.
    pub rest: String,
    /// What was expected.
    pub problem: String,
}

fn near(rest: &str) -> String {
    match rest.chars().count() {
        0 => "its end".to_owned(),
        1..=24 => rest.to_owned(),
        _ => rest.chars().take(24).chain(['…']).collect(),
    }
}

fn wrong<T>(rest: &str, problem: impl fmt::Display) -> Result<T, PatternError> {
    Err(PatternError {
        rest: rest.trim().to_owned(),
        problem: problem.to_string(),
    })
}

impl Pattern {
    /// Parses a pattern; `frames` give synonyms of relations.
    ///
    /// # Errors
    /// If it does not follow the grammar above.
    pub fn parse(text: &str, frames: &FrameLexicon) -> Result<Self, PatternError> {
        let mut pattern = Self {
            ends: Vec::new(),
            links: Vec::new(),
        };
        let mut rest = text;
        loop {
            let mut left = pattern.end(&mut rest)?;
            let links = pattern.links.len();
            while let Some((direction, inside)) = link(&mut rest)? {
                let right = pattern.end(&mut rest)?;
                let (filter, by) = what(inside, frames)?;
                pattern.links.push(Link {
                    left,
                    right,
                    direction,
                    filter,
                    by,
                });
                left = right;
            }
            if pattern.links.len() == links {
                return wrong(rest, "expected a link like -[demand]-> after an actor");
            }
            rest = rest.trim_start();
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None if rest.is_empty() => return Ok(pattern),
                None => return wrong(rest, "expected a link like -[demand]->, or a comma"),
            }
        }
    }

    /// Parses an end and returns its index in `ends`.
    fn end(&mut self, rest: &mut &str) -> Result<usize, PatternError> {
        let text = rest.trim_start();
        let (words, quoted, after) = end_words(text)?;
        let (words, kinds, after) = if quoted {
            let (kinds, after) = match after.strip_prefix(':') {
                Some(types) => {
                    let until = end_of_name(types);
                    (&types[..until], &types[until..])
                }
                None => ("", after),
            };
            (words, kinds, after)
        } else {
            match words.split_once(':') {
                Some((name, kinds)) => (name.trim(), kinds, after),
                None => (words, "", after),
            }
        };
        let mut types = Vec::new();
        for name in kinds.split('|').map(str::trim) {
            match NodeKind::from_name(name) {
                Some(kind) => types.push(kind),
                None if name.is_empty() => {}
                None => {
                    let names = NodeKind::names();
                    return wrong(name, format!("unknown type; expected one of {names}"));
                }
            }
        }
        let name = match words {
            _ if quoted => Name::Actor(words.to_owned()),
            "*" | "?" => Name::Any,
            "" if !types.is_empty() => Name::Any,
            "" => return wrong(text, "expected an actor, ? or *"),
            words => match words.strip_prefix('?') {
                Some(variable) if variable.chars().all(|c| c.is_alphanumeric() || c == '_') => {
                    Name::Variable(variable.to_owned())
                }
                Some(_) => return wrong(words, "a variable is ? and letters, like ?who"),
                None => Name::Actor(words.to_owned()),
            },
        };
        *rest = after;
        let known = (self.ends.iter())
            .position(|end| matches!(name, Name::Variable(_)) && end.name == name);
        if let Some(known) = known {
            self.ends[known].kinds.extend(types);
            return Ok(known);
        }
        self.ends.push(End { name, kinds: types });
        Ok(self.ends.len() - 1)
    }
}

/// The words of an end, whether they were in quotation marks, and the rest.
fn end_words(text: &str) -> Result<(&str, bool, &str), PatternError> {
    for mark in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(mark) {
            return match inner.split_once(mark) {
                Some((name, after)) => Ok((name, true, after)),
                None => wrong(text, "the quotation mark is not closed"),
            };
        }
    }
    let until = end_of_name(text);
    Ok((text[..until].trim(), false, &text[until..]))
}

/// The end of a name without quotation marks: a link or a comma. Hyphens within names are not links.
fn end_of_name(text: &str) -> usize {
    let marks = [",", "-[", "<-[", "->", "<-", "--"];
    let found = marks.iter().filter_map(|mark| text.find(mark));
    found.min().unwrap_or(text.len())
}

/// The next link, and the text in its brackets.
fn link<'a>(rest: &mut &'a str) -> Result<Option<(LinkDirection, &'a str)>, PatternError> {
    let text = rest.trim_start();
    for (open, back) in [("<-[", true), ("-[", false)] {
        let Some(inner) = text.strip_prefix(open) else {
            continue;
        };
        let Some((inside, after)) = inner.split_once(']') else {
            return wrong(text, "the bracket is not closed");
        };
        let (direction, after) = match (back, after.strip_prefix("->")) {
            (false, Some(after)) => (LinkDirection::Forward, after),
            (true, Some(_)) => return wrong(after, "an arrow has one head; -[…]- is undirected"),
            (back, None) => match after.strip_prefix('-') {
                Some(after) if back => (LinkDirection::Backward, after),
                Some(after) => (LinkDirection::Either, after),
                None => return wrong(after, "expected -> or - after the bracket"),
            },
        };
        *rest = after;
        return Ok(Some((direction, inside)));
    }
    let plain = [
        ("->", LinkDirection::Forward),
        ("<-", LinkDirection::Backward),
        ("--", LinkDirection::Either),
    ];
    for (mark, direction) in plain {
        if let Some(after) = text.strip_prefix(mark) {
            *rest = after;
            return Ok(Some((direction, "")));
        }
    }
    Ok(None)
}

/// Parses the text in the brackets of a link.
fn what(inside: &str, frames: &FrameLexicon) -> Result<(Filter, Vec<String>), PatternError> {
    let mut parts = inside.split(';');
    let mut filter = Filter::default();
    let mut by = Vec::new();
    let relation = parts.next().unwrap_or_default().trim();
    let (polarity, relation) = match relation.strip_prefix("(not)") {
        Some(rest) => (None, rest),
        None => match relation.strip_prefix("not ") {
            Some(rest) => (Some(Polarity::Negative), rest),
            // Without a relation negated edges match too; with one, only those of its polarity.
            None if matches!(relation, "" | "*") => (None, relation),
            None => (Some(Polarity::Positive), relation),
        },
    };
    filter.polarity = polarity;
    for words in relation.split('|').map(str::trim) {
        match EventType::from_name(words) {
            Some(event) => filter.events.push(event),
            None if matches!(words, "" | "*") => {}
            None => filter.relations.push(RelationWords::new(words, frames)),
        }
    }
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        condition(part, frames, &mut filter, &mut by)?;
    }
    Ok((filter, by))
}

fn condition(
    part: &str,
    frames: &FrameLexicon,
    filter: &mut Filter,
    by: &mut Vec<String>,
) -> Result<(), PatternError> {
    let (word, value) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
    let value = value.trim().trim_matches('"');
    match word {
        "by" if !value.is_empty() => by.push(value.to_owned()),
        "own" if value.is_empty() => filter.by_author = true,
        "since" | "until" if !is_date(value) => {
            return wrong(part, "expected a date like 2023-07-24, 2023-07 or 2023");
        }
        "since" => filter.since = Some(value.to_owned()),
        "until" => filter.until = Some(value.to_owned()),
        "stance" => {
            let found = ClaimStance::ALL
                .into_iter()
                .find(|stance| stance.as_str() == value);
            let names = ClaimStance::ALL.map(ClaimStance::as_str).join(", ");
            filter.stances.push(one_of(found, part, &names)?);
        }
        "modality" => {
            let found = Modality::ALL.into_iter().find(|one| one.as_str() == value);
            let names = Modality::ALL.map(Modality::as_str).join(", ");
            filter.modalities.push(one_of(found, part, &names)?);
        }
        "quad" => {
            let found = QuadClass::ALL.into_iter().find(|one| one.as_str() == value);
            let names = QuadClass::ALL.map(QuadClass::as_str).join(", ");
            filter.quads.push(one_of(found, part, &names)?);
        }
        "mode" => {
            let names: Vec<&str> = (frames.mode_names().into_iter())
                .map(|name| name.as_str())
                .collect();
            let found = names.contains(&value).then(|| value.to_owned());
            filter.modes.push(one_of(found, part, &names.join(", "))?);
        }
        _ => {
            return wrong(
                part,
                "expected `by NAME`, `own`, `since DATE`, `until DATE`, `stance …`, `modality …`, `quad …` or `mode …`",
            );
        }
    }
    Ok(())
}

fn one_of<T>(found: Option<T>, part: &str, names: &str) -> Result<T, PatternError> {
    match found {
        Some(found) => Ok(found),
        None => wrong(part, format!("expected one of {names}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;
    use crate::text::ActorType;

    fn parse(text: &str) -> Result<Pattern, PatternError> {
        let frames = FrameLexicon::load(&Source::embedded()).expect("the lists are of their form");
        Pattern::parse(text, &frames)
    }

    fn actor(name: &str) -> Name {
        Name::Actor(name.into())
    }

    #[test]
    fn names_may_have_hyphens_and_stand_in_quotation_marks() {
        let pattern =
            parse("Tehreek-e-Taliban Pakistan -[attack]-> \"Smith, Jones -- Co\"").unwrap();
        assert_eq!(pattern.ends[0].name, actor("Tehreek-e-Taliban Pakistan"));
        assert_eq!(pattern.ends[1].name, actor("Smith, Jones -- Co"));
        assert_eq!(pattern.links[0].direction, LinkDirection::Forward);
    }

    #[test]
    fn links_go_forth_back_and_either_way_and_variables_are_one_end() {
        let pattern = parse("?a:state -[REQUEST|host talks]-> ?b <-[*]- ?c, ?c -- ?a").unwrap();
        assert_eq!(pattern.ends.len(), 3);
        assert_eq!(pattern.ends[0].kinds, [NodeKind::Type(ActorType::State)]);
        let directions: Vec<LinkDirection> =
            pattern.links.iter().map(|link| link.direction).collect();
        assert_eq!(
            directions,
            [
                LinkDirection::Forward,
                LinkDirection::Backward,
                LinkDirection::Either
            ]
        );
        assert_eq!((pattern.links[2].left, pattern.links[2].right), (2, 0));
        assert_eq!(pattern.links[0].filter.events, [EventType::Request]);
        assert_eq!(pattern.links[0].filter.relations.len(), 1);
    }

    #[test]
    fn conditions_stand_behind_the_relation() {
        let pattern =
            parse("* -[not arm; by Foreign Office; since 2023-07; until 2024; stance negated; mode aerial]-> :armed_group|thing")
                .unwrap();
        let link = &pattern.links[0];
        assert_eq!(link.by, ["Foreign Office"]);
        assert_eq!(link.filter.polarity, Some(Polarity::Negative));
        assert_eq!(link.filter.since.as_deref(), Some("2023-07"));
        assert_eq!(link.filter.stances, [ClaimStance::Negated]);
        assert_eq!(pattern.ends[1].kinds.len(), 2);
        assert_eq!(pattern.ends[1].name, Name::Any);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, place, problem) in [
            ("Pakistan", "its end", "expected a link"),
            ("Pakistan -[demand", "-[demand", "bracket"),
            ("Pakistan -[demand]-> ", "its end", "expected an actor"),
            ("Pakistan -[demand] ?", "?", "expected -> or -"),
            ("<-[a]- b", "<-[a]- b", "expected an actor"),
            ("a <-[b]-> c", "-> c", "one head"),
            ("a -[b; since noon]-> c", "since noon", "date"),
            ("a -[b; stance odd]-> c", "stance odd", "disputed"),
            ("a:planet -> b", "planet", "unknown type"),
            ("\"a -> b", "\"a -> b", "not closed"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(
                error.contains(&format!("at `{place}`")) && error.contains(problem),
                "{text}: {error}"
            );
        }
    }
}
