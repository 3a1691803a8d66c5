//! From arguments of a command line to files: paths, folders (all files below, in the order of their names),
//! patterns such as `news/*.html`, and `-` for standard input.

use std::path::{Path, PathBuf};

use super::{ReadError, ReadErrorKind};

/// Where a content comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum InputOrigin {
    /// Standard input.
    Stream,
    /// A file that was named itself or by a pattern.
    Named(PathBuf),
    /// A file found in a folder.
    Found(PathBuf),
}

impl InputOrigin {
    /// The name in ids and messages: the path as given, with `/`; `-` for standard input.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stream => "-".to_owned(),
            Self::Named(path) | Self::Found(path) => shown(path),
        }
    }
}

/// A path with `/` between its parts on every system.
fn shown(path: &Path) -> String {
    let name = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        name.into_owned()
    } else {
        name.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

type Origins = Box<dyn Iterator<Item = Result<InputOrigin, ReadError>> + Send>;

/// The files that `path` stands for, found one after another.
pub(super) fn expand(path: &Path) -> Origins {
    if path.as_os_str() == "-" {
        return Box::new(std::iter::once(Ok(InputOrigin::Stream)));
    }
    if path.is_dir() {
        return folder(path);
    }
    let pattern = path.to_string_lossy();
    if !path.exists() && pattern.contains(['*', '?', '[']) {
        return matches(&pattern);
    }
    Box::new(std::iter::once(Ok(InputOrigin::Named(path.to_owned()))))
}

fn matches(pattern: &str) -> Origins {
    let one = |error| Box::new(std::iter::once(Err(error))) as Origins;
    let options = glob::MatchOptions {
        require_literal_leading_dot: true,
        ..glob::MatchOptions::default()
    };
    let paths = match glob::glob_with(pattern, options) {
        Ok(paths) => paths,
        Err(error) => {
            return one(ReadError::new(ReadErrorKind::BadPattern, pattern).because(error));
        }
    };
    let mut found = paths
        .flat_map(|path| -> Origins {
            match path {
                Ok(path) if path.is_dir() => folder(&path),
                Ok(path) => Box::new(std::iter::once(Ok(InputOrigin::Named(path)))),
                Err(error) => {
                    let name = shown(error.path());
                    let error = ReadError::new(ReadErrorKind::Unreadable, &name)
                        .because(std::io::Error::from(error));
                    Box::new(std::iter::once(Err(error)))
                }
            }
        })
        .peekable();
    if found.peek().is_none() {
        return one(ReadError::new(ReadErrorKind::NothingThere, pattern));
    }
    Box::new(found)
}

/// Files in folders of articles that configure the program and are not documents.
const SETTINGS: [&str; 2] = ["actant.toml", "actors.toml"];

/// All files below a folder that are neither hidden nor settings, in the order of their names.
fn folder(path: &Path) -> Origins {
    let name = shown(path);
    let walk = walkdir::WalkDir::new(path).follow_links(true);
    let entries = walk.sort_by_file_name().into_iter();
    let visible = entries.filter_entry(|entry| {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let settings = SETTINGS.iter().any(|name| entry.file_name() == *name);
        entry.depth() == 0 || !(hidden || settings)
    });
    let mut files = visible
        .filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) => Some(Ok(InputOrigin::Found(entry.into_path()))),
            Err(error) => {
                let place = error.path().map_or_else(|| name.clone(), shown);
                Some(Err(
                    ReadError::new(ReadErrorKind::Unreadable, &place).because(error)
                ))
            }
        })
        .peekable();
    if files.peek().is_none() {
        let error = ReadError::new(ReadErrorKind::EmptyFolder, &shown(path));
        return Box::new(std::iter::once(Err(error)));
    }
    Box::new(files)
}
