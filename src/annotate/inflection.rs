//! The spelling of English inflection, undone: `planned` → `plan`, `ministries` → `ministry`, `larger` → `large`.
//!
//! In: a form in lower case. Out: its dictionary form. Everything here is a rule about letters; words that follow none
//! stand in lists.

use smol_str::{SmolStr, format_smolstr};

use crate::lexicon::InflectionLists;

/// The dictionary form of a verb that ends in `-s`.
pub(super) fn third_person(form: &str, lists: &InflectionLists) -> SmolStr {
    lists.verbs.get(form).unwrap_or_else(|| without_s(form))
}

/// The dictionary form of a past tense or past participle.
pub(super) fn past(form: &str, lists: &InflectionLists) -> SmolStr {
    if let Some(lemma) = compound(form, |part| lists.verbs.get(part)) {
        return lemma;
    }
    match form.strip_suffix("ed") {
        Some(stem) if stem.ends_with('e') && stem.len() > 2 => {
            SmolStr::new(&form[..form.len() - 1])
        }
        Some(stem) if stem.len() > 1 => verb(stem, lists),
        _ => SmolStr::new(form),
    }
}

/// The dictionary form of a present participle or gerund.
pub(super) fn gerund(form: &str, lists: &InflectionLists) -> SmolStr {
    if let Some(lemma) = lists.verbs.get(form) {
        return lemma;
    }
    let stem = form
        .strip_suffix("ing")
        .or_else(|| form.strip_suffix("in'"));
    match stem {
        Some(stem) if stem.ends_with(['i', 'y', 'o']) => SmolStr::new(stem),
        Some(stem) if stem.len() > 1 => verb(stem, lists),
        _ => SmolStr::new(form),
    }
}

/// The singular of a plural noun.
pub(super) fn singular(form: &str, lists: &InflectionLists) -> SmolStr {
    if let Some(lemma) = compound(form, |part| lists.nouns.get(part)) {
        return lemma;
    }
    if let Some(stem) = form.strip_suffix("men").filter(|stem| stem.len() > 2) {
        return format_smolstr!("{stem}man");
    }
    let plain = form
        .strip_suffix("'s")
        .map(|stem| format_smolstr!("{stem}s"));
    let form = plain.as_deref().unwrap_or(form);
    // `the 1990s` have no singular.
    let counted = form.strip_suffix('s').unwrap_or(form);
    if counted.ends_with(|c: char| c.is_ascii_digit()) && form.len() > 3 {
        return SmolStr::new(form);
    }
    without_s(form)
}

/// The positive of a comparative (`-er`) or superlative (`-est`).
pub(super) fn positive(form: &str, lists: &InflectionLists) -> SmolStr {
    if let Some(lemma) = lists.comparatives.get(form) {
        return lemma;
    }
    let stem = form.strip_suffix("est").or_else(|| form.strip_suffix("er"));
    match stem {
        Some(stem) if stem.len() > 1 => verb(stem, lists),
        _ => SmolStr::new(form),
    }
}

/// What `find` says of the word, or of what follows its last hyphen, put back behind what stands before.
fn compound(form: &str, find: impl Fn(&str) -> Option<SmolStr>) -> Option<SmolStr> {
    if let Some(lemma) = find(form) {
        return Some(lemma);
    }
    let (first, last) = form.rsplit_once('-')?;
    find(last).map(|lemma| format_smolstr!("{first}-{lemma}"))
}

/// Takes the `-s` of a plural or third person away.
fn without_s(form: &str) -> SmolStr {
    let Some(stem) = form.strip_suffix('s') else {
        return SmolStr::new(form);
    };
    if stem.ends_with('s') || stem.len() < 2 {
        return SmolStr::new(form);
    }
    if let Some(root) = stem.strip_suffix("ie") {
        return match root.len() {
            0..=1 => SmolStr::new(stem),
            _ => format_smolstr!("{root}y"),
        };
    }
    let hissing = ["sse", "she", "che", "xe", "zze", "oe", "tze"];
    let hisses = hissing.iter().any(|ending| stem.ends_with(ending));
    SmolStr::new(if hisses {
        &stem[..stem.len() - 1]
    } else {
        stem
    })
}

/// The dictionary form of which `stem` is left when `-ed`, `-ing`, `-er` or `-est` is gone.
fn verb(stem: &str, lists: &InflectionLists) -> SmolStr {
    if let Some((first, last)) = stem.rsplit_once('-').filter(|(_, last)| last.len() > 1) {
        return format_smolstr!("{first}-{}", verb(last, lists));
    }
    if lists.without_e.has(stem) {
        return SmolStr::new(stem);
    }
    if lists.with_e.has(stem) {
        return format_smolstr!("{stem}e");
    }
    let mut letters = stem.chars().rev();
    let (Some(last), before) = (letters.next(), letters.next().unwrap_or(' ')) else {
        return SmolStr::new(stem);
    };
    if last == 'i' {
        return format_smolstr!("{}y", &stem[..stem.len() - 1]);
    }
    if last == before && !is_vowel(last) {
        let single = &stem[..stem.len() - last.len_utf8()];
        let undouble = match last {
            'l' => lists.doubled_l.has(single),
            's' | 'f' | 'z' => false,
            _ => true,
        };
        return SmolStr::new(if undouble { single } else { stem });
    }
    if takes_e(stem, last, before) {
        format_smolstr!("{stem}e")
    } else {
        SmolStr::new(stem)
    }
}

/// Whether a stem of this look has lost an `e`, going by its last letters.
fn takes_e(stem: &str, last: char, before: char) -> bool {
    let head = stem.strip_suffix(last);
    let Some(head) = head.and_then(|head| head.strip_suffix(before)) else {
        // A single letter, of whatever script, has lost nothing.
        return false;
    };
    // The `u` of `qu` is no vowel: `requir-ed`, `quot-ed`.
    let qu = head.ends_with("qu");
    if matches!(last, 'v' | 'u') {
        return true;
    }
    if !is_vowel(before) {
        let pair = &stem[head.len()..];
        return match last {
            'l' => !matches!(before, 'l' | 'r' | 'w'),
            'c' => matches!(before, 'n' | 'r' | 'l'),
            'g' => matches!(before, 'r' | 'd' | 'l'),
            's' => matches!(before, 'n' | 'r' | 'p' | 'l'),
            'z' => before != 'z' && before != 't',
            _ => matches!(pair, "lv" | "rv" | "tr" | "cr"),
        };
    }
    let two_vowels = stem.chars().rev().nth(2).is_some_and(is_vowel) && !qu;
    if two_vowels {
        return match last {
            'z' | 'c' | 'g' | 's' => true,
            't' => stem.ends_with("iat") || stem.ends_with("uat"),
            'd' => stem.ends_with("uad"),
            _ => false,
        };
    }
    let single = stem.chars().filter(|&c| is_vowel(c)).count() == 1;
    match (before, last) {
        (_, 'w' | 'x' | 'y' | 'h') => false,
        (_, 'c' | 'z' | 'g' | 's' | 'k' | 'b' | 'd' | 'f') => true,
        ('a' | 'o' | 'u', 't') => true,
        ('i' | 'e' | 'y', 't') => single && before == 'i',
        ('i' | 'o' | 'u' | 'y', 'l') => true,
        (_, 'l') => false,
        (_, 'm') => true,
        ('i' | 'u', 'n') => true,
        ('o', 'n') => single,
        (_, 'n') => false,
        ('o', 'p') => true,
        ('a' | 'i' | 'u' | 'y', 'p') => true,
        ('e', 'r') => false,
        (_, 'r') => true,
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
