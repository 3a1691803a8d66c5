//! Finds the mentions that are names.

use crate::lexicon::Lexicon;
use crate::text::{self, EntityType, Sentence, Span, Tokens, Upos};

use super::candidate::{MentionCandidate, head, is_plural, lemma};
use super::{Mention, MentionKind};

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

/// The mentions that are names.
pub(super) fn names(
    number: usize,
    sentence: &Sentence,
    lexicon: &Lexicon,
) -> Vec<MentionCandidate> {
    let title = |tokens: Span<Tokens>, entity: EntityType| {
        let only = &sentence.tokens[tokens.start];
        let noun = || lexicon.actor_nouns.noun(None, &only.form.to_lowercase());
        // `Minister` by itself is no name, whatever the tagger says.
        tokens.len() == 1 && entity == EntityType::Person && noun().is_some()
    };
    let spans = whole(text::names(&sentence.tokens), sentence, lexicon).into_iter();
    let spans = spans.map(|(tokens, entity)| (untitled(tokens, entity, sentence, lexicon), entity));
    let names = spans.filter(|&(tokens, entity)| !title(tokens, entity));
    let found = names.map(|(tokens, entity)| {
        let head = head(sentence, tokens);
        let token = &sentence.tokens[head];
        MentionCandidate {
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
