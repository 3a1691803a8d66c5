//! The reader: the format and the word lists, set up once by the caller.

use std::path::Path;
use std::sync::Arc;

use crate::lexicon::{LexiconError, Source};
use crate::text::Document;

use super::boilerplate::Boilerplate;
use super::{Documents, InputFormat, ReadError, aside, dateline, html, markdown, pasted, plain};

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
#[derive(Debug, Clone)]
pub struct Reader {
    format: InputFormat,
    boilerplate: Arc<Boilerplate>,
}

impl Reader {
    /// A reader of one format, or of all with [`InputFormat::Auto`].
    pub fn new(format: InputFormat) -> Self {
        let boilerplate = Boilerplate::load(&Source::embedded());
        Self {
            format,
            boilerplate: Arc::new(
                boilerplate.expect("the embedded lists are tested to be of their form"),
            ),
        }
    }

    /// The same with the word lists of cleaning from `source`.
    ///
    /// # Errors
    /// If a list of the source cannot be read or has a malformed line.
    pub fn with_lists(format: InputFormat, source: &Source) -> Result<Self, LexiconError> {
        let boilerplate = Arc::new(Boilerplate::load(source)?);
        Ok(Self {
            format,
            boilerplate,
        })
    }

    /// The format that this reader was made for.
    pub fn format(&self) -> InputFormat {
        self.format
    }

    /// Reads one text in memory, in this reader's format; the text of JSON Lines, `lines` and CoNLL-U,
    /// of which a text holds many documents, is taken whole.
    ///
    /// # Errors
    /// If no article is found in a web page.
    pub fn text(&self, id: &str, text: impl Into<String>) -> Result<Document, ReadError> {
        let text = text.into();
        let format = match self.format {
            InputFormat::Auto => InputFormat::of_content(&text),
            format => format,
        };
        self.document(format, id, text)
    }

    /// One text in a format of which each content is one document.
    pub(super) fn document(
        &self,
        format: InputFormat,
        id: &str,
        text: String,
    ) -> Result<Document, ReadError> {
        match format {
            InputFormat::Html => html::document(id, &text, &self.boilerplate)
                .map_err(|kind| ReadError::new(kind, id)),
            InputFormat::Markdown => Ok(markdown::document(id, &text, &self.boilerplate)),
            InputFormat::Pasted => Ok(pasted::document(id.to_owned(), text, &self.boilerplate).0),
            InputFormat::Auto => {
                let (document, pasted_page) =
                    pasted::document(id.to_owned(), text, &self.boilerplate);
                Ok(if pasted_page {
                    document
                } else {
                    self.article(document.id, document.text)
                })
            }
            _ => Ok(self.whole(id.to_owned(), text)),
        }
    }

    /// Text of which only the dateline is set aside.
    fn whole(&self, id: String, text: String) -> Document {
        let mut document = plain::text(id, text);
        dateline::cut(&mut document, &self.boilerplate);
        document
    }

    /// The text of an article: besides the dateline, front matter, credits and tickers are set aside.
    pub(super) fn article(&self, id: String, text: String) -> Document {
        let mut document = plain::text(id, text);
        aside::cut_front_matter(&mut document, &self.boilerplate);
        dateline::cut(&mut document, &self.boilerplate);
        aside::cut(&mut document, &self.boilerplate);
        document
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
    Reader::new(InputFormat::Auto).read([path])
}
