//! The lemmatizer: a tagged word → its dictionary form.
//!
//! In: sentences with forms, parts of speech and, where there are trees, relations. Out: `lemma` of every token that
//! had none, in the conventions of the English UD treebanks: `me` → `I`, `n't` → `not`, names keep their capitals.

use smol_str::{SmolStr, format_smolstr};

use super::inflection::{gerund, past, positive, singular, third_person};
use crate::lexicon::{InflectionLists, lower};
use crate::text::{Deprel, Sentence, Token, Upos, Xpos};

/// Fills in the lemmas that are empty.
pub fn lemmatize(sentence: &mut Sentence, lists: &InflectionLists) {
    let loud = is_loud(sentence);
    for index in 0..sentence.tokens.len() {
        if sentence.tokens[index].lemma.is_empty() {
            let found = lemma(sentence, index, loud, lists);
            let token = &mut sentence.tokens[index];
            // Of a soft hyphen that stands alone nothing is left; no word is without a lemma.
            token.lemma = if found.is_empty() {
                token.form.clone()
            } else {
                found
            };
        }
    }
}

/// Whether a sentence is written in capitals throughout, so that capitals mark no names.
fn is_loud(sentence: &Sentence) -> bool {
    let words = sentence
        .tokens
        .iter()
        .filter(|token| token.form.chars().any(char::is_alphabetic));
    let (mut count, mut loud) = (0, 0);
    for word in words {
        count += 1;
        loud += usize::from(!word.form.chars().any(char::is_lowercase));
    }
    count > 3 && loud * 4 > count * 3
}

fn lemma(sentence: &Sentence, index: usize, loud: bool, lists: &InflectionLists) -> SmolStr {
    let token = &sentence.tokens[index];
    if matches!(token.upos, Upos::Punct | Upos::Sym) {
        return mark(&token.form);
    }
    let form = plain(&token.form);
    if is_perfect(sentence, index, &form) {
        return SmolStr::new_static("have");
    }
    let is_number = token.xpos == Xpos::Cd;
    let follows_number = || index > 0 && sentence.tokens[index - 1].xpos == Xpos::Cd;
    if let Some(lemma) = lists.special(&form, token.xpos.as_str())
        && (!is_number || follows_number())
    {
        return lemma;
    }
    match token.xpos {
        Xpos::Vbz => third_person(&form, lists),
        Xpos::Vbd | Xpos::Vbn => past(&form, lists),
        Xpos::Vbg => gerund(&form, lists),
        Xpos::Nn => noun(token, form, lists),
        Xpos::Nns => plural(token, &form, lists),
        Xpos::Nnp => name(token, &form, loud, lists),
        Xpos::Nnps => capitalised(&singular(&form, lists), &token.form),
        Xpos::Jj if token.form.contains('-') => after_prefix(&token.form, form),
        Xpos::Jj if lists.proper_adjectives.has(&token.form) => token.form.clone(),
        Xpos::Jjr | Xpos::Jjs | Xpos::Rbr | Xpos::Rbs => positive(&form, lists),
        Xpos::Cd => number(token, &form),
        Xpos::Add | Xpos::Fw | Xpos::Ls | Xpos::Gw => token.form.clone(),
        Xpos::Unset => untagged(token, form),
        _ => form,
    }
}

/// `'s` before a past participle that it helps to form: `he's gone`, but not `he's accused`.
fn is_perfect(sentence: &Sentence, index: usize, form: &str) -> bool {
    let token = &sentence.tokens[index];
    let short = token.xpos == Xpos::Vbz && matches!(form, "'s" | "s");
    let head = token.head.and_then(|head| sentence.tokens.get(head));
    short
        && token.deprel == Deprel::Aux
        && head.is_some_and(|head| matches!(head.xpos, Xpos::Vbn | Xpos::Vbd))
}

/// The form in lower case with a straight apostrophe.
fn plain(form: &str) -> SmolStr {
    let form = lower(form);
    if form.is_ascii() && !form.contains('`') {
        return form;
    }
    let straight = form.chars().filter(|c| *c != '\u{ad}').map(|c| match c {
        '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
        other => other,
    });
    straight.collect()
}

/// Quotation marks and dashes of one kind have one lemma.
fn mark(form: &str) -> SmolStr {
    SmolStr::new(match form {
        "“" | "”" | "„" | "«" | "»" | "``" => "\"",
        "‘" | "’" => "'",
        "‘’" => "''",
        "–" | "‐" => "-",
        "’’" => "''",
        other => other,
    })
}

fn noun(token: &Token, form: SmolStr, lists: &InflectionLists) -> SmolStr {
    let written = token.form.as_str();
    let letters = written.chars().count();
    let code = !written.chars().any(char::is_lowercase)
        && (letters == 1 || written.chars().any(|c| c.is_ascii_digit()));
    if code || lists.capital_nouns.has(written) {
        token.form.clone()
    } else {
        after_prefix(written, form)
    }
}

/// `anti-American`, `Pro-Beijing`: the name behind the prefix keeps its capital.
fn after_prefix(written: &str, form: SmolStr) -> SmolStr {
    match written.split_once('-') {
        Some((prefix, name))
            if name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase) =>
        {
            format_smolstr!("{}-{name}", lower(prefix))
        }
        _ => form,
    }
}

fn plural(token: &Token, form: &str, lists: &InflectionLists) -> SmolStr {
    match token.form.strip_suffix('s') {
        // `NGOs`
        Some(stem) if stem.len() > 1 && stem.chars().all(char::is_uppercase) => SmolStr::new(stem),
        _ => singular(form, lists),
    }
}

