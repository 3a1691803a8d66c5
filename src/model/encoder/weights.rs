//! From the parts of a model file to matrices: every part must exist and have the size that the shape requires, or the file
//! is refused.

use crate::model::integer::{IntegerMatrix, QuantisedRows};
use crate::model::{ModelError, ModelFile};

use super::low_bit::LowBit;

/// A linear layer with its bias.
#[derive(Debug, Clone)]
pub(super) struct QuantisedLayer {
    inputs: usize,
    matrix: IntegerMatrix,
    bias: Vec<f32>,
}

impl QuantisedLayer {
    /// For every row its product with the weights, plus the bias. `codes` is scratch.
    pub(super) fn apply(&self, rows: &[f32], codes: &mut QuantisedRows, out: &mut Vec<f32>) {
        codes.quantise(rows, self.inputs);
        self.matrix.apply(codes, &self.bias, out);
    }
}

/// What brings rows to a common mean and spread.
#[derive(Debug, Clone)]
pub(super) struct LayerNorm {
    pub(super) weight: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

/// The parts of a model file, read one by one.
pub(super) struct ModelParts<'a> {
    file: ModelFile<'a>,
}

/// The error about a part.
pub(super) fn wrong(section: &str) -> ModelError {
    ModelError::Section {
        section: section.to_owned(),
    }
}

impl<'a> ModelParts<'a> {
    pub(super) fn new(file: ModelFile<'a>) -> Self {
        Self { file }
    }

    /// A part that is text.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, ModelError> {
        std::str::from_utf8(self.file.section(name)?).map_err(|_| wrong(name))
    }

    /// A part of `count` numbers.
    pub(super) fn numbers(&self, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
        let (numbers, rest) = self.file.section(name)?.as_chunks::<4>();
        let numbers: Vec<f32> = numbers
            .iter()
            .map(|bytes| f32::from_le_bytes(*bytes))
            .collect();
        let finite = numbers.iter().all(|number| number.is_finite());
        let sound = finite && rest.is_empty() && numbers.len() == count;
        sound.then_some(numbers).ok_or_else(|| wrong(name))
    }

    pub(super) fn norm(&self, name: &str, width: usize) -> Result<LayerNorm, ModelError> {
        let mut weight = self.numbers(name, 2 * width)?;
        let bias = weight.split_off(width);
        Ok(LayerNorm { weight, bias })
    }

    /// A part of rows of weights of few bits.
    pub(super) fn rows(&self, name: &str, columns: usize) -> Result<LowBit<'a>, ModelError> {
        LowBit::read(self.file.section(name)?, columns).ok_or_else(|| wrong(name))
    }

    /// A table of `rows` rows that is kept as it is.
    pub(super) fn table(
        &self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<LowBit<'static>, ModelError> {
        let table = Some(self.rows(name, columns)?).filter(|table| table.rows() == rows);
        table.map(LowBit::into_owned).ok_or_else(|| wrong(name))
    }

    pub(super) fn linear(
        &self,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<QuantisedLayer, ModelError> {
        self.side_by_side(inputs, &[(name, outputs, true)])
    }

    /// Several linear layers of the same inputs as one; each with its name, its outputs and whether it has a bias.
    pub(super) fn side_by_side(
        &self,
        inputs: usize,
        layers: &[(&str, usize, bool)],
    ) -> Result<QuantisedLayer, ModelError> {
        let mut sources = Vec::new();
        let (mut scales, mut bias) = (Vec::new(), Vec::new());
        for &(name, outputs, has_bias) in layers {
            let weights = self.rows(name, inputs)?;
            if weights.rows() != outputs {
                return Err(wrong(name));
            }
            scales.extend((0..outputs).map(|row| weights.scale(row)));
            bias.extend(match has_bias {
                true => self.numbers(&format!("{name}.bias"), outputs)?,
                false => vec![0.0; outputs],
            });
            sources.push(weights);
        }
        let mut rows = sources
            .iter()
            .flat_map(|weights| (0..weights.rows()).map(move |row| (weights, row)));
        let matrix = IntegerMatrix::filled(inputs, scales.len(), &scales, |_, into| {
            if let Some((weights, row)) = rows.next() {
                weights.unpack(row, into);
            }
        });
        Ok(QuantisedLayer {
            inputs,
            matrix,
            bias,
        })
    }
}
