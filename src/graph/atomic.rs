//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a file; what was there stays as it is if anything goes wrong. A link is followed, and what is no file, as a
/// pipe or a device, is written to as it stands.
///
/// # Errors
/// If the folder is not there or cannot be written to, or if `write` fails.
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
            "its folder is not there",
        ));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".actant-");
    // Temporary files are private by default; what is written is to be as readable as any file of the user's.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The name of the temporary file, which the error has, would only confuse.
    let file = (builder.tempfile_in(folder)).map_err(|error| io::Error::from(error.kind()))?;
    let (file, temporary) = file.into_parts();
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.flush()?;
    temporary.persist(&path).map_err(|error| error.error)
}