fn name(token: &Token, form: &str, loud: bool, lists: &InflectionLists) -> SmolStr {
    match token.upos {
        // `the United Nations`
        Upos::Verb if form.ends_with("ed") => capitalised(&past(form, lists), &token.form),
        Upos::Verb if form.ends_with("ing") => capitalised(&gerund(form, lists), &token.form),
        // Short names in capitals are acronyms, long ones are shouted.
        _ if is_shouted(&token.form, if loud { 5 } else { 6 }) => capitalise(form),
        _ => token.form.clone(),
    }
}

/// `lemma` with the capitals that `written` has.
fn capitalised(lemma: &str, written: &str) -> SmolStr {
    match written.get(..lemma.len()) {
        Some(same)
            if same.eq_ignore_ascii_case(lemma)
                && written.len() <= lemma.len() + 2
                && !is_shouted(written, 4) =>
        {
            SmolStr::new(same)
        }
        _ => capitalise(lemma),
    }
}

/// Whether a word of at least so many letters is all in capitals.
fn is_shouted(written: &str, letters: usize) -> bool {
    written.chars().count() >= letters && written.chars().all(char::is_uppercase)
}

fn capitalise(word: &str) -> SmolStr {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => format_smolstr!("{}{}", first.to_uppercase(), letters.as_str()),
        None => SmolStr::default(),
    }
}

/// Digits without the commas between thousands; Roman numerals as they are.
fn number(token: &Token, form: &str) -> SmolStr {
    let digits = form.starts_with(|c: char| c.is_ascii_digit());
    if digits && form.contains(',') {
        form.chars().filter(|&c| c != ',').collect()
    } else if form.chars().all(|c| "ivxlcdm".contains(c)) {
        token.form.clone()
    } else {
        SmolStr::new(form)
    }
}

fn untagged(token: &Token, form: SmolStr) -> SmolStr {
    match token.upos {
        Upos::Propn | Upos::X => token.form.clone(),
        _ => form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    /// The lemmas of words given as `form/XPOS` or `form/XPOS/UPOS`, each hanging on the word that follows it.
    fn lemmas(words: &str) -> String {
        let lists =
            InflectionLists::load(&Source::embedded()).expect("the lists are of their form");
        let token = |(index, word): (usize, &str)| {
            let mut parts = word.split('/');
            Token {
                form: parts.next().unwrap_or("").into(),
                xpos: parts.next().unwrap_or("").into(),
                upos: parts
                    .next()
                    .and_then(|upos| upos.parse().ok())
                    .unwrap_or(Upos::Noun),
                deprel: Deprel::Aux,
                head: Some(index + 1),
                ..Token::default()
            }
        };
        let mut sentence = Sentence {
            tokens: words.split(' ').enumerate().map(token).collect(),
            ..Sentence::default()
        };
        lemmatize(&mut sentence, &lists);
        let lemmas: Vec<&str> = sentence
            .tokens
            .iter()
            .map(|token| token.lemma.as_str())
            .collect();
        lemmas.join(" ")
    }

    #[test]
    fn regular_verbs_get_their_spelling_back() {
        assert_eq!(
            lemmas("planned/VBD stopped/VBN called/VBD travelled/VBD"),
            "plan stop call travel"
        );
        assert_eq!(
            lemmas("accused/VBD urged/VBD required/VBN agreed/VBD"),
            "accuse urge require agree"
        );
        assert_eq!(
            lemmas("visited/VBD created/VBN repeated/VBD denied/VBD"),
            "visit create repeat deny"
        );
        assert_eq!(
            lemmas("hosting/VBG changing/VBG dying/VBG shelling/VBG"),
            "host change die shell"
        );
        assert_eq!(
            lemmas("warns/VBZ denies/VBZ pushes/VBZ goes/VBZ"),
            "warn deny push go"
        );
    }

    #[test]
    fn irregular_forms_come_from_lists() {
        assert_eq!(
            lemmas("sought/VBD overthrown/VBN men/NNS crises/NNS"),
            "seek overthrow man crisis"
        );
        assert_eq!(
            lemmas("worse/JJR best/RBS people/NNS Aircraft/NNS"),
            "bad well people aircraft"
        );
    }

    #[test]
    fn plurals_become_singular() {
        assert_eq!(
            lemmas("ministries/NNS churches/NNS gunmen/NNS moves/NNS"),
            "ministry church gunman move"
        );
        assert_eq!(
            lemmas("NGOs/NNS 1990s/NNS Statements/NNS"),
            "NGO 1990s statement"
        );
    }

    #[test]
    fn names_keep_their_capitals_and_common_words_lose_them() {
        assert_eq!(
            lemmas("Kabul/NNP/PROPN TTP/NNP/PROPN Islands/NNPS/PROPN"),
            "Kabul TTP Island"
        );
        assert_eq!(
            lemmas("Talks/NNS Pakistani/JJ/ADJ Foreign/JJ/ADJ"),
            "talk Pakistani foreign"
        );
        assert_eq!(
            lemmas("United/NNP/VERB anti-American/JJ/ADJ"),
            "Unite anti-American"
        );
    }

    #[test]
    fn clitics_have_the_lemma_of_the_whole_word() {
        assert_eq!(lemmas("ca/MD n’t/RB me/PRP 's/POS"), "can not I 's");
        assert_eq!(lemmas("’s/VBZ/AUX gone/VBN"), "have go");
        assert_eq!(lemmas("'s/VBZ/AUX ready/JJ"), "be ready");
    }

    #[test]
    fn numbers_and_marks_have_one_spelling() {
        assert_eq!(
            lemmas("12,500/CD/NUM bn/CD/NUM “/``/PUNCT"),
            "12500 billion \""
        );
    }
}
