//! Finds the words that may stand for an actor: names, nouns and pronouns.
//!
//! In: sentences with names and trees. Out: [`Found`] mentions in the order of the text, of two that start together the
//! longer first, each with what its head word tells. A name's mention is the name without titles; a noun's runs from
//! its first determiner or modifier to the noun itself, without the phrases and clauses behind it, so that it stays
//! short and its head stays its last word. Nouns that stand for things are found too, because a pronoun may mean them,
//! but are not [shown](Found::shown).

use smol_str::SmolStr;

use crate::lexicon::{ActorNoun, ActorPronoun, Lexicon};
use crate::text::{ActorType, Deprel, EntityType, Sentence, Span, Token, Tokens, Tree, Upos, Xpos};

use super::{Mention, MentionKind};

/// A mention with what its head word tells.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The mention.
    pub(super) mention: Mention,
    /// The dictionary form of the head, in lower case.
    pub(super) lemma: SmolStr,
    /// What the noun tells, if it stands for actors.
    pub(super) noun: Option<ActorNoun>,
    /// What the pronoun tells.
    pub(super) pronoun: Option<ActorPronoun>,
    /// Whether the head is plural.
    pub(super) plural: bool,
    /// Whether it is one of the document's mentions, or only what a pronoun may mean.
    pub(super) shown: bool,
}

