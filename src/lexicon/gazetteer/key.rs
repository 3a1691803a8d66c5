//! Brings names to one spelling, so that a name in a list and the same name in a text meet.
//!
//! In: words as lists and tokenizers cut them. Out: pieces in lower case, without accents, dots and apostrophes, separated
//! at hyphens: `Tehreek-e-Taliban`, `Tehreek`+`-`+`e`+`-`+`Taliban` and `Tehrik-i-Taliban`'s middle all
//! become the same kind of sequence.

/// Adds the pieces of a word to `key`, separated by blanks; returns how many were added.
pub(super) fn push(key: &mut String, word: &str) -> usize {
    let mut added = 0;
    let mut start = None;
    let mut rest = word.chars();
    while let Some(c) = rest.next() {
        let parts = is_hyphen(c) || c.is_whitespace() || matches!(c, '/' | '&');
        if parts || (matches!(c, '\'' | '’') && is_genitive(rest.as_str())) {
            added += usize::from(close(key, start.take()));
        } else if c.is_alphanumeric() || c == '+' {
            start.get_or_insert_with(|| {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.len()
            });
            fold(key, c);
        }
    }
    added + usize::from(close(key, start))
}

/// Ends the piece that starts at `start`; says whether there is one.
fn close(key: &mut String, start: Option<usize>) -> bool {
    match start {
        Some(start) if start > 0 => {
            unify_particle(key, start);
            true
        }
        start => start.is_some(),
    }
}

/// A name in the spelling by which names are compared: pieces in lower case, without accents, dots and apostrophes, separated by
/// blanks, also at hyphens.
///
/// ```
/// use actant::lexicon::name_key;
///
/// assert_eq!(name_key("Tehreek-e-Taliban"), name_key("TEHREEK i Taliban"));
/// assert_eq!(name_key("Erdoğan"), "erdogan");
/// ```
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    push(&mut key, name);
    key
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// Whether what follows an apostrophe is the ending that tokenizers cut off: `People's`, not `Sana'a`.
fn is_genitive(rest: &str) -> bool {
    let after = rest.strip_prefix(['s', 'S']);
    after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// The particles of Persian and Arabic names are written in several ways.
fn unify_particle(key: &mut String, start: usize) {
    let unified = match &key[start..] {
        "i" => "e",
        "ul" | "el" => "al",
        _ => return,
    };
    key.truncate(start);
    key.push_str(unified);
}

/// Lower case without accents.
fn fold(key: &mut String, c: char) {
    if c.is_ascii() {
        key.push(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        let plain = match lower {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
            'ð' | 'ď' | 'đ' => "d",
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
            'ğ' | 'ĝ' | 'ġ' | 'ģ' => "g",
            'ĥ' | 'ħ' => "h",
            'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
            'ķ' => "k",
            'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
            'ñ' | 'ń' | 'ņ' | 'ň' => "n",
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
            'œ' => "oe",
            'ŕ' | 'ř' => "r",
            'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => "s",
            'ß' => "ss",
            'ţ' | 'ť' | 'ț' | 'ŧ' => "t",
            'þ' => "th",
            'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
            'ý' | 'ÿ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            '\u{300}'..='\u{36f}' => "",
            other => {
                key.push(other);
                continue;
            }
        };
        key.push_str(plain);
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn one_name_spelt_in_several_ways_has_one_key() {
        for (one, other) in [
            ("Tehreek-e-Taliban", "Tehreek - e - Taliban"),
            ("Tehreek-e-Taliban", "TEHREEK-i-TALIBAN"),
            ("U.S.", "US"),
            ("São Paulo", "Sao Paulo"),
            ("People's Party", "People ’s Party"),
            ("Sana'a", "Sanaa"),
            ("Seif ul Islam", "Seif al-Islam"),
        ] {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
        assert_ne!(key("Mali"), key("Malé"));
        assert_eq!(key("- –"), "");
    }
}
