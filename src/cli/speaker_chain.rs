//! Chains of speakers as text: `officials → (reportedly) the Taliban leadership`.

/// A link of a chain.
pub(super) struct ChainLink {
    /// The words for the speaker; empty where the text names nobody.
    pub(super) words: String,
    /// The words of the cue.
    pub(super) cue: String,
}

/// The links, outermost first, with arrows. A cue without a speaker is in brackets before the next speaker.
pub(super) fn line_of(links: impl IntoIterator<Item = ChainLink>) -> String {
    let mut line = String::new();
    let mut named = true;
    for link in links {
        if !line.is_empty() {
            line.push_str(if named { " → " } else { " " });
        }
        named = !link.words.is_empty();
        if named {
            line.push_str(&link.words);
        } else {
            line.push('(');
            line.push_str(&link.cue.to_lowercase());
            line.push(')');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(links: &[(&str, &str)]) -> String {
        let link = |&(words, cue): &(&str, &str)| ChainLink {
            words: words.into(),
            cue: cue.into(),
        };
        line_of(links.iter().map(link))
    }

    #[test]
    fn hearsay_without_a_speaker_stands_in_brackets_before_the_next_one() {
        let chain = [("aides", "say"), ("", "reportedly"), ("the emir", "warned")];
        assert_eq!(line(&chain), "aides → (reportedly) the emir");
        assert_eq!(line(&chain[..2]), "aides → (reportedly)");
        assert_eq!(
            line(&[("", "is said"), ("", "reportedly")]),
            "(is said) (reportedly)"
        );
    }
}
