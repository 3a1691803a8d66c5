//! The front of reading: what a caller sets up once.

use std::path::Path;

use super::{Documents, InputFormat};

/// Reads documents from files, folders, patterns and streams.
///
/// ```no_run
/// use actant::read::{InputFormat, Reader};
///
/// let reader = Reader::new(InputFormat::Auto);
/// for document in reader.read(["articles", "wire/*.html"]) {
///     match document {
///         Ok(document) => println!("{}: {} blocks", document.id, document.blocks.len()),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reader {
    pub(super) format: InputFormat,
}

impl Reader {
    /// A reader of one format, or of all with [`InputFormat::Auto`].
    pub fn new(format: InputFormat) -> Self {
        Self { format }
    }

    /// The documents in `paths`, read one after another while the iterator is drawn from.
    ///
    /// A path is a file, a folder (all files below that are not hidden, in the order of their names), a pattern of
    /// file names, or `-` for standard input; no path at all is standard input, too.
    pub fn read<P: AsRef<Path>>(&self, paths: impl IntoIterator<Item = P>) -> Documents {
        let paths = paths.into_iter().map(|path| path.as_ref().to_owned());
        Documents::new(self.clone(), paths.collect())
    }
}

/// The documents of one file, folder or pattern, of any format.
pub fn open(path: impl AsRef<Path>) -> Documents {
    Reader::default().read([path])
}
