//! The side file: the last commit that was acknowledged, kept out of sled's reach.
//!
//! sled drops a damaged tail of its log without a word; compared with this file the loss is seen at the next start.
//! Two slots, written in turn, each with its own checksum and in its own sector: a torn write costs the newer one
//! only, and that one was not acknowledged yet.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::folder::private;
use crate::store::{Chain, CommitSeq};

/// Slots begin at multiples of this: no sector holds parts of both.
const SLOT_SPACING: u64 = 4096;
const MAGIC: &[u8; 8] = b"beianseq";
const SLOT_LEN: usize = 8 + 8 + 32 + 8;

pub(super) struct SideFile {
    file: File,
    /// The slot to be overwritten next: the older one.
    slot: u64,
    pub(super) seq: CommitSeq,
    pub(super) chain: Chain,
}

impl SideFile {
    pub(super) fn create(path: &Path) -> io::Result<SideFile> {
        let file = private().read(true).create_new(true).open(path)?;
        let mut side = SideFile { file, slot: 0, seq: 0, chain: [0; 32] };
        side.write(0, [0; 32])?;
        side.write(0, [0; 32])?;
        Ok(side)
    }

    /// The newer of the readable slots; `None` when neither is.
    pub(super) fn open(path: &Path) -> io::Result<Option<SideFile>> {
        let mut file = private().read(true).open(path)?;
        let newest = [0, 1]
            .into_iter()
            .filter_map(|slot| read_slot(&mut file, slot).map(|(seq, chain)| (seq, slot, chain)))
            .max();
        Ok(newest.map(|(seq, slot, chain)| SideFile { file, slot: 1 - slot, seq, chain }))
    }

    /// Durable when it returns.
    pub(super) fn write(&mut self, seq: CommitSeq, chain: Chain) -> io::Result<()> {
        let mut bytes = Vec::with_capacity(SLOT_LEN);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&seq.to_be_bytes());
        bytes.extend_from_slice(&chain);
        bytes.extend_from_slice(&checksum(&bytes));
        self.file.seek(SeekFrom::Start(self.slot * SLOT_SPACING))?;
        self.file.write_all(&bytes)?;
        self.file.sync_data()?;
        (self.slot, self.seq, self.chain) = (1 - self.slot, seq, chain);
        Ok(())
    }
}

fn read_slot(file: &mut File, slot: u64) -> Option<(CommitSeq, Chain)> {
    let mut bytes = [0; SLOT_LEN];
    file.seek(SeekFrom::Start(slot * SLOT_SPACING)).ok()?;
    file.read_exact(&mut bytes).ok()?;
    let (body, sum) = bytes.split_at(SLOT_LEN - 8);
    if !body.starts_with(MAGIC) || checksum(body) != sum {
        return None;
    }
    let seq = u64::from_be_bytes(body[8..16].try_into().ok()?);
    Some((seq, body[16..48].try_into().ok()?))
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    let hash = Sha256::digest(bytes);
    let mut sum = [0; 8];
    sum.copy_from_slice(&hash[..8]);
    sum
}
