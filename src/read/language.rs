//! Tells that a document is not in English.

use crate::text::Document;

/// Less text than this may be but names; in bytes.
const ENOUGH: usize = 40;
/// How many bytes are examined.
const PLENTY: usize = 4000;

/// The name of the document's language if it is reliably not English; short texts count as English.
pub fn foreign(document: &Document) -> Option<&'static str> {
    let mut sample = String::new();
    for block in &document.blocks {
        sample.push_str(document.slice(block.span));
        sample.push('\n');
        if sample.len() > PLENTY {
            break;
        }
    }
    let found = whatlang::detect(&sample)?;
    // One word in another script is enough; which of its languages it is may remain uncertain.
    let sure =
        found.script() != whatlang::Script::Latin || sample.len() >= ENOUGH && found.is_reliable();
    (sure && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text;

    #[test]
    fn what_is_surely_in_another_language_is_foreign_and_names_are_of_none() {
        let german = "Die Minister beider Länder trafen sich am Montag in Genf, um über die Öffnung der Grenze zu \
                      beraten. Sie einigten sich darauf, den Übergang am Fluss wieder zu öffnen und gemeinsam zu \
                      bewachen. Die Regierung teilte mit, dass die Soldaten sich bis zum Ende des Monats aus dem \
                      Tal zurückziehen würden, und dass beide Seiten weiter miteinander sprechen wollten.";
        assert_eq!(foreign(&text("a", german)), Some("German"));
        for (sentence, language) in [
            (
                "Der Kanzler hat am Dienstag in Berlin mit dem Präsidenten gesprochen.",
                Some("German"),
            ),
            ("中国敦促巴基斯坦对话。", Some("Mandarin")),
            ("Die Minister", None),
            ("Muttaqi met Ishaq Dar in Kabul and Urumqi.", None),
            (
                "Erdoğan said Sánchez and Møller rejected Özdemir's plan.",
                None,
            ),
        ] {
            assert_eq!(foreign(&text("a", sentence)), language, "{sentence}");
        }
        let english = "The ministers of both countries met in Geneva on Monday to talk about the border. They \
                       agreed to open the crossing at the river again and to guard it together from next week on.";
        assert_eq!(foreign(&text("a", english)), None);
    }
}
