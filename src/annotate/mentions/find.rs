//! Finds the mentions of a sentence.
//!
//! The mention of a name is the name without titles. That of a noun runs from its first determiner or modifier to the noun
//! itself, without the phrases and clauses behind it, so that it is short and its head is its last word.

use crate::lexicon::{ActorNoun, Lexicon};
use crate::text::{ActorType, Deprel, EntityType, Sentence, Span, Token, Tree, Upos, Xpos};

use super::candidate::{MentionCandidate, is_plural, lemma};
use super::name::names;
use super::{Mention, MentionKind};

/// All mentions of one sentence.
pub(in crate::annotate) fn find(
    number: usize,
    tree: &Tree<'_>,
    lexicon: &Lexicon,
) -> Vec<MentionCandidate> {
    let sentence = tree.sentence();
    let mut taken = vec![false; sentence.tokens.len()];
    let mut found = names(number, sentence, lexicon);
    for name in &found {
        taken[name.mention.tokens.range()].fill(true);
    }
    for (index, token) in sentence.tokens.iter().enumerate() {
        if !taken[index] {
            found.extend(pronoun(number, sentence, index, lexicon));
            if matches!(token.upos, Upos::Noun | Upos::Propn) {
                found.extend(noun(number, tree, index, lexicon));
            }
        }
    }
    found.sort_by_key(|found| {
        let span = found.mention.tokens;
        (span.start, std::cmp::Reverse(span.end))
    });
    found
}

fn pronoun(
    number: usize,
    sentence: &Sentence,
    index: usize,
    lexicon: &Lexicon,
) -> Option<MentionCandidate> {
    let token = &sentence.tokens[index];
    if !matches!(token.upos, Upos::Pron | Upos::Det | Upos::X) || token.relation() == Deprel::Expl {
        return None;
    }
    let form = token.form.to_lowercase();
    let inside = |part: Option<&Token>| part.is_some_and(|part| part.form == "-");
    if inside(sentence.tokens.get(index + 1))
        || inside(index.checked_sub(1).map(|before| &sentence.tokens[before]))
    {
        // `Tehreek-i-Taliban`.
        return None;
    }
    let pronoun = lexicon.actor_nouns.pronoun(&form)?;
    Some(MentionCandidate {
        mention: Mention {
            span: token.span,
            sentence: number,
            tokens: Span::new(index, index + 1),
            head: index,
            kind: MentionKind::Pronoun,
            entity: match (pronoun.human, pronoun.plural) {
                (true, false) => EntityType::Person,
                (_, true) => EntityType::Norp,
                (false, false) => EntityType::Misc,
            },
            actor: None,
            join: None,
        },
        lemma: form.into(),
        noun: None,
        pronoun: Some(pronoun),
        plural: pronoun.plural,
        shown: true,
    })
}

/// Relations under which a noun is a part of another noun's phrase, not the head of one.
const PARTS: [Deprel; 4] = [
    Deprel::Compound,
    Deprel::Flat,
    Deprel::Fixed,
    Deprel::Goeswith,
];

