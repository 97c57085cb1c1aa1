//! The data folder of a sled store: who holds it, whose it is, and whether it is whole.
//!
//! ```text
//! beian-store         the marker: `store=sled-0.34 schema=1`
//! beian-store.lock    locked while a process has the store open, and names that process
//! beian-store.seq     the last acknowledged commit (see `side`)
//! sled/               sled's own files; nobody else writes there
//! ```
//!
//! The marker is written first under another name and renamed last, so that a folder with a marker is one whose
//! creation reached the disk, and one without is either empty, half-created or somebody else's. It never deletes
//! anything that a commit may have reached.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use fs2::FileExt;

use crate::store::StoreError;

const MARKER: &str = "beian-store";
const MARKER_UNFINISHED: &str = "beian-store.creating";
const LOCK: &str = "beian-store.lock";
const KIND: &str = "sled-0.34";
const SCHEMA: u32 = 1;

/// A data folder that this process holds until the value is dropped.
pub(super) struct Folder {
    path: PathBuf,
    /// Whether there is no store in it yet; [`Folder::finish`] ends that.
    pub(super) fresh: bool,
    /// Holding the file open holds the lock; the system lets go of it when the process dies.
    _lock: File,
}

impl Folder {
    /// Takes hold of the folder, creating it where there is none.
    pub(super) fn claim(path: &Path) -> Result<Folder, StoreError> {
        create_folder(path).map_err(|error| StoreError::io(format!("create {}", path.display()), error))?;
        // Before the lock: a folder that is not ours is left as it was found.
        refuse_foreign(path)?;
        let lock = lock(path)?;
        let fresh = refuse_foreign(path)?;
        let folder = Folder { path: path.to_owned(), fresh, _lock: lock };
        if fresh {
            folder.begin()?;
        } else {
            folder.check_whole()?;
        }
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where sled's own files are.
    pub(super) fn sled(&self) -> PathBuf {
        self.path.join("sled")
    }

    /// Where the last acknowledged commit stands.
    pub(super) fn side(&self) -> PathBuf {
        self.path.join("beian-store.seq")
    }

    /// Makes a created store a store: every file and folder to disk, then the marker to its name.
    pub(super) fn finish(&self) -> Result<(), StoreError> {
        let sync = || {
            sync_tree(&self.path)?;
            fs::rename(self.path.join(MARKER_UNFINISHED), self.path.join(MARKER))?;
            sync_path(&self.path)?;
            // The folder's own name must last as well.
            match self.path.canonicalize()?.parent() {
                Some(parent) => sync_path(parent),
                None => Ok(()),
            }
        };
        sync().map_err(|error| StoreError::io(format!("create the store in {}", self.path.display()), error))
    }

    /// What is wrong with the store, and the way out.
    pub(super) fn corrupt(&self, what: &str) -> StoreError {
        corrupt(&self.path, what)
    }

    fn begin(&self) -> Result<(), StoreError> {
        let begin = || {
            // Without a marker nothing in here was ever acknowledged: an unfinished creation starts anew.
            for unfinished in [self.sled(), self.side()] {
                if unfinished.is_dir() {
                    fs::remove_dir_all(unfinished)?;
                } else if unfinished.exists() {
                    fs::remove_file(unfinished)?;
                }
            }
            let mut marker = private().create(true).truncate(true).open(self.path.join(MARKER_UNFINISHED))?;
            marker.write_all(format!("store={KIND} schema={SCHEMA}\n").as_bytes())?;
            marker.sync_all()?;
            sync_path(&self.path)
        };
        begin().map_err(|error| StoreError::io(format!("create the store in {}", self.path.display()), error))
    }

    /// A file that is gone would be made anew by sled, and a store with data would look empty.
    pub(super) fn check_whole(&self) -> Result<(), StoreError> {
        for name in ["db", "conf"] {
            let file = self.sled().join(name);
            if !file.metadata().is_ok_and(|data| data.is_file() && data.len() > 0) {
                return Err(self.corrupt(&format!("`sled/{name}` is missing or empty")));
            }
        }
        Ok(())
    }
}

/// [`StoreError::Corrupt`] with the steps that help.
pub(super) fn corrupt(folder: &Path, what: &str) -> StoreError {
    StoreError::Corrupt(format!(
        "{what} in {}; copy the folder away, then `beian restore` the newest backup into an empty folder",
        folder.display()
    ))
}

/// Whether there is no store here yet, or an error when something else is.
fn refuse_foreign(path: &Path) -> Result<bool, StoreError> {
    let foreign = |found: String| StoreError::Foreign { folder: path.to_owned(), found };
    let io = |error| StoreError::io(format!("read {}", path.display()), error);
    let marker = path.join(MARKER);
    if !marker.try_exists().map_err(io)? {
        let mut others = Vec::new();
        for entry in fs::read_dir(path).map_err(io)? {
            others.push(entry.map_err(io)?.file_name());
        }
        others.retain(|name| name != LOCK);
        // Another process may be creating the store just now. Looked for after the listing, and in the order in which
        // one becomes the other, so that one of the two is always found; the lock decides the rest.
        let mut ours = others.is_empty();
        for name in [MARKER_UNFINISHED, MARKER] {
            ours |= path.join(name).try_exists().map_err(io)?;
        }
        if ours {
            return Ok(true);
        }
        return Err(foreign(format!(
            "it holds other files and no `{MARKER}`; name an empty folder, or the one the store is in"
        )));
    }
    let found = fs::read(&marker).map_err(io)?;
    let found = String::from_utf8_lossy(&found[..found.len().min(128)]).trim().to_owned();
    let (kind, schema) = parse_marker(&found).ok_or_else(|| {
        foreign(format!("`{MARKER}` is not a marker of ours; restore the newest backup into an empty folder"))
    })?;
    if kind != KIND {
        return Err(foreign(format!(
            "it was made as `{kind}`, and this version keeps `{KIND}`; set `[store] kind` to match, or move it \
             with `beian backup` of the version that made it and `beian restore` of this one"
        )));
    }
    if schema != SCHEMA {
        return Err(foreign(format!(
            "it has schema {schema}, and this version knows {SCHEMA}; use the newer beian that wrote it"
        )));
    }
    Ok(false)
}

fn parse_marker(text: &str) -> Option<(&str, u32)> {
    let (kind, schema) = text.strip_prefix("store=")?.split_once(" schema=")?;
    Some((kind, schema.parse().ok()?))
}

fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(LOCK);
    let io = |error| StoreError::io(format!("lock {}", path.display()), error);
    let mut file = private().read(true).create(true).truncate(false).open(&path).map_err(io)?;
    match FileExt::try_lock_exclusive(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == fs2::lock_contended_error().kind() => {
            let mut holder = String::new();
            // The holder may be writing its number just now: not knowing it is no fault.
            let _ = file.read_to_string(&mut holder);
            return Err(StoreError::Locked { folder: folder.to_owned(), holder: holder.trim().parse().ok() });
        }
        Err(error) => return Err(io(error)),
    }
    let name_us = |file: &mut File| {
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", std::process::id())
    };
    // A courtesy to the next one who asks; a full disk must not keep the store shut for that.
    let _ = name_us(&mut file);
    Ok(file)
}

/// Options for a file that only this user may read.
pub(in crate::store) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Files first, then the folders that name them.
fn sync_tree(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            sync_tree(&entry?.path())?;
        }
    }
    sync_path(path)
}

/// Brings a file, or the names in a folder, to disk.
pub(in crate::store) fn sync_path(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
