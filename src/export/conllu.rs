//! CoNLL-U: sentences with tags and dependency trees.

use std::fmt::Write;

use crate::annotate::Annotated;

/// Appends the sentences of a document to `out`.
pub fn write(annotated: &Annotated, out: &mut String) {
    let given = annotated.document.given.as_ref();
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        match given.and_then(|given| given.comments.get(index)) {
            Some(comments) => comments.iter().for_each(|comment| line(out, comment)),
            None => {
                if index == 0 {
                    let _ = writeln!(
                        out,
                        "# newdoc id = {}",
                        annotated.document.id.replace('\n', " ")
                    );
                }
                let _ = writeln!(out, "# sent_id = {}", index + 1);
                let text = annotated
                    .slice(sentence.span)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                let _ = writeln!(out, "# text = {text}");
            }
        }
        let mut multiword = sentence.multiword.iter().peekable();
        for (number, token) in sentence.tokens.iter().enumerate() {
            let mut inside = false;
            if let Some(next) = multiword.next_if(|multiword| multiword.tokens.start == number) {
                let last = &sentence.tokens[next.tokens.end - 1];
                let (first, last, space) = (number + 1, next.tokens.end, misc(last.space_after));
                let form = solid(annotated.slice(next.span));
                let _ = writeln!(out, "{first}-{last}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{space}");
            }
            if let Some(whole) = sentence
                .multiword
                .iter()
                .find(|multiword| multiword.tokens.holds(number))
            {
                inside = whole.tokens.holds(number);
            }
            let head = token.head.map_or(0, |head| head + 1);
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}",
                number + 1,
                solid(&token.form),
                field(&token.lemma),
                token.upos,
                field(token.xpos.as_str()),
                field(&token.feats),
                head,
                field(token.deprel.as_str()),
                misc(inside || token.space_after),
            );
        }
        out.push('\n');
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn misc(space_after: bool) -> &'static str {
    if space_after { "_" } else { "SpaceAfter=No" }
}

fn field(value: &str) -> String {
    if value.is_empty() {
        "_".to_owned()
    } else {
        solid(value)
    }
}

/// Columns cannot contain tabs or line breaks.
fn solid(value: &str) -> String {
    value.replace(['\t', '\n', '\r'], " ")
}
