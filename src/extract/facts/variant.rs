//! Other readings of statements, for those who want everything that can be said of a predication.
//!
//! In: an [`Extracted`] document, of which each predication has one statement. Out: [`Variant`]s of its statements,
//! with shorter or longer ends, without circumstances, for single members of a list, and of each verb of a chain alone.

use crate::extract::extracted::each_sentence;
use crate::extract::phrase::{clause, short};
use crate::extract::{Extracted, Phrase, Relation, SentenceContext, Statement, Voice};
use crate::lexicon::Lexicon;
use crate::syntax::{
    governors, is_passive, particle_to, relation_lemma, relation_tokens, verb_group,
};
use crate::text::Deprel;

use super::member::split;

/// A statement that says no more than another, in other words of the sentence.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Variant {
    /// The statement of which it is a reading: an index into [`Extracted::statements`].
    pub of: usize,
    /// What is other.
    pub kind: VariantKind,
    /// The reading. It puts no edges into the graph.
    pub statement: Statement,
}

/// In what a [`Variant`] differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VariantKind {
    /// Subject and object are single members of lists: *Kenya and Uganda grow tea and coffee*.
    Member,
    /// Without times, places and other arguments.
    Bare,
    /// Subject and object with their closest words only.
    Short,
    /// Subject and object with clauses and appositions that belong to them.
    Long,
    /// The verb that leads to another, with that one as its object: *agreed | to begin talks*.
    Outer,
    /// The verb to which another leads: *begin | talks*.
    Inner,
}

impl VariantKind {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Bare => "bare",
            Self::Short => "short",
            Self::Long => "long",
            Self::Outer => "outer",
            Self::Inner => "inner",
        }
    }

    /// How much less sure a reading is than its statement.
    const fn doubt(self) -> f32 {
        match self {
            Self::Member | Self::Bare | Self::Outer => 0.05,
            Self::Short => 0.1,
            Self::Long | Self::Inner => 0.15,
        }
    }
}

