//! Facts as flat triples, one a line: `document  sentence  confidence  subject  relation  object`.

use std::fmt::Write;

use crate::extract::Fact;

/// The header line.
pub const HEADER: &str = "document\tsentence\tconfidence\tsubject\trelation\tobject\n";

/// Appends the facts of a document; tabs and line breaks within a slot become blanks.
pub fn write(document: &str, facts: &[Fact], out: &mut String) {
    for fact in facts {
        let [document, subject, relation, object] =
            [document, &fact.subject, &fact.relation, &fact.object].map(on_one_line);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{document}\t{}\t{:.3}\t{subject}\t{relation}\t{object}",
            fact.sentence, fact.confidence
        );
    }
}

fn on_one_line(slot: &str) -> String {
    slot.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_within_a_slot_does_not_break_the_line() {
        let fact = Fact {
            sentence: 3,
            confidence: 0.8,
            subject: "the\nharbour\tauthority".into(),
            relation: "closed".into(),
            object: "two piers".into(),
        };
        let mut out = String::new();
        write("a.txt", &[fact], &mut out);
        assert_eq!(
            out,
            "a.txt\t3\t0.800\tthe harbour authority\tclosed\ttwo piers\n"
        );
    }
}
