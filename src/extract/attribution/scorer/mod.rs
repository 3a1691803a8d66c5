//! A neural network that revises the drafts of the rules.
//!
//! In: the drafts, and the vectors that the accurate engine gives for the tokens. Out: the drafts without those that the
//! network rejects, with their spans moved, and with those that the rules missed.
//!
//! In the order of work: `candidate` lists the words that may be cues; `token_features` and `pair_features` describe the
//! tokens, and `input` gathers that; `network`, made of the parts in `layer`, scores each candidate and the tokens around
//! it; `decode` turns scores of tokens into spans; `revise` changes the drafts. Read `revise` first.

mod candidate;
mod decode;
mod input;
mod layer;
mod network;
mod pair_features;
mod revise;
mod token_features;

#[cfg(feature = "train")]
pub(crate) use input::ScorerInput;
pub(crate) use network::AttributionNetwork;
#[cfg(feature = "train")]
pub(crate) use pair_features::PAIR_VALUES;
pub(super) use revise::revise;
#[cfg(feature = "train")]
pub(crate) use token_features::VALUES;
