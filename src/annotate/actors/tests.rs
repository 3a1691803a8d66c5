//! Hand-made trees: who is one actor and who is not.

use crate::annotate::{Annotated, Mention};
use crate::lexicon::{Lexicon, Source};
use crate::text::{Document, Sentence, Span, Token, Xpos};

use crate::annotate::resolve;

mod names;

/// A document of sentences, each word written as `form|UPOS|head|relation|entity`, heads counted from 1.
fn document(date: Option<&str>, sentences: &[&str]) -> Annotated {
    let mut annotated = Annotated::default();
    let mut document = Document {
        id: "note".to_owned(),
        date: date.map(str::to_owned),
        ..Document::default()
    };
    for words in sentences {
        let mut sentence = Sentence::default();
        for word in words.split_whitespace() {
            let mut parts = word.split('|');
            let mut next = || parts.next().unwrap_or("");
            let form = next();
            let upos = next().parse().unwrap_or_default();
            let head = next().parse::<usize>().ok();
            let deprel = next();
            let entity = next();
            let start = document.text.len();
            document.text.push_str(form);
            sentence.tokens.push(Token {
                span: Span::new(start, document.text.len()),
                form: form.into(),
                upos,
                xpos: if form.ends_with('s') && upos == crate::text::Upos::Noun {
                    Xpos::Nns
                } else {
                    Xpos::Unset
                },
                head: head.and_then(|head| head.checked_sub(1)),
                deprel: deprel.into(),
                entity: entity.into(),
                space_after: true,
                ..Token::default()
            });
            document.text.push(' ');
        }
        let last = sentence
            .tokens
            .last()
            .map_or(Span::default(), |token| token.span);
        sentence.span = sentence.tokens[0].span.cover(last);
        annotated.sentences.push(sentence);
    }
    annotated.document = document;
    let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
    resolve(&mut annotated, &lexicon);
    annotated
}

/// The name of the actor that these words stand for, at their `nth` place in the text.
fn actor<'a>(annotated: &'a Annotated, words: &str, nth: usize) -> Option<&'a str> {
    let mentions = annotated.mentions.iter();
    let mut found = mentions.filter(|mention| annotated.slice(mention.span) == words);
    let mention = found.nth(nth).unwrap_or_else(|| {
        let all: Vec<&str> = annotated
            .mentions
            .iter()
            .map(|m| annotated.slice(m.span))
            .collect();
        panic!("`{words}` is not among the mentions: {all:?}")
    });
    mention
        .actor
        .map(|actor| annotated.actors[actor].name.as_str())
}

const VISIT: &str = "Kabul|PROPN|2|nsubj|B-GPE invited|VERB|0|root envoys|NOUN|2|obj who|PRON|5|nsubj \
                     live|VERB|3|acl:relcl in|ADP|7|case Kabul|PROPN|5|obl|B-GPE .|PUNCT|2|punct";

#[test]
fn a_capital_is_its_government_where_it_acts_and_a_place_elsewhere() {
    let annotated = document(Some("2025-07-26"), &[VISIT]);
    assert_eq!(actor(&annotated, "Kabul", 0), Some("Taliban"));
    assert_eq!(actor(&annotated, "Kabul", 1), Some("Kabul"));
}

#[test]
fn who_rules_in_a_capital_depends_on_the_day() {
    let annotated = document(Some("2019-05-01"), &[VISIT]);
    assert_eq!(actor(&annotated, "Kabul", 0), Some("Afghanistan"));
}

