//! Sealing: how a personal value looks on disk, and the keys that open it.
//!
//! A value is sealed under the data key of its filing or applicant (XChaCha20-Poly1305, random nonce) and bound to the
//! place it stands in, so that it opens nowhere else. Data keys stand in [`Table::Keys`], wrapped by the master
//! key; the master key stands outside the data folder. Deleting a wrapped key destroys all that it sealed.
//!
//! It must never print a key, make a new master key for a store that has one, or answer why a value did not open:
//! changed, moved and wrongly keyed all look the same.

use std::fmt;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key as CipherKey, KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::Table;
use super::dump::{hex, unhex};

mod master;

pub use master::{KeyPlace, VaultError};

/// The version of the envelope, its first byte.
const FORMAT: u8 = 1;
const KEY_ID_LEN: usize = 4;
const NONCE_LEN: usize = 24;
const TAG_LEN: usize = 16;

/// What sealing adds to a value, in bytes.
pub const SEALED_OVERHEAD: usize = 1 + KEY_ID_LEN + NONCE_LEN + TAG_LEN;

/// Names a key without telling it: the first 8 hex digits of a hash of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; KEY_ID_LEN]);

impl KeyId {
    fn of(domain: &str, key: &[u8; 32]) -> KeyId {
        let hash = Sha256::new().chain_update(domain).chain_update(key).finalize();
        KeyId([hash[0], hash[1], hash[2], hash[3]])
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex(&self.0))
    }
}

/// Whose value it is, by the id under which the owner stands in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner<'a> {
    /// An applicant's.
    Applicant(&'a [u8]),
    /// A filing's.
    Filing(&'a [u8]),
}

/// The place a sealed value is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aad<'a> {
    /// The table it stands in.
    pub table: Table,
    /// The key it stands under.
    pub key: &'a [u8],
    /// Whose it is.
    pub owner: Owner<'a>,
    /// The version of the saved shape inside.
    pub schema: u16,
}

impl Aad<'_> {
    fn bytes(&self, key_id: KeyId) -> Vec<u8> {
        let (owner_kind, owner) = match self.owner {
            Owner::Applicant(id) => (b'a', id),
            Owner::Filing(id) => (b'f', id),
        };
        let mut bytes = b"beian sealed value".to_vec();
        bytes.push(FORMAT);
        bytes.extend_from_slice(&key_id.0);
        bytes.push(self.table.id());
        bytes.extend_from_slice(&self.schema.to_be_bytes());
        for part in [self.key, owner] {
            // Lengths first, so that no two places have the same bytes.
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes.push(owner_kind);
        bytes
    }
}

/// The key of one filing or one applicant; wiped from memory when dropped.
pub struct DataKey {
    id: KeyId,
    bytes: Zeroizing<[u8; 32]>,
}

