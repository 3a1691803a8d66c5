//! Questions to a dependency tree, each with one answer for the whole program.
//!
//! In: a [`Tree`](crate::text::Tree), and the [`Words`](crate::lexicon::Words) where the answer depends on what a word
//! means. Out: token indices, truth values and small enums. Nothing here knows of mentions, actors or statements. Each
//! file answers one kind of question:
//!
//! | file | question |
//! |---|---|
//! | `kind` | is the token a verb, a nominal, a time? |
//! | `marker` | which preposition, conjunction or infinitive particle introduces it? |
//! | `finiteness` | has the clause a tense? |
//! | `negation` | which words negate? |
//! | `subject` | which subject has the predicate itself? |
//! | `voice` | is it passive, and by whom? |
//! | `auxiliary` | has it an auxiliary or a copula? |
//! | `verb_group` | which auxiliaries, particles and adverbs belong to the verb? |
//! | `relative` | what does a relative pronoun stand for? |
//! | `object` | what are the objects? |
//! | `control` | who does what an infinitive or an `-ing` form says? |
//! | `governor` | what is a predicate, and which predicates lead to it? |
//! | `relation` | which words express the relation of a predicate with those that lead to it? |
//! | `coordination` | what is coordinated? |
//! | `apposition` | which name stands beside a noun? |
//! | `noun_names` | under which names do word lists know a noun? |
//!
//! ```
//! use actant::lexicon::{Source, Words};
//! use actant::syntax;
//! use actant::text::{Sentence, Token, Tree, Upos, Xpos};
//!
//! let words = Words::load(&Source::embedded())?;
//! let token = |form: &str, upos, xpos: &str, head, deprel: &str| Token {
//!     form: form.into(), lemma: form.into(), upos, xpos: xpos.into(), head, deprel: deprel.into(), ..Token::default()
//! };
//! let sentence = Sentence {
//!     tokens: vec![
//!         token("Talks", Upos::Noun, "NNS", Some(3), "nsubj:pass"),
//!         token("were", Upos::Aux, "VBD", Some(3), "aux:pass"),
//!         token("not", Upos::Part, "RB", Some(3), "advmod"),
//!         token("held", Upos::Verb, "VBN", None, "root"),
//!     ],
//!     ..Sentence::default()
//! };
//! let tree = Tree::new(&sentence);
//! assert!(syntax::is_passive(&tree, 3));
//! assert!(syntax::is_finite(&tree, 3));
//! assert!(syntax::is_negation(&tree, &words, 2));
//! assert_eq!(syntax::own_subject(&tree, 3), Some(0));
//! assert_eq!(syntax::verb_group(&tree, &words, 3), [1, 2, 3]);
//! # Ok::<(), actant::lexicon::LexiconError>(())
//! ```

mod apposition;
mod auxiliary;
mod control;
mod coordination;
mod finiteness;
mod governor;
mod kind;
mod marker;
mod negation;
mod noun_names;
mod object;
mod relation;
mod relative;
#[cfg(test)]
mod sample;
mod subject;
mod verb_group;
mod voice;

pub use apposition::apposed_name;
pub use auxiliary::{has_auxiliary, has_copula, particle_behind_auxiliary};
pub use control::{controller, is_gerund_complement};
pub use coordination::{is_member, members};
pub use finiteness::{is_finite, is_finite_without, is_finite_word, is_imperative};
pub use governor::{continuation, governor, governors, is_predicate, predicate_chain};
pub use kind::{is_nominal, is_time, is_verb};
pub use marker::{conjunction, particle_to, preposition};
pub use negation::{is_negation, negative_determiners, pending_adverb};
pub use noun_names::{is_amount, is_money, noun_names};
pub use object::{any_object, direct_object};
pub use relation::{chain_lemma, relation_tokens};
pub use relative::{antecedent, is_relative, is_relative_pronoun, resolve_relative};
pub use subject::own_subject;
pub use verb_group::{relation_lemma, verb_group};
pub use voice::{agent, is_passive};
