//! The figures of a treebank.

use std::path::Path;

use rayon::prelude::*;

use crate::annotate::{Models, annotate};
use crate::evaluate::error::EvaluateError;
use crate::evaluate::figure::Measured;
use crate::evaluate::gold_file::documents;
use crate::read::{InputFormat, Reader};
use crate::text::{Document, Given};

use super::compare::TreeCounts;
use super::treebank::Treebank;

/// The figures of a CoNLL-U file: first with its tokens given, then from its running text.
pub(in crate::evaluate) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let documents = documents(path, InputFormat::Conllu)?;
    let mut gold = Treebank::default();
    for document in &documents {
        let given = document.given.iter().flat_map(|given| &given.sentences);
        gold.add(&document.text, &given.cloned().collect::<Vec<_>>());
    }
    let text = running_text(
        documents
            .iter()
            .filter_map(|document| document.given.as_ref()),
    );
    let raw = Reader::new(InputFormat::Text).text("text", text)?;
    let (given, raw) = rayon::join(|| parsed(documents, models), || parsed(vec![raw], models));
    let compare = |system: &Treebank| {
        let differ = |at| {
            let problem = format!("the sentences and their `# text` differ after {at} letters");
            EvaluateError::malformed(path, 1, problem)
        };
        TreeCounts::compare(&gold, system).map_err(differ)
    };
    let (given, raw) = (compare(&given)?, compare(&raw)?);
    let mut measured = Measured::default();
    let [upos, xpos, lemmas] = given.tags();
    let [uas, las, clas, _] = given.trees();
    let [tokens, sentences] = raw.cuts();
    for (name, value) in [
        ("UPOS", upos),
        ("XPOS", xpos),
        ("Lemmas", lemmas),
        ("UAS", uas),
        ("LAS", las),
        ("CLAS", clas),
        ("raw Tokens", tokens),
        ("raw Sentences", sentences),
        ("raw LAS", raw.trees()[1]),
    ] {
        measured.add(name, value);
    }
    Ok(measured)
}

fn parsed(documents: Vec<Document>, models: &Models) -> Treebank {
    let annotated: Vec<_> = (documents.into_par_iter())
        .map(|document| annotate(document, models))
        .collect();
    let mut treebank = Treebank::default();
    for annotated in &annotated {
        treebank.add(&annotated.document.text, &annotated.sentences);
    }
    treebank
}

/// The text of a treebank: its sentences in their paragraphs.
fn running_text<'g>(documents: impl Iterator<Item = &'g Given>) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut glued = true;
    for given in documents {
        for (sentence, comments) in given.sentences.iter().zip(&given.comments) {
            let opens = |comment: &&String| {
                comment.starts_with("# newdoc") || comment.starts_with("# newpar")
            };
            let opens = comments.iter().find(opens).is_some();
            let text = comments
                .iter()
                .find_map(|comment| comment.strip_prefix("# text = "));
            let Some(text) = text else { continue };
            match paragraphs.last_mut() {
                Some(paragraph) if !opens => {
                    paragraph.push_str(if glued { "" } else { " " });
                    paragraph.push_str(text);
                }
                _ => paragraphs.push(text.to_owned()),
            }
            glued = sentence
                .tokens
                .last()
                .is_some_and(|token| !token.space_after);
        }
    }
    paragraphs.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::conllu;

    #[test]
    fn the_text_of_a_treebank_has_its_paragraphs() {
        let row = |form: &str, misc: &str| format!("1\t{form}\t_\tX\t_\t_\t0\troot\t_\t{misc}\n\n");
        let text = format!(
            "# newpar\n# text = Ann\n{}# text = Bo.\n{}# text = Cy\n{}# newpar\n# text = Di\n{}",
            row("Ann", "_"),
            row("Bo.", "SpaceAfter=No"),
            row("Cy", "_"),
            row("Di", "_"),
        );
        let (documents, _) = conllu::read("test", &text);
        let given = documents
            .iter()
            .filter_map(|document| document.given.as_ref());
        assert_eq!(running_text(given), "Ann Bo.Cy\n\nDi\n");
    }
}
