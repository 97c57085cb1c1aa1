//! Where the master key comes from, and whether it is the one the store was made with.
//!
//! A new key is made only for a store that never had one, and only by one of two processes that race for it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::sled::{private, sync_path};
use super::super::{Batch, Expect, Op, Store, StoreError, Table};
use super::{KeyId, MasterKey, fill_random, hex};

/// The row of [`Table::Meta`] that holds the id of the store's master key.
const KEY_ID_ROW: &[u8] = b"master-key-id";

/// Longest key file that is read: 64 digits and some white space.
const FILE_LEN_MAX: u64 = 256;

/// Where the master key is to be found.
#[derive(Debug, Clone)]
pub struct KeyPlace {
    /// The file: 64 hex digits, mode 0600, outside the data folder.
    pub file: PathBuf,
    /// The folder in which the key must not be: whoever copies that must not get both.
    pub data_folder: PathBuf,
}

impl KeyPlace {
    /// The store's master key: from `given` (the value of `BEIAN_MASTER_KEY`) where there is one, else from the file,
    /// which is made when neither the store nor the file has a key yet.
    ///
    /// # Errors
    /// Any [`VaultError`] but [`VaultError::Unopened`].
    pub async fn master_key(&self, given: Option<&str>, store: &dyn Store) -> Result<MasterKey, VaultError> {
        let known = store.get(Table::Meta, KEY_ID_ROW).await?.map(|row| row.value);
        let key = match given {
            Some(text) => MasterKey::from_hex(text)?,
            None => match self.read()? {
                Some(key) => key,
                None if known.is_none() && is_empty(store).await? => self.create()?,
                None => {
                    return Err(VaultError::Missing { file: self.file.clone(), expected: words(known) });
                }
            },
        };
        match known {
            Some(known) => check_id(&key, &known)?,
            None => claim(&key, store).await?,
        }
        Ok(key)
    }

    /// The key in the file; `None` where there is no file.
    ///
    /// # Errors
    /// [`VaultError::Exposed`] when others may read it, [`VaultError::Malformed`], [`VaultError::InsideData`],
    /// [`VaultError::Io`].
    pub fn read(&self) -> Result<Option<MasterKey>, VaultError> {
        let mut file = match File::open(&self.file) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.io("read", error)),
        };
        self.refuse_inside_data()?;
        self.refuse_exposed(&file)?;
        let mut text = zeroize::Zeroizing::new(String::new());
        match Read::by_ref(&mut file).take(FILE_LEN_MAX).read_to_string(&mut text) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(VaultError::Malformed),
            Err(error) => return Err(self.io("read", error)),
        }
        MasterKey::from_hex(&text).map(Some)
    }

    /// Makes a key and its file; when another process was first, its key is the key.
    ///
    /// # Errors
    /// As for [`KeyPlace::read`], and [`VaultError::NoRandom`].
    pub fn create(&self) -> Result<MasterKey, VaultError> {
        let key = MasterKey::random()?;
        let mut suffix = [0; 4];
        fill_random(&mut suffix)?;
        let mut name = self.file.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.tmp", hex(&suffix)));
        let folder = self.folder();
        let temporary = folder.join(name);

        fs::create_dir_all(&folder).map_err(|error| self.io("create the folder of", error))?;
        self.refuse_inside_data()?;
        let written = write_key(private().create_new(true), &temporary, &key);
        // The whole file appears under its name in one step, and never over another's.
        let linked = written.and_then(|()| fs::hard_link(&temporary, &self.file));
        let removed = fs::remove_file(&temporary);
        match linked {
            Ok(()) => {
                removed.and_then(|()| sync_path(&folder)).map_err(|error| self.io("create", error))?;
                Ok(key)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.read()?.ok_or_else(|| self.io("read", io::ErrorKind::NotFound.into()))
            }
            Err(error) => Err(self.io("create", error)),
        }
    }

    fn folder(&self) -> PathBuf {
        match self.file.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        }
    }

    fn refuse_inside_data(&self) -> Result<(), VaultError> {
        let folder = self.folder().canonicalize().map_err(|error| self.io("find the folder of", error))?;
        // A data folder that is not there yet holds nothing.
        let inside = self.data_folder.canonicalize().is_ok_and(|data| folder.starts_with(data));
        if inside { Err(VaultError::InsideData { file: self.file.clone() }) } else { Ok(()) }
    }

    #[cfg(unix)]
    fn refuse_exposed(&self, file: &File) -> Result<(), VaultError> {
        use std::os::unix::fs::PermissionsExt;

        let mode = file.metadata().map_err(|error| self.io("read", error))?.permissions().mode() & 0o777;
        if mode.trailing_zeros() >= 6 {
            Ok(())
        } else {
            Err(VaultError::Exposed { file: self.file.clone(), mode })
        }
    }

    #[cfg(not(unix))]
    fn refuse_exposed(&self, _file: &File) -> Result<(), VaultError> {
        Ok(())
    }

    fn io(&self, doing: &'static str, source: io::Error) -> VaultError {
        VaultError::Io { doing, file: self.file.clone(), source: Arc::new(source) }
    }
}

