//! Web and e-mail addresses, host and file names, and tickers stay whole.

use super::cutter::{Cutter, run};
use super::piece::Kind;
use crate::lexicon::lower;

/// What a web address may begin with.
const BEGINNINGS: [&str; 6] = ["http://", "https://", "www.", "ftp://", "mailto:", "news:"];

impl Cutter<'_> {
    /// Cuts an address or name that begins here, if there is one.
    pub(super) fn address(&mut self) -> bool {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return false;
        }
        let has = |byte: u8| rest.bytes().any(|other| other == byte);
        if !has(b'.') && !has(b':') {
            return false;
        }
        let length = (self.web())
            .or_else(|| self.mail())
            .or_else(|| self.host())
            .or_else(|| self.ticker());
        if let Some(length) = length {
            self.take(length, Kind::Address);
        }
        length.is_some()
    }

    fn web(&self) -> Option<usize> {
        let rest = self.rest();
        let beginning = BEGINNINGS.iter().find(|beginning| {
            let head = rest.as_bytes().get(..beginning.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(beginning.as_bytes()))
        })?;
        let length = trimmed(rest);
        (length > beginning.len()).then_some(length)
    }

    fn mail(&self) -> Option<usize> {
        let rest = self.rest();
        let name = run(rest, |c| c.is_alphanumeric() || "._%+-".contains(c));
        let host = rest[name..].strip_prefix('@')?;
        let length = run(host, |c| c.is_alphanumeric() || ".-".contains(c));
        let host = host[..length].trim_end_matches(['.', '-']);
        (name > 0 && host.contains('.')).then_some(name + 1 + host.len())
    }

    /// The code of a share with that of its exchange, in brackets: *Kestrel (KST.L)*.
    fn ticker(&self) -> Option<usize> {
        let rest = self.rest();
        let code = run(rest, |c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let exchange = rest[code..].strip_prefix('.')?;
        let length = run(exchange, |c| c.is_ascii_uppercase());
        let closed = exchange[length..].starts_with(')') && self.text[..self.at].ends_with('(');
        ((1..=6).contains(&code) && (1..=3).contains(&length) && closed)
            .then_some(code + 1 + length)
    }

    /// A host or file name: labels with stops between them, of which the last is a known ending.
    fn host(&self) -> Option<usize> {
        let rest = self.rest();
        let length = run(rest, |c| c.is_ascii_alphanumeric() || "._-".contains(c));
        let name = rest[..length].trim_end_matches(['.', '-', '_']);
        let (labels, ending) = name.rsplit_once('.')?;
        if labels.is_empty() || labels.contains("..") || !self.lists.net_endings.has(&lower(ending))
        {
            return None;
        }
        let tail = &rest[name.len()..];
        let path = if tail.starts_with('/') {
            trimmed(tail)
        } else {
            0
        };
        Some(name.len() + path)
    }
}

/// The length of an address that starts the text, without the punctuation that follows it.
fn trimmed(text: &str) -> usize {
    let mut address = &text[..run(text, |c| !"<>\"“”|".contains(c))];
    loop {
        let before = address.len();
        address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*']);
        for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
            if address.ends_with(close) && !address.contains(open) {
                address = &address[..address.len() - 1];
            }
        }
        if address.len() == before {
            return before;
        }
    }
}
