//! The models of each engine with the embedded lists, loaded once for all tests.

use std::sync::LazyLock;

use actant::annotate::Models;

/// The engine of the command.
pub(crate) static ACCURATE: LazyLock<Models> =
    LazyLock::new(|| Models::accurate().expect("the embedded data is sound"));

/// The engine for large corpora.
pub(crate) static FAST: LazyLock<Models> =
    LazyLock::new(|| Models::fast().expect("the embedded data is sound"));

/// Tags and trees as they are given.
pub(crate) static GIVEN: LazyLock<Models> =
    LazyLock::new(|| Models::given().expect("the embedded data is sound"));
