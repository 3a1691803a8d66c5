//! A small model of random numbers, for tests.

use crate::model::assemble;

use super::low_bit::pack;
use super::{EncoderShape, KIND};

/// Numbers without a pattern, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % most
    }

    fn matrix(&mut self, rows: usize, columns: usize, bits: usize) -> Vec<u8> {
        let scales: Vec<f32> = (0..rows)
            .map(|_| self.below(9) as f32 / 900.0 + 0.01)
            .collect();
        let multipliers = (63 >> (bits - 1)).max(1);
        pack(columns, bits, &scales, || {
            let code = self.below(1 << bits) as u8;
            (code, 1 + self.below(multipliers) as u8)
        })
    }

    fn numbers(&mut self, count: usize) -> Vec<u8> {
        let number = |_| self.below(2001) as f32 / 1000.0 - 1.0;
        (0..count).map(number).flat_map(f32::to_le_bytes).collect()
    }
}

/// The sizes of the sample.
pub(crate) fn shape() -> EncoderShape {
    let names = |names: &str| names.split(' ').map(str::to_owned).collect();
    EncoderShape {
        width: 64,
        layers: 2,
        heads: 2,
        inner: 96,
        positions: 40,
        shapes: 16,
        shape_width: 32,
        tag: 32,
        arc: 64,
        relation: 32,
        name: 32,
        pieces_per_word: 6,
        upos: names("NOUN VERB PROPN PUNCT"),
        xpos: names("NN VBD NNP . ,"),
        deprel: names("nsubj root obj punct"),
        names: names("O B-PERSON I-PERSON B-GPE I-GPE"),
    }
}

/// The parts of the sample.
pub(crate) fn parts() -> Vec<(String, Vec<u8>)> {
    let shape = shape();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let pieces = pieces();
    let (width, word) = (shape.width, shape.word());
    let mut matrices = vec![
        (
            "pieces.vectors".to_owned(),
            pieces.split('\n').count(),
            width,
        ),
        ("positions".to_owned(), shape.positions, width),
        ("shapes".to_owned(), shape.shapes, width),
        ("tag".to_owned(), shape.tag, word),
        ("upos".to_owned(), shape.upos.len(), shape.tag),
        ("xpos".to_owned(), shape.xpos.len(), shape.tag),
        ("dependent".to_owned(), shape.arc, word),
        ("head".to_owned(), shape.arc, word),
        ("arc".to_owned(), shape.arc, shape.arc),
        ("relation.dependent".to_owned(), shape.relation, word),
        ("relation.head".to_owned(), shape.relation, word),
        ("relation".to_owned(), shape.deprel.len(), shape.relation),
        ("name".to_owned(), shape.name, word),
        ("names".to_owned(), shape.names.len(), shape.name),
    ];
    let mut numbers = vec![
        ("embedding.norm".to_owned(), 2 * width),
        ("mix".to_owned(), shape.layers + 1),
        ("word.shapes".to_owned(), shape.shapes * shape.shape_width),
    ];
    for layer in 0..shape.layers {
        matrices.push((format!("layer.{layer}.qkv"), 3 * width, width));
        matrices.push((format!("layer.{layer}.output"), width, width));
        matrices.push((format!("layer.{layer}.inner"), shape.inner, width));
        matrices.push((format!("layer.{layer}.outer"), width, shape.inner));
        numbers.push((format!("layer.{layer}.norm1"), 2 * width));
        numbers.push((format!("layer.{layer}.norm2"), 2 * width));
    }
    for (name, rows, _) in &matrices[3..] {
        if name == "relation.head" {
            continue;
        }
        numbers.push((format!("{name}.bias"), *rows));
    }
    let json = serde_json::to_vec(&shape).expect("sizes and names have a form in JSON");
    let mut parts = vec![
        ("shape".to_owned(), json),
        ("pieces".to_owned(), pieces.into()),
    ];
    for (index, (name, rows, columns)) in matrices.into_iter().enumerate() {
        let bits = 2 + index % 6;
        parts.push((name, random.matrix(rows, columns, bits)));
    }
    for (name, count) in numbers {
        parts.push((name, random.numbers(count)));
    }
    parts
}

/// A vocabulary of single letters and three longer pieces.
fn pieces() -> String {
    let letters: String = ('a'..='z')
        .chain('0'..='9')
        .flat_map(|l| ['\n', l])
        .collect();
    let later = letters.replace('\n', "\n##");
    format!("[PAD]\n[UNK]\n[CLS]\n[SEP]\n.\n,{letters}{later}\nthe\nsaid\n##er")
}

/// The bytes of a model file of these parts.
pub(crate) fn file(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let sections: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_slice()))
        .collect();
    assemble(KIND, &sections)
}