impl DataKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`] when the system gives no random bytes.
    pub fn random() -> Result<DataKey, VaultError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill_random(&mut *bytes)?;
        Ok(DataKey::from_bytes(bytes))
    }

    fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> DataKey {
        DataKey { id: KeyId::of("beian data key id", &bytes), bytes }
    }

    /// Names the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DataKey({})", self.id)
    }
}

/// Seals a value for its place: format byte, key id, 24-byte nonce, ciphertext with tag.
///
/// # Errors
/// [`VaultError::NoRandom`] when the system gives no random bytes.
///
/// # Panics
/// For a value over 256 GiB, which no table takes.
pub fn seal(key: &DataKey, aad: &Aad<'_>, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE_LEN];
    fill_random(&mut nonce)?;
    let payload = Payload { msg: plain, aad: &aad.bytes(key.id) };
    let sealed = cipher(&key.bytes)
        .encrypt(&XNonce::from(nonce), payload)
        .expect("XChaCha20 takes any value that fits into memory");
    let mut envelope = Vec::with_capacity(SEALED_OVERHEAD + plain.len());
    envelope.push(FORMAT);
    envelope.extend_from_slice(&key.id.0);
    envelope.extend_from_slice(&nonce);
    envelope.extend_from_slice(&sealed);
    Ok(envelope)
}

/// Opens a sealed value; the plain bytes are wiped from memory when dropped.
///
/// # Errors
/// [`VaultError::Unopened`] when anything is not as it was sealed: a bit, the place, the owner, the key.
pub fn open(key: &DataKey, aad: &Aad<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let envelope = Envelope::of(sealed).filter(|envelope| envelope.key_id == key.id);
    let envelope = envelope.ok_or(VaultError::Unopened)?;
    let payload = Payload { msg: envelope.ciphertext, aad: &aad.bytes(key.id) };
    let plain = cipher(&key.bytes).decrypt(&XNonce::from(envelope.nonce), payload);
    plain.map(Zeroizing::new).map_err(|_| VaultError::Unopened)
}

/// The key that a sealed value (or a wrapped key) names; `None` when it is no envelope of ours.
#[must_use]
pub fn sealed_by(sealed: &[u8]) -> Option<KeyId> {
    Envelope::of(sealed).map(|envelope| envelope.key_id)
}

struct Envelope<'a> {
    key_id: KeyId,
    nonce: [u8; NONCE_LEN],
    ciphertext: &'a [u8],
}

impl<'a> Envelope<'a> {
    fn of(sealed: &'a [u8]) -> Option<Envelope<'a>> {
        let rest = sealed.strip_prefix(&[FORMAT])?;
        let (key_id, rest) = rest.split_first_chunk()?;
        let (nonce, ciphertext) = rest.split_first_chunk()?;
        Some(Envelope { key_id: KeyId(*key_id), nonce: *nonce, ciphertext })
    }
}

/// The one key above all others; wiped from memory when dropped. See [`KeyPlace`] for where it comes from.
pub struct MasterKey {
    id: KeyId,
    bytes: Zeroizing<[u8; 32]>,
    wrapping: DataKey,
    inbox: DataKey,
}

impl MasterKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`] when the system gives no random bytes.
    pub fn random() -> Result<MasterKey, VaultError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill_random(&mut *bytes)?;
        Ok(MasterKey::from_bytes(bytes))
    }

    /// The key written as 64 hex digits; white space around them is ignored.
    ///
    /// # Errors
    /// [`VaultError::Malformed`] for anything else.
    pub fn from_hex(text: &str) -> Result<MasterKey, VaultError> {
        let digits = Zeroizing::new(unhex(text.trim()).ok_or(VaultError::Malformed)?);
        let mut bytes = Zeroizing::new([0; 32]);
        if digits.len() != bytes.len() {
            return Err(VaultError::Malformed);
        }
        bytes.copy_from_slice(&digits);
        Ok(MasterKey::from_bytes(bytes))
    }

    fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> MasterKey {
        let id = KeyId::of("beian master key id", &bytes);
        let mut wrapping = DataKey::from_bytes(Zeroizing::new(derive(&bytes, "beian wrap data keys", &[])));
        // A wrapped key names the master key, so that a rotation sees which are still to be done.
        wrapping.id = id;
        let inbox = DataKey::from_bytes(Zeroizing::new(derive(&bytes, "beian waiting events", &[])));
        MasterKey { id, bytes, wrapping, inbox }
    }

    /// What seals events that wait for their turn: whose they are is known only once they are read.
    #[must_use]
    pub fn inbox_key(&self) -> &DataKey {
        &self.inbox
    }

    /// Names the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The data key as it may stand in [`Table::Keys`].
    ///
    /// # Errors
    /// As for [`seal`].
    pub fn wrap(&self, key: &DataKey, aad: &Aad<'_>) -> Result<Vec<u8>, VaultError> {
        seal(&self.wrapping, aad, &*key.bytes)
    }

    /// The data key that was wrapped for this place.
    ///
    /// # Errors
    /// As for [`open`].
    pub fn unwrap_key(&self, aad: &Aad<'_>, wrapped: &[u8]) -> Result<DataKey, VaultError> {
        let plain = open(&self.wrapping, aad, wrapped)?;
        let mut bytes = Zeroizing::new([0; 32]);
        if plain.len() != bytes.len() {
            return Err(VaultError::Unopened);
        }
        bytes.copy_from_slice(&plain);
        Ok(DataKey::from_bytes(bytes))
    }

    /// What stands in the store for an applicant's name (`telegram:123`): without the master key nobody can tell whose
    /// rows these are, nor try out names.
    #[must_use]
    pub fn applicant_key(&self, name: &str) -> [u8; 32] {
        let subkey = Zeroizing::new(derive(&self.bytes, "beian applicant rows", &[]));
        derive(&subkey, "applicant", name.as_bytes())
    }

    /// What stands in the log for an applicant's name: 8 hex digits, not those of [`MasterKey::applicant_key`].
    #[must_use]
    pub fn log_id(&self, name: &str) -> String {
        let subkey = Zeroizing::new(derive(&self.bytes, "beian log ids", &[]));
        hex(&derive(&subkey, "applicant", name.as_bytes())[..4])
    }

    fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(&*self.bytes))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "MasterKey({})", self.id)
    }
}

/// HMAC-SHA-256 under a key, of a purpose and what it is for.
fn derive(key: &[u8; 32], purpose: &str, about: &[u8]) -> [u8; 32] {
    let mut mac =
        <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(&(purpose.len() as u64).to_be_bytes());
    mac.update(purpose.as_bytes());
    mac.update(about);
    mac.finalize().into_bytes().into()
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    let mut key = CipherKey::from(*key);
    let cipher = XChaCha20Poly1305::new(&key);
    key.zeroize();
    cipher
}

fn fill_random(bytes: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(bytes).map_err(|error| VaultError::NoRandom(error.to_string()))
}
