#![doc = include_str!("README.md")]

/// The model file, whole. Its first bytes tell its format and checksum; what is in it, `actant::model`.
pub static MODEL: &[u8] = include_bytes!("accurate.model");
