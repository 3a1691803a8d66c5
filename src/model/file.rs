//! The container of all model files: a magic word, a version, a checksum, and parts with names.
//!
//! ```text
//! 8 bytes   ACTANTMW
//! u32       version of the container
//! u64       checksum of everything that follows
//! then for each part: u32 length of its name, the name, u64 length of its content, the content
//! ```
//! All numbers are little-endian. The part `kind` says what the model is for, with a version of its own.

use super::ModelError;

const MAGIC: &[u8; 8] = b"ACTANTMW";
const VERSION: u32 = 1;
const HEADER: usize = 20;

/// A parsed model file; nothing is copied.
#[derive(Debug, Clone)]
pub struct ModelFile<'a> {
    kind: &'static str,
    checksum: u64,
    sections: Vec<(&'a str, &'a [u8])>,
}

impl<'a> ModelFile<'a> {
    /// Takes `bytes` apart, after checking that they are whole and for the purpose that `kind` names.
    ///
    /// # Errors
    /// If the bytes are no model, of another version, damaged, or for another purpose.
    pub fn parse(bytes: &'a [u8], kind: &'static str) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(ModelError::NotAModel);
        }
        let found = u32::from_le_bytes(array(&bytes[8..12]));
        if found != VERSION {
            return Err(ModelError::Version {
                found,
                expected: VERSION,
            });
        }
        let body = &bytes[HEADER..];
        let checksum = checksum(body);
        if checksum != u64::from_le_bytes(array(&bytes[12..HEADER])) {
            return Err(ModelError::Damaged);
        }
        let file = Self {
            kind,
            checksum,
            sections: sections(body).ok_or(ModelError::Damaged)?,
        };
        let found = file.section("kind")?;
        if found != kind.as_bytes() {
            let found = String::from_utf8_lossy(found).into_owned();
            return Err(ModelError::Kind {
                found,
                expected: kind,
            });
        }
        Ok(file)
    }

    /// What the model is for, with the version of that, and the beginning of its checksum: `fast parser 1 (9a3e51c8)`.
    pub fn name(&self) -> String {
        format!("{} ({:08x})", self.kind, self.checksum >> 32)
    }

    /// The content of a part.
    ///
    /// # Errors
    /// If there is no part of this name.
    pub fn section(&self, name: &str) -> Result<&'a [u8], ModelError> {
        let found = self.sections.iter().find(|(section, _)| *section == name);
        found
            .map(|(_, content)| *content)
            .ok_or_else(|| ModelError::Section {
                section: name.to_owned(),
            })
    }
}

/// Puts the parts of a model for the purpose `kind` into one file.
pub fn assemble(kind: &str, sections: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in [("kind", kind.as_bytes())].iter().chain(sections) {
        body.extend_from_slice(&(name.len() as u32).to_le_bytes());
        body.extend_from_slice(name.as_bytes());
        body.extend_from_slice(&(content.len() as u64).to_le_bytes());
        body.extend_from_slice(content);
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

fn sections(mut rest: &[u8]) -> Option<Vec<(&str, &[u8])>> {
    let mut sections = Vec::new();
    while !rest.is_empty() {
        let name = u32::from_le_bytes(array(take(&mut rest, 4)?)) as usize;
        let name = std::str::from_utf8(take(&mut rest, name)?).ok()?;
        let length = u64::from_le_bytes(array(take(&mut rest, 8)?));
        let content = take(&mut rest, usize::try_from(length).ok()?)?;
        sections.push((name, content));
    }
    Some(sections)
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

/// Finds bytes that were lost or changed by accident; eight bytes at a time, because models are loaded at every start.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        sum = (sum ^ u64::from_le_bytes(*word))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }
    for &byte in rest {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    sum ^ sum >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        assemble("test 1", &[("numbers", &[1, 2, 3]), ("empty", &[])])
    }

    #[test]
    fn parts_come_back() {
        let bytes = sample();
        let file = ModelFile::parse(&bytes, "test 1").expect("the sample is sound");
        assert_eq!(file.section("numbers").expect("it is there"), [1, 2, 3]);
        assert!(file.section("empty").expect("it is there").is_empty());
        let other = assemble("test 1", &[("numbers", &[1, 2, 4])]);
        let other = ModelFile::parse(&other, "test 1").expect("it is sound");
        assert!(file.name().starts_with("test 1 (") && file.name() != other.name());
        assert!(
            matches!(file.section("other"), Err(ModelError::Section { section }) if section == "other")
        );
    }

    #[test]
    fn a_changed_byte_or_a_lost_end_is_found() {
        let bytes = sample();
        for index in HEADER..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[index] ^= 4;
            let result = ModelFile::parse(&damaged, "test 1");
            assert!(matches!(result, Err(ModelError::Damaged)), "byte {index}");
        }
        for length in 0..bytes.len() {
            assert!(ModelFile::parse(&bytes[..length], "test 1").is_err());
        }
    }

    #[test]
    fn other_files_versions_and_kinds_are_refused() {
        assert!(matches!(
            ModelFile::parse(b"PK\x03\x04 something else", "x"),
            Err(ModelError::NotAModel)
        ));
        let mut newer = sample();
        newer[8] = 2;
        let result = ModelFile::parse(&newer, "test 1");
        assert!(matches!(
            result,
            Err(ModelError::Version {
                found: 2,
                expected: 1
            })
        ));
        let bytes = sample();
        let result = ModelFile::parse(&bytes, "parser 1");
        assert!(matches!(result, Err(ModelError::Kind { found, .. }) if found == "test 1"));
    }
}
