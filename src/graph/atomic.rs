//! Atomic writes: a file is written completely or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a file; an existing file stays as it is if anything goes wrong. Links are followed; pipes and devices are
/// written to directly.
///
/// # Errors
/// If the folder does not exist or cannot be written to, or if `write` fails.
pub(crate) fn write_atomically(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> io::Result<()> {
    let found = fs::metadata(path);
    if found.as_ref().is_ok_and(|found| found.is_dir()) {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    if found.as_ref().is_ok_and(|found| !found.is_file()) {
        let mut out = BufWriter::new(File::options().write(true).open(path)?);
        write(&mut out)?;
        return out.flush();
    }
    let path = match found {
        Ok(_) => fs::canonicalize(path)?,
        Err(_) => path.to_owned(),
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::NotFound,
            "its folder does not exist",
        ));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".actant-");
    // Temporary files are private by default; the result gets the permissions of an ordinary file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The error contains the name of the temporary file, which means nothing to the user.
    let file = (builder.tempfile_in(folder)).map_err(|error| io::Error::from(error.kind()))?;
    let (file, temporary) = file.into_parts();
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.flush()?;
    temporary.persist(&path).map_err(|error| error.error)
}
