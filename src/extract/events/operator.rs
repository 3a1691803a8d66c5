//! What a verb does to the act that it governs: agrees to it, refuses it, ends it.

use crate::lexicon::{EventType, Operator};

/// The type that an act gets from the verb above it.
pub(super) fn apply(operator: Operator, act: Option<EventType>) -> Option<EventType> {
    match operator {
        Operator::Do | Operator::Send => act,
        Operator::Undo => act.and_then(EventType::undone),
        // Who offers troops, or agrees to send them, does so for somebody.
        Operator::Commit if act == Some(EventType::Mobilize) => Some(EventType::Agree),
        Operator::Commit => Some(act.map_or(EventType::Agree, intended)),
        Operator::Intend => act.map(intended),
        Operator::Refuse => Some(EventType::Reject),
        Operator::Threaten => Some(EventType::Threaten),
        Operator::Demand => Some(EventType::Request),
        Operator::Command => act
            .filter(|act| act.is_hostile())
            .or(Some(EventType::Request)),
        Operator::Decide => act.map(|act| {
            if act.is_yielding() {
                act
            } else {
                intended(act)
            }
        }),
        // Who fails to reach agreement has, for now, not agreed.
        Operator::Fail => act
            .filter(|act| act.is_cooperative())
            .map(|_| EventType::Reject),
    }
}

/// The type of an act that is announced: a cooperative one is agreement, a hostile one a threat.
pub(super) fn intended(act: EventType) -> EventType {
    if act.is_hostile() {
        EventType::Threaten
    } else if act.is_cooperative() || act.is_yielding() {
        EventType::Agree
    } else {
        act
    }
}
