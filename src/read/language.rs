//! Tells that a document is not in English.

use crate::text::Document;

/// Less text than this tells no language reliably; in bytes.
const ENOUGH: usize = 200;
/// More text than this tells nothing new; in bytes.
const PLENTY: usize = 4000;

/// The name of the document's language if that is reliably another than English.
pub(super) fn foreign(document: &Document) -> Option<&'static str> {
    let mut sample = String::new();
    for block in &document.blocks {
        sample.push_str(document.slice(block.span));
        sample.push('\n');
        if sample.len() > PLENTY {
            break;
        }
    }
    if sample.len() < ENOUGH {
        return None;
    }
    let found = whatlang::detect(&sample)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text;

    #[test]
    fn only_a_long_enough_text_in_another_language_is_foreign() {
        let german = "Die Minister beider Länder trafen sich am Montag in Genf, um über die Öffnung der Grenze zu \
                      beraten. Sie einigten sich darauf, den Übergang am Fluss wieder zu öffnen und gemeinsam zu \
                      bewachen. Die Regierung teilte mit, dass die Soldaten sich bis zum Ende des Monats aus dem \
                      Tal zurückziehen würden, und dass beide Seiten weiter miteinander sprechen wollten.";
        assert_eq!(foreign(&text("a", german)), Some("German"));
        assert_eq!(foreign(&text("a", "Die Minister")), None);
        let english = "The ministers of both countries met in Geneva on Monday to talk about the border. They \
                       agreed to open the crossing at the river again and to guard it together from next week on.";
        assert_eq!(foreign(&text("a", english)), None);
    }
}