/// All mentions of one sentence.
pub(super) fn find(number: usize, tree: &Tree<'_>, lexicon: &Lexicon) -> Vec<Found> {
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

/// The dictionary form in lower case; where no lemma is known, the form less a plural ending.
pub(super) fn lemma(token: &Token) -> SmolStr {
    if !token.lemma.is_empty() {
        return token.lemma.to_lowercase().into();
    }
    let form = token.form.to_lowercase();
    let singular = if is_plural(token) {
        form.strip_suffix("ies")
            .map(|stem| format!("{stem}y"))
            .or_else(|| form.strip_suffix('s').map(str::to_owned))
            .or_else(|| form.strip_suffix("men").map(|stem| format!("{stem}man")))
    } else {
        None
    };
    singular.unwrap_or(form).into()
}

/// Whether the word is a plural.
pub(super) fn is_plural(token: &Token) -> bool {
    token.feature("Number") == Some("Plur") || matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
}

/// The type of entity and the tokens of each name of the sentence.
fn spans(sentence: &Sentence) -> Vec<(Span<Tokens>, EntityType)> {
    let mut spans: Vec<(Span<Tokens>, EntityType)> = Vec::new();
    for (index, token) in sentence.tokens.iter().enumerate() {
        let Some((part, entity)) = token.entity.split_once('-') else {
            continue;
        };
        let Ok(entity) = entity.parse::<EntityType>() else {
            continue;
        };
        match spans.last_mut() {
            Some((span, last)) if part == "I" && span.end == index && *last == entity => {
                span.end += 1;
            }
            _ => spans.push((Span::new(index, index + 1), entity)),
        }
    }
    spans
}

/// The names, those that the tagger cut made whole where lists know them: `North Korean`.
fn whole(
    spans: Vec<(Span<Tokens>, EntityType)>,
    sentence: &Sentence,
    lexicon: &Lexicon,
) -> Vec<(Span<Tokens>, EntityType)> {
    let mut names: Vec<(Span<Tokens>, EntityType)> = Vec::new();
    for (span, entity) in spans {
        let mut span = span;
        if let Some(before) = span.start.checked_sub(1)
            && entity != EntityType::Person
            && sentence.tokens[before].upos != Upos::Det
            && sentence.tokens[before].form.starts_with(char::is_uppercase)
        {
            let known = lexicon.gazetteer.names_at(&sentence.tokens, before);
            if known.iter().any(|name| before + name.tokens == span.end) {
                names.pop_if(|(last, _)| last.start == before);
                if names.last().is_none_or(|(last, _)| last.end <= before) {
                    span.start = before;
                }
            }
        }
        names.push((span, entity));
    }
    names
}

/// The name of a person without titles at its beginning, unless lists know it with them.
fn untitled(
    tokens: Span<Tokens>,
    entity: EntityType,
    sentence: &Sentence,
    lexicon: &Lexicon,
) -> Span<Tokens> {
    let mut name = tokens;
    if entity != EntityType::Person || is_known(name, sentence, lexicon) {
        return name;
    }
    let words = &sentence.tokens[..name.end];
    while let Some((_, size)) = lexicon.gazetteer.title_at(words, name.start)
        && name.start + size + 1 < name.end
        && lexicon
            .gazetteer
            .gender_of_given_name(&words[name.start].form)
            .is_none()
    {
        name.start += size;
    }
    name
}

fn is_known(name: Span<Tokens>, sentence: &Sentence, lexicon: &Lexicon) -> bool {
    let known = lexicon
        .gazetteer
        .names_at(&sentence.tokens[..name.end], name.start);
    known.iter().any(|known| known.tokens == name.len())
}

fn names(number: usize, sentence: &Sentence, lexicon: &Lexicon) -> Vec<Found> {
    let role = |tokens: Span<Tokens>, entity: EntityType| {
        let only = &sentence.tokens[tokens.start];
        let noun = || lexicon.actor_nouns.noun(None, &only.form.to_lowercase());
        // `Minister` by itself is no name, whatever the tagger says.
        tokens.len() == 1 && entity == EntityType::Person && noun().is_some()
    };
    let spans = whole(spans(sentence), sentence, lexicon).into_iter();
    let spans = spans.map(|(tokens, entity)| (untitled(tokens, entity, sentence, lexicon), entity));
    let names = spans.filter(|&(tokens, entity)| !role(tokens, entity));
    let found = names.map(|(tokens, entity)| {
        let head = head(sentence, tokens);
        let token = &sentence.tokens[head];
        Found {
            mention: Mention {
                span: sentence.bytes(tokens),
                sentence: number,
                tokens,
                head,
                kind: MentionKind::Name,
                entity,
                actor: None,
                join: None,
            },
            lemma: lemma(token),
            noun: None,
            pronoun: None,
            plural: is_plural(token) && entity == EntityType::Norp,
            shown: true,
        }
    });
    found.collect()
}

/// The first of the tokens that does not depend on another of them.
pub(super) fn head(sentence: &Sentence, tokens: Span<Tokens>) -> usize {
    let outside = |&index: &usize| {
        sentence.tokens[index]
            .head
            .is_none_or(|head| !tokens.holds(head))
    };
    let mut range = tokens.range();
    range.find(outside).unwrap_or(tokens.end - 1)
}

fn pronoun(number: usize, sentence: &Sentence, index: usize, lexicon: &Lexicon) -> Option<Found> {
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
    Some(Found {
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

fn noun(number: usize, tree: &Tree<'_>, index: usize, lexicon: &Lexicon) -> Option<Found> {
    let token = tree.token(index);
    if token.is_any(&PARTS) || !token.form.chars().any(char::is_alphabetic) {
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
    let person_before = index
        .checked_sub(1)
        .is_some_and(|before| tree.token(before).entity.ends_with("-PERSON"));
    let noun = noun.filter(|noun| !bare(noun) && (person_before || !noun.behind_person));
    let tokens = Span::new(start, index + 1);
    let proper = token.upos == Upos::Propn || is_known_acronym(token, lexicon);
    let name = proper && noun.is_none();
    let time = noun.is_none() && lexicon.words.time_nouns.has(&lemma);
    let entity = match noun {
        Some(noun) => entity_of(noun),
        None if time => EntityType::Date,
        None => EntityType::Misc,
    };
    Some(Found {
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

/// Whether a word in capitals is nothing but the name of somebody whom lists know, even if it is tagged as a noun: `BJP`.
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
    let inside = |&start: &usize| tree.token(start).entity.starts_with('I');
    let back = (0..=start).rev().take_while(inside).count();
    start - back
}
