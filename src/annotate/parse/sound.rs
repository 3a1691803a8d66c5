//! What holds for every engine, for the tests of each.

use crate::annotate::Engine;
use crate::text::{Deprel, Sentence, Token, Xpos};

use super::decode::is_tree;

pub(super) fn sentence(forms: &[impl AsRef<str>]) -> Sentence {
    let token = |form: &_| Token {
        form: AsRef::<str>::as_ref(form).into(),
        space_after: true,
        ..Token::default()
    };
    Sentence {
        tokens: forms.iter().map(token).collect(),
        ..Sentence::default()
    }
}

pub(super) fn parsed(engine: &dyn Engine, forms: &[impl AsRef<str>]) -> Vec<Token> {
    let mut sentences = [sentence(forms)];
    engine.annotate(&mut sentences);
    std::mem::take(&mut sentences[0].tokens)
}

/// Whether the tokens are a tree, with all that an engine fills in.
pub(super) fn is_sound(tokens: &[Token]) -> bool {
    let place = |token: &Token| token.head.map_or(0, |head| head + 1);
    let heads: Vec<_> = tokens.iter().map(place).collect();
    let complete = |token: &Token| {
        let is_root = token.head.is_none();
        token.xpos != Xpos::Unset
            && token.deprel != Deprel::Unset
            && is_root == (token.deprel == Deprel::Root)
    };
    tokens.is_empty() || (is_tree(&heads) && tokens.iter().all(complete))
}

/// A sentence of several kinds of words, as long as asked for.
pub(super) fn long(length: usize) -> Vec<&'static str> {
    let form = |index: usize| ["and", "they", "left", ",", "x9"][index * 7 % 5];
    (0..length).map(form).collect()
}

/// That a sentence is analysed the same alone and among many others.
pub(super) fn check_independence(engine: &dyn Engine) {
    let first = sentence(&["Talks", "failed", "."]);
    let second = sentence(&["He", "said", "that", "they", "would", "resume", "soon"]);
    let mut alone = [first.clone()];
    engine.annotate(&mut alone);
    let mut many = vec![second; 150];
    many.insert(77, first);
    engine.annotate(&mut many);
    assert_eq!(many[77], alone[0]);
    assert_eq!(many[0], many[150]);
}