fn noun(
    number: usize,
    tree: &Tree<'_>,
    index: usize,
    lexicon: &Lexicon,
) -> Option<MentionCandidate> {
    let token = tree.token(index);
    if token.is_any(&PARTS) || !is_word(token) {
        return None;
    }
    let lemma = lemma(token);
    let start = start(tree, index);
    let before = index.checked_sub(1).filter(|&before| before >= start);
    let before = before.map(|before| tree.token(before).form.to_lowercase());
    let noun = lexicon.actor_nouns.noun(before.as_deref(), &lemma);
    if noun.is_none() && token.deprel == Deprel::NmodDesc {
        return None;
    }
    let plural = is_plural(token);
    // `trade and movement`: one word without anything before it that is no person stands for no one.
    let bare = |noun: &ActorNoun| {
        start == index && !plural && (noun.kind != ActorType::Person || noun.never_bare)
    };
    let person = |before: usize| tree.token(before).entity.is(EntityType::Person);
    let person_before = index.checked_sub(1).is_some_and(person);
    let aged = || (start..index).any(|token| tree.token(token).upos == Upos::Num);
    let noun = noun.filter(|noun| {
        !bare(noun) && (person_before || !noun.behind_person) && (!noun.behind_age || aged())
    });
    let tokens = Span::new(start, index + 1);
    let proper = token.upos == Upos::Propn || is_known_acronym(token, lexicon);
    let name = proper && noun.is_none();
    let time = noun.is_none() && lexicon.words.time_nouns.has(&lemma);
    let entity = match noun {
        Some(noun) => entity_of(noun),
        None if time => EntityType::Date,
        None => EntityType::Misc,
    };
    Some(MentionCandidate {
        mention: Mention {
            span: tree.sentence().bytes(tokens),
            sentence: number,
            tokens,
            head: index,
            kind: if name {
                MentionKind::Name
            } else {
                MentionKind::Nominal
            },
            entity,
            actor: None,
            join: None,
        },
        lemma,
        noun,
        pronoun: None,
        plural,
        shown: noun.is_some() || time,
    })
}

/// Whether the token is a word, no number and no mark of a currency: `US$`.
fn is_word(token: &Token) -> bool {
    let currency = token.form.ends_with(['$', '€', '£', '¥']);
    !currency && token.form.chars().any(char::is_alphabetic)
}

/// Whether a word in capitals is an unambiguous name of the gazetteer, even if it is tagged as a noun: `BJP`.
fn is_known_acronym(token: &Token, lexicon: &Lexicon) -> bool {
    let letters = token.form.chars().all(char::is_uppercase);
    let known = || lexicon.gazetteer.find(&token.form);
    letters && token.form.len() > 1 && known().is_some_and(|found| !found.is_ambiguous())
}

/// The type of entity that a noun stands for.
fn entity_of(noun: ActorNoun) -> EntityType {
    use ActorType as Kind;
    match noun.kind {
        Kind::Person => EntityType::Person,
        Kind::Group => EntityType::Norp,
        Kind::Place => EntityType::Loc,
        Kind::State => EntityType::Gpe,
        Kind::Other => EntityType::Product,
        _ => EntityType::Org,
    }
}

/// Where the phrase of the noun begins: at its first dependent in an unbroken run before it.
fn start(tree: &Tree<'_>, index: usize) -> usize {
    const BEFORE: [Deprel; 8] = [
        Deprel::Det,
        Deprel::Amod,
        Deprel::Nummod,
        Deprel::Compound,
        Deprel::Nmod,
        Deprel::Advmod,
        Deprel::Case,
        Deprel::Punct,
    ];
    let mut start = index;
    while let Some(before) = start.checked_sub(1) {
        let token = tree.token(before);
        let belongs = tree.is_under(before, index)
            && !token.is_any(&[Deprel::Cc, Deprel::Conj, Deprel::Appos]);
        let own = token.head == Some(index);
        if !belongs || (own && !token.is_any(&BEFORE)) || (own && token.relation() == Deprel::Case)
        {
            break;
        }
        start = before;
    }
    // No phrase begins with punctuation, a preposition or an ending.
    let mut trimmed = false;
    while start < index {
        let token = tree.token(start);
        let asks = matches!(token.feature("PronType"), Some("Int" | "Rel" | "Int,Rel"))
            || matches!(token.xpos, Xpos::Wdt | Xpos::Wp);
        let outside =
            asks || matches!(
                token.upos,
                Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part
            ) || token.is_any(&[Deprel::Case, Deprel::Mark, Deprel::Cc, Deprel::Fixed]);
        // `at least | forty people`
        let least = matches!(token.xpos, Xpos::Jjs | Xpos::Rbs) && trimmed;
        if !outside && !least {
            break;
        }
        trimmed = token.upos == Upos::Adp || token.is_any(&[Deprel::Case]);
        start += 1;
    }
    // Nor in the midst of a name.
    let inside = |&start: &usize| tree.token(start).entity.continues();
    let back = (0..=start).rev().take_while(inside).count();
    start - back
}
