//! Morphological features by rule: from tag, form and relation.
//!
//! In: sentences with tags and, where there are trees, relations. Out: `feats` of every token that had none, in the
//! names and order of Universal Dependencies (`Number=Plur|Person=3`). Coreference asks them for number and gender,
//! the extraction of statements for tense and voice.

use smol_str::{SmolStr, format_smolstr};

use crate::lexicon::{InflectionLists, lower};
use crate::text::{Deprel, Sentence, Token, Upos, Xpos};

/// Fills in the features that are empty.
pub fn inflect(sentence: &mut Sentence, lists: &InflectionLists) {
    let auxiliaries = auxiliaries(sentence);
    for (index, found) in auxiliaries.iter().enumerate() {
        if sentence.tokens[index].feats.is_empty() {
            sentence.tokens[index].feats = feats(&sentence.tokens[index], *found, lists);
        }
    }
}

/// What stands around a verb, as far as its form depends on it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    /// It has an auxiliary of the passive.
    passive: bool,
    /// It has any other auxiliary.
    auxiliary: bool,
    /// It has a subject, or `to` before it.
    subject_or_to: bool,
}

fn auxiliaries(sentence: &Sentence) -> Vec<Around> {
    let mut around = vec![Around::default(); sentence.tokens.len()];
    for token in &sentence.tokens {
        let Some(found) = token.head.and_then(|head| around.get_mut(head)) else {
            continue;
        };
        match token.deprel {
            Deprel::AuxPass => found.passive = true,
            Deprel::Aux => found.auxiliary = true,
            Deprel::Nsubj | Deprel::Csubj | Deprel::Expl => found.subject_or_to = true,
            Deprel::Mark if token.xpos == Xpos::To => found.subject_or_to = true,
            _ => {}
        }
    }
    around
}

fn feats(token: &Token, around: Around, lists: &InflectionLists) -> SmolStr {
    let form = lower(&token.form);
    if let Some(feats) = lists.closed(&form, token.xpos.as_str()) {
        return with_case(feats, token);
    }
    SmolStr::new_static(match token.xpos {
        Xpos::Nn if matches!(token.upos, Upos::Noun | Upos::Propn) => "Number=Sing",
        Xpos::Nns => "Number=Plur",
        Xpos::Nnp if token.upos == Upos::Propn => "Number=Sing",
        Xpos::Nnp if token.upos == Upos::Adj => "Degree=Pos",
        Xpos::Nnps => "Number=Plur",
        Xpos::Jj if form.starts_with(|c: char| c.is_ascii_digit()) => {
            "Degree=Pos|NumForm=Combi|NumType=Ord"
        }
        Xpos::Jj => "Degree=Pos",
        Xpos::Jjr | Xpos::Rbr => "Degree=Cmp",
        Xpos::Jjs | Xpos::Rbs => "Degree=Sup",
        Xpos::Cd => number(&form),
        Xpos::Md => "VerbForm=Fin",
        Xpos::Vbz => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        Xpos::Vbp => "Mood=Ind|Tense=Pres|VerbForm=Fin",
        Xpos::Vbd => "Mood=Ind|Tense=Past|VerbForm=Fin",
        Xpos::Vb if is_imperative(token, around) => "Mood=Imp|VerbForm=Fin",
        Xpos::Vb => "VerbForm=Inf",
        Xpos::Vbn if is_passive(token, around) => "Tense=Past|VerbForm=Part|Voice=Pass",
        Xpos::Vbn => "Tense=Past|VerbForm=Part",
        Xpos::Vbg if is_gerund(token) => "VerbForm=Ger",
        Xpos::Vbg => "Tense=Pres|VerbForm=Part",
        _ => "",
    })
}

/// Pronouns with one form for subject and object (`it`, `you`) have the case of their relation.
fn with_case(feats: SmolStr, token: &Token) -> SmolStr {
    let personal = token.xpos == Xpos::Prp && feats.ends_with("PronType=Prs");
    if !personal || feats.starts_with("Case") {
        return feats;
    }
    let object = token.is_any(&[Deprel::Obj, Deprel::Iobj, Deprel::Obl, Deprel::Nmod]);
    format_smolstr!("Case={}|{feats}", if object { "Acc" } else { "Nom" })
}

fn number(form: &str) -> &'static str {
    let digit = |c: char| c.is_ascii_digit();
    match form {
        _ if form.contains(digit) && form.contains('/') => "NumForm=Digit|NumType=Frac",
        _ if form.contains(digit) => "NumForm=Digit|NumType=Card",
        _ => "NumForm=Word|NumType=Card",
    }
}

fn is_imperative(token: &Token, around: Around) -> bool {
    let free = !around.auxiliary && !around.passive && !around.subject_or_to;
    free && token.upos == Upos::Verb && token.is_any(&[Deprel::Root, Deprel::Parataxis])
}

/// `was seized`, `the seized cargo`, but not `has seized`.
fn is_passive(token: &Token, around: Around) -> bool {
    let verb = token.upos == Upos::Verb;
    verb && (around.passive
        || !around.auxiliary
            && token.is_any(&[Deprel::Acl, Deprel::Advcl, Deprel::Amod, Deprel::Xcomp]))
}

fn is_gerund(token: &Token) -> bool {
    let nominal = [
        Deprel::Nsubj,
        Deprel::Csubj,
        Deprel::Obj,
        Deprel::Obl,
        Deprel::Nmod,
        Deprel::Compound,
        Deprel::Ccomp,
    ];
    token.is_any(&nominal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    fn token(form: &str, upos: Upos, xpos: Xpos, head: Option<usize>, deprel: Deprel) -> Token {
        Token {
            form: form.into(),
            upos,
            xpos,
            head,
            deprel,
            ..Token::default()
        }
    }

    #[test]
    fn pronouns_have_person_and_case_and_participles_voice() {
        let lists =
            InflectionLists::load(&Source::embedded()).expect("the lists are of their form");
        let mut sentence = Sentence {
            tokens: vec![
                token("She", Upos::Pron, Xpos::Prp, Some(2), Deprel::NsubjPass),
                token("was", Upos::Aux, Xpos::Vbd, Some(2), Deprel::AuxPass),
                token("seen", Upos::Verb, Xpos::Vbn, None, Deprel::Root),
                token("leaving", Upos::Verb, Xpos::Vbg, Some(2), Deprel::Xcomp),
                token("it", Upos::Pron, Xpos::Prp, Some(3), Deprel::Obj),
            ],
            ..Sentence::default()
        };
        inflect(&mut sentence, &lists);
        let value = |index: usize, name: &str| sentence.tokens[index].feature(name);
        assert_eq!(value(0, "Gender"), Some("Fem"));
        assert_eq!(value(0, "Case"), Some("Nom"));
        assert_eq!(value(2, "Voice"), Some("Pass"));
        assert_eq!(value(3, "Voice"), None);
        assert_eq!(value(4, "Case"), Some("Acc"));
    }
}