#[test]
fn authorities_are_the_state_and_officials_belong_to_it() {
    let annotated = document(
        None,
        &[
            "Norwegian|ADJ|2|amod|B-NORP authorities|NOUN|3|nsubj warned|VERB|0|root Chad|PROPN|3|obj|B-GPE .|PUNCT|3|punct",
            "Norwegian|ADJ|2|amod|B-NORP officials|NOUN|3|nsubj left|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    assert_eq!(
        actor(&annotated, "Norwegian authorities", 0),
        Some("Norway")
    );
    assert_eq!(
        actor(&annotated, "Norwegian officials", 0),
        Some("Norwegian officials")
    );
    let officials = annotated
        .actors
        .iter()
        .find(|actor| actor.name == "Norwegian officials");
    let owner = officials.and_then(|actor| actor.belongs_to);
    assert_eq!(
        owner.map(|owner| annotated.actors[owner].name.as_str()),
        Some("Norway")
    );
}

#[test]
fn the_rulers_of_kabul_are_one_actor_and_the_ttp_is_another() {
    let annotated = document(
        Some("2025-01-05"),
        &[
            "Afghan|ADJ|2|amod|B-NORP authorities|NOUN|3|nsubj met|VERB|0|root Taliban|PROPN|5|compound|B-ORG leaders|NOUN|3|obj .|PUNCT|3|punct",
            "The|DET|3|det Taliban|PROPN|3|compound|B-ORG administration|NOUN|4|nsubj shunned|VERB|0|root \
             Tehreek|PROPN|4|obj|B-ORG -|PUNCT|5|punct|I-ORG e|X|5|flat|I-ORG -|PUNCT|5|punct|I-ORG Taliban|PROPN|5|flat|I-ORG \
             Pakistan|PROPN|5|flat|I-ORG (|PUNCT|12|punct TTP|PROPN|5|appos|B-ORG )|PUNCT|12|punct .|PUNCT|4|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Afghan authorities", 0), Some("Taliban"));
    assert_eq!(
        actor(&annotated, "The Taliban administration", 0),
        Some("Taliban")
    );
    assert_eq!(
        actor(&annotated, "TTP", 0),
        Some("Tehreek-e-Taliban Pakistan")
    );
}

#[test]
fn a_surname_and_a_title_find_the_person_and_others_stay_apart() {
    let annotated = document(
        None,
        &[
            "Spokesperson|NOUN|2|nmod:desc Lena|PROPN|5|nsubj|B-PERSON Maria|PROPN|2|flat|I-PERSON Orlik|PROPN|2|flat|I-PERSON spoke|VERB|0|root .|PUNCT|5|punct",
            "Minister|NOUN|2|nmod:desc Tom|PROPN|5|nsubj|B-PERSON Orlik|PROPN|2|flat|I-PERSON Maier|PROPN|2|flat|I-PERSON left|VERB|0|root .|PUNCT|5|punct",
            "Orlik|PROPN|2|nsubj|B-PERSON agreed|VERB|0|root .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Orlik", 0), Some("Lena Maria Orlik"));
    // A title before a name is told of the actor and is no mention of its own.
    let lena = &annotated.mentions[0];
    let lena = &annotated.actors[lena.actor.expect("a name has an actor")];
    assert_eq!(lena.titles, ["Spokesperson"]);
    assert_eq!(annotated.slice(annotated.mentions[0].span), lena.name);
    assert_eq!(
        actor(&annotated, "Tom Orlik Maier", 0),
        Some("Tom Orlik Maier")
    );
}

#[test]
fn a_pronoun_means_the_subject_before_it_and_never_its_own_subject() {
    let annotated = document(
        None,
        &[
            "Mrs.|NOUN|2|nmod:desc Orlik|PROPN|3|nsubj|B-PERSON met|VERB|0|root Mr.|NOUN|5|nmod:desc Stein|PROPN|3|obj|B-PERSON .|PUNCT|3|punct",
            "She|PRON|2|nsubj thanked|VERB|0|root him|PRON|2|obj .|PUNCT|2|punct",
            "Its|PRON|2|nmod:poss army|NOUN|3|nsubj left|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    assert_eq!(actor(&annotated, "She", 0), Some("Orlik"));
    assert_eq!(actor(&annotated, "him", 0), Some("Stein"));
    let nobody = |mention: &Mention| annotated.slice(mention.span) != "Its";
    assert!(annotated.mentions.iter().all(nobody), "it is nobody here");
}

#[test]
fn a_definite_noun_means_the_last_group_of_its_kind() {
    let annotated = document(
        None,
        &[
            "Boko|PROPN|3|nsubj|B-ORG Haram|PROPN|1|flat|I-ORG fled|VERB|0|root .|PUNCT|3|punct",
            "The|DET|3|det militant|ADJ|3|amod group|NOUN|4|nsubj returned|VERB|0|root .|PUNCT|4|punct",
            "A|DET|3|det militant|ADJ|3|amod group|NOUN|4|nsubj came|VERB|0|root .|PUNCT|4|punct",
        ],
    );
    assert_eq!(
        actor(&annotated, "The militant group", 0),
        Some("Boko Haram")
    );
    assert_ne!(actor(&annotated, "A militant group", 0), Some("Boko Haram"));
}

#[test]
fn acronyms_in_brackets_stand_for_the_name_before_them() {
    let annotated = document(
        None,
        &[
            "The|DET|3|det Harbour|PROPN|3|compound|B-ORG Watch|PROPN|8|nsubj|I-ORG Trust|PROPN|3|flat|I-ORG (|PUNCT|6|punct HWT|PROPN|3|appos|B-ORG )|PUNCT|6|punct sued|VERB|0|root .|PUNCT|8|punct",
            "HWT|PROPN|2|nsubj|B-ORG won|VERB|0|root .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "HWT", 1), Some("Harbour Watch Trust"));
}

#[test]
fn every_mention_gives_back_its_words_and_points_at_an_actor_that_is_there() {
    let annotated = document(
        None,
        &[VISIT, "They|PRON|2|nsubj left|VERB|0|root .|PUNCT|2|punct"],
    );
    for mention in &annotated.mentions {
        let tokens = &annotated.sentences[mention.sentence].tokens;
        assert_eq!(tokens[mention.tokens.start].span.start, mention.span.start);
        assert_eq!(tokens[mention.tokens.end - 1].span.end, mention.span.end);
        assert!(mention.tokens.holds(mention.head));
        assert!(
            mention
                .actor
                .is_none_or(|actor| actor < annotated.actors.len())
        );
    }
}

#[test]
fn broken_trees_do_no_harm() {
    let annotated = document(
        None,
        &["his|PRON|2|nmod:poss friend|NOUN|1|obj Lee|PROPN|9|nsubj|I-PERSON it|PRON|4|x|"],
    );
    assert!(annotated.mentions.len() >= 2);
}

#[test]
fn a_body_and_its_people_belong_to_whom_the_words_beside_them_name() {
    let annotated = document(
        None,
        &[
            "Norway|PROPN|3|nmod:poss|B-GPE 's|PART|1|case army|NOUN|4|nsubj left|VERB|0|root .|PUNCT|4|punct",
            "\"|PUNCT|6|punct We|PRON|6|nsubj left|VERB|6|ccomp Oslo|PROPN|3|obj|B-GPE ,|PUNCT|6|punct \"|PUNCT|6|punct army|NOUN|8|compound spokesman|NOUN|9|nmod:desc Ola|PROPN|11|nsubj|B-PERSON Vik|PROPN|9|flat|I-PERSON said|VERB|0|root .|PUNCT|11|punct",
        ],
    );
    let find = |name: &str| annotated.actors.iter().find(|actor| actor.name == name);
    let ola = find("Ola Vik").expect("named");
    let owner = ola
        .belongs_to
        .map(|owner| annotated.actors[owner].name.as_str());
    assert_eq!(owner, Some("Norway 's army"));
    assert_eq!(ola.titles, ["army spokesman"]);
}

#[test]
fn the_envoy_whose_name_stands_between_commas_is_that_person() {
    let annotated = document(
        None,
        &[
            "Norway|PROPN|3|nmod:poss|B-GPE 's|PART|1|case envoy|NOUN|10|nsubj for|ADP|5|case Chad|PROPN|3|nmod|B-GPE ,|PUNCT|3|punct Ola|PROPN|3|appos|B-PERSON Vik|PROPN|7|flat|I-PERSON ,|PUNCT|3|punct left|VERB|0|root .|PUNCT|10|punct",
            "The|DET|2|det Orlik|PROPN|3|compound|B-ORG union|NOUN|4|nsubj praised|VERB|0|root him|PRON|4|obj .|PUNCT|4|punct",
            "Orlik|PROPN|2|nsubj|B-ORG left|VERB|0|root .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Norway 's envoy", 0), Some("Ola Vik"));
    assert_eq!(
        actor(&annotated, "The Orlik union", 0),
        actor(&annotated, "Orlik", 0)
    );
}