fn write_key(options: &mut OpenOptions, path: &Path, key: &MasterKey) -> io::Result<()> {
    let mut file = options.open(path)?;
    file.write_all(key.to_hex().as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

async fn is_empty(store: &dyn Store) -> Result<bool, StoreError> {
    for table in Table::ALL {
        if !store.scan(table, &[], &[], 1).await?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes the key's id into a store that has none; another instance may be first.
async fn claim(key: &MasterKey, store: &dyn Store) -> Result<(), VaultError> {
    let row = || KEY_ID_ROW.to_vec();
    let batch = Batch {
        expects: vec![Expect::Absent(Table::Meta, row())],
        ops: vec![Op::Put(Table::Meta, row(), key.id().to_string().into_bytes())],
    };
    match store.commit(batch).await {
        Ok(_) => Ok(()),
        Err(StoreError::Conflict) => {
            let known = store.get(Table::Meta, KEY_ID_ROW).await?.map(|row| row.value).unwrap_or_default();
            check_id(key, &known)
        }
        Err(error) => Err(error.into()),
    }
}

fn check_id(key: &MasterKey, known: &[u8]) -> Result<(), VaultError> {
    if key.id().to_string().as_bytes() == known {
        return Ok(());
    }
    Err(VaultError::WrongKey { found: key.id(), expected: words(Some(known.to_vec())) })
}

fn words(known: Option<Vec<u8>>) -> String {
    known.map_or("unknown".to_owned(), |id| String::from_utf8_lossy(&id).into_owned())
}

/// Why a key or a value cannot be had.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The value is not as it was sealed, stands elsewhere, or was sealed with another key.
    #[error("a sealed value does not open: it was changed or moved, or its key is another or destroyed")]
    Unopened,
    /// Not 64 hex digits.
    #[error("the master key is malformed; BEIAN_MASTER_KEY and the key file hold 64 hex digits (0-9, a-f)")]
    Malformed,
    /// Others than the owner may read the file.
    #[error("others may read the master key {} (mode {mode:04o}); run: chmod 600 '{}'", file.display(), file.display())]
    Exposed {
        /// The key file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The key would be copied together with what it opens.
    #[error("the master key {} is inside the data folder; keep it elsewhere", file.display())]
    InsideData {
        /// The key file.
        file: PathBuf,
    },
    /// The store has data, and the key is not there.
    #[error(
        "the master key {} is missing, and the store has data sealed with key {expected}; bring the file back or set \
         BEIAN_MASTER_KEY (a new key could open none of it)",
        file.display()
    )]
    Missing {
        /// The key file.
        file: PathBuf,
        /// The id of the key that is needed.
        expected: String,
    },
    /// The key is another one's.
    #[error("this is master key {found}, but the store was made with {expected}; bring that one back")]
    WrongKey {
        /// The id of the key that was given.
        found: KeyId,
        /// The id of the key that is needed.
        expected: String,
    },
    /// The system gave no random bytes.
    #[error("the system gives no random bytes: {0}")]
    NoRandom(String),
    /// The store did not say which key it needs.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file system said no.
    #[error("cannot {doing} the master key {}: {source}", file.display())]
    Io {
        /// The action.
        doing: &'static str,
        /// The key file.
        file: PathBuf,
        /// What the system answered.
        #[source]
        source: Arc<io::Error>,
    },
}