/// The variants of all statements, in the order of these.
pub fn variants(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Variant> {
    let mut found = Vec::new();
    let mut statements = extracted.statements.iter().enumerate().peekable();
    each_sentence(&extracted.annotated, lexicon, |context| {
        let here = |(_, statement): &(usize, &Statement)| statement.sentence == context.index;
        while let Some((index, statement)) = statements.next_if(here) {
            found.extend(of_statement(context, index, statement));
        }
    });
    found
}

fn of_statement(context: &SentenceContext<'_>, of: usize, statement: &Statement) -> Vec<Variant> {
    let mut found: Vec<Variant> = Vec::new();
    let mut push = |kind: VariantKind, reading: Statement| {
        let known = is_same(&reading, statement)
            || found
                .iter()
                .any(|other| is_same(&other.statement, &reading));
        if !known {
            let confidence = (statement.confidence - kind.doubt()).max(0.01);
            found.push(Variant {
                of,
                kind,
                statement: Statement {
                    edges: Vec::new(),
                    confidence,
                    ..reading
                },
            });
        }
    };
    for reading in members(context, statement) {
        push(VariantKind::Member, reading);
    }
    if statement.object.is_some() {
        let reading = Statement {
            arguments: Vec::new(),
            ..statement.clone()
        };
        push(VariantKind::Bare, reading);
    }
    push(
        VariantKind::Short,
        with_ends(statement, |phrase| shorter(context, phrase)),
    );
    push(
        VariantKind::Long,
        with_ends(statement, |phrase| longer(context, statement, phrase)),
    );
    if let Some((outer, inner)) = links(context, statement) {
        push(VariantKind::Outer, outer);
        push(VariantKind::Inner, inner);
    }
    found
}

/// Whether two readings have the same words in all slots.
fn is_same(one: &Statement, other: &Statement) -> bool {
    let object = |statement: &Statement| {
        statement
            .object
            .as_ref()
            .map(|object| object.tokens.clone())
    };
    one.subject.tokens == other.subject.tokens
        && one.relation.phrase.tokens == other.relation.phrase.tokens
        && object(one) == object(other)
        && one.arguments.len() == other.arguments.len()
}

/// The statement with other words for subject and object.
fn with_ends(statement: &Statement, change: impl Fn(&Phrase) -> Phrase) -> Statement {
    Statement {
        subject: change(&statement.subject),
        object: statement.object.as_ref().map(&change),
        ..statement.clone()
    }
}

/// A statement for each pair of members of subject and object.
fn members(context: &SentenceContext<'_>, statement: &Statement) -> Vec<Statement> {
    let subjects = split(context, &statement.subject);
    let objects: Vec<Option<Phrase>> = match &statement.object {
        Some(object) => split(context, object).into_iter().map(Some).collect(),
        None => vec![None],
    };
    if subjects.len() * objects.len() < 2 {
        return Vec::new();
    }
    let pairs = subjects
        .iter()
        .flat_map(|subject| objects.iter().map(move |object| (subject, object)));
    pairs
        .map(|(subject, object)| Statement {
            subject: subject.clone(),
            object: object.clone(),
            ..statement.clone()
        })
        .collect()
}

fn shorter(context: &SentenceContext<'_>, phrase: &Phrase) -> Phrase {
    let found = short(context, phrase.head);
    let noun = context.is_nominal(phrase.head) && !is_clausal(context, phrase.head);
    if noun && found.tokens.len() < phrase.tokens.len() {
        found
    } else {
        phrase.clone()
    }
}

/// The whole subtree of the noun, if that does not take in other parts of the statement.
fn longer(context: &SentenceContext<'_>, statement: &Statement, phrase: &Phrase) -> Phrase {
    let found = clause(context, phrase.head);
    let holds = |token: usize| found.tokens.binary_search(&token).is_ok();
    let others = [
        Some(&statement.subject),
        Some(&statement.relation.phrase),
        statement.object.as_ref(),
    ];
    let others = others.into_iter().flatten();
    let takes_in = others
        .chain(statement.arguments.iter().map(|argument| &argument.phrase))
        .any(|other| other.head != phrase.head && holds(other.head));
    let whole = phrase.tokens.iter().all(|&token| holds(token));
    if whole && !takes_in && !is_clausal(context, phrase.head) {
        found
    } else {
        phrase.clone()
    }
}

fn is_clausal(context: &SentenceContext<'_>, head: usize) -> bool {
    let relation = context.relation(head);
    context.is_verb(head)
        || matches!(
            relation,
            Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl | Deprel::Xcomp
        )
}

/// Of *agreed to begin talks* the agreeing, with what is agreed to, and the beginning.
fn links(context: &SentenceContext<'_>, statement: &Statement) -> Option<(Statement, Statement)> {
    let verb = statement.relation.phrase.head;
    let chain = governors(context.tree, context.words(), verb);
    let &above = chain.last()?;
    if !context.is_verb(verb) || statement.relation.implied.is_some() {
        return None;
    }
    let relation = |tokens: Vec<usize>, head: usize| Relation {
        phrase: context.phrase(tokens, head),
        lemma: relation_lemma(context.tree, head).into(),
        voice: if is_passive(context.tree, head) {
            Voice::Passive
        } else {
            Voice::Active
        },
        ..Relation::default()
    };
    let content = clause(context, verb);
    let mut tokens = content.tokens;
    tokens.extend(particle_to(context.tree, verb));
    let outer = Statement {
        relation: relation(relation_tokens(context.tree, context.words(), above), above),
        object: Some(context.phrase(tokens, verb)),
        arguments: Vec::new(),
        ..statement.clone()
    };
    let inner = Statement {
        relation: relation(verb_group(context.tree, context.words(), verb), verb),
        ..statement.clone()
    };
    Some((outer, inner))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::variant_lines;

    #[test]
    fn each_verb_of_a_chain_has_a_reading_of_its_own() {
        let said = variant_lines(
            "The the DET DT 2 det
            ministry ministry NOUN NN 3 nsubj
            agreed agree VERB VBD 0 root
            to to PART TO 5 mark
            begin begin VERB VB 3 xcomp
            talks talk NOUN NNS 5 obj
            in in ADP IN 8 case
            March March PROPN NNP 5 obl",
        );
        assert_eq!(
            said,
            [
                "bare: The ministry | agreed to begin | talks",
                "short: ministry | agreed to begin | talks | in March",
                "outer: The ministry | agreed | to begin talks in March",
                "inner: The ministry | begin | talks | in March",
            ]
        );
    }

    #[test]
    fn members_stand_alone_and_nouns_take_their_clauses() {
        let said = variant_lines(
            "Kenya Kenya PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Uganda Uganda PROPN NNP 1 conj
            hired hire VERB VBD 0 root
            guides guide NOUN NNS 4 obj
            trained train VERB VBN 5 acl
            abroad abroad ADV RB 6 advmod",
        );
        for line in [
            "member: Kenya | hired | guides",
            "member: Uganda | hired | guides",
            "long: Kenya and Uganda | hired | guides trained abroad",
        ] {
            assert!(said.contains(&line.to_owned()), "{line}: {said:?}");
        }
    }

    #[test]
    fn a_plain_statement_has_no_other_reading() {
        let said = variant_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            thanked thank VERB VBD 0 root
            Rome Rome PROPN NNP 2 obj",
        );
        assert!(said.is_empty(), "{said:?}");
    }
}
