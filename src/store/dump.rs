//! The export format, the same for every store: JSON lines, so that a backup can be read without us.
//!
//! ```text
//! {"beian-export":1,"seq":42,"chain":"<64 hex>"}
//! {"table":"meta","key":"<hex>","rev":7,"value":"<hex>"}      sorted by table id, then key
//! {"rows":1,"sha256":"<64 hex>"}                              over all bytes before this line
//! ```
//!
//! Reading stops at the first thing that is not as written here; it never guesses.

use std::io::{BufRead, Read, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Chain, CommitSeq, KEY_LEN_MAX, Key, StoreError, Stored, Table, VALUE_LEN_MAX};

/// The version of this format.
const FORMAT: u32 = 1;

/// Longest line: two hex digits per byte, and the names around them.
const LINE_LEN_MAX: usize = 2 * (KEY_LEN_MAX + VALUE_LEN_MAX) + 256;

/// What an export or an import held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Rows over all tables.
    pub rows: u64,
    /// The last commit in it.
    pub seq: CommitSeq,
    /// The checksum, as it stands in the last line.
    pub sha256: String,
}

/// A row of the export.
pub(super) type Row = (Table, Key, Stored);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadLine {
    #[serde(rename = "beian-export")]
    format: u32,
    seq: CommitSeq,
    chain: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowLine<'a> {
    table: &'a str,
    key: String,
    rev: CommitSeq,
    value: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndLine {
    rows: u64,
    sha256: String,
}

/// Writes an export, row by row.
pub(super) struct Writer<'a> {
    out: &'a mut (dyn Write + Send),
    hash: Sha256,
    rows: u64,
    seq: CommitSeq,
}

impl<'a> Writer<'a> {
    pub(super) fn begin(
        out: &'a mut (dyn Write + Send),
        seq: CommitSeq,
        chain: &Chain,
    ) -> Result<Self, StoreError> {
        let mut writer = Writer { out, hash: Sha256::new(), rows: 0, seq };
        writer.line(&HeadLine { format: FORMAT, seq, chain: hex(chain) })?;
        Ok(writer)
    }

    /// The caller gives the rows in order of table id, then key.
    pub(super) fn row(&mut self, table: Table, key: &[u8], stored: &Stored) -> Result<(), StoreError> {
        self.rows += 1;
        self.line(&RowLine { table: table.name(), key: hex(key), rev: stored.rev, value: hex(&stored.value) })
    }

    pub(super) fn finish(mut self) -> Result<Summary, StoreError> {
        let sha256 = hex(&self.hash.clone().finalize());
        self.line(&EndLine { rows: self.rows, sha256: sha256.clone() })?;
        self.out.flush().map_err(|error| StoreError::io("write the export", error))?;
        Ok(Summary { rows: self.rows, seq: self.seq, sha256 })
    }

    fn line(&mut self, value: &impl Serialize) -> Result<(), StoreError> {
        let mut line = serde_json::to_vec(value).expect("strings and numbers always serialise");
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line).map_err(|error| StoreError::io("write the export", error))
    }
}

/// Reads an export, row by row, and vouches for it only at its end.
pub(super) struct Reader<'a> {
    from: &'a mut (dyn BufRead + Send),
    hash: Sha256,
    line: usize,
    rows: u64,
    last: Option<(Table, Key)>,
    /// The last commit of the exported store.
    pub(super) seq: CommitSeq,
    /// The chain at that commit.
    pub(super) chain: Chain,
}

/// What the reader found next.
pub(super) enum Next {
    Row(Row),
    End(Summary),
}

impl<'a> Reader<'a> {
    pub(super) fn begin(from: &'a mut (dyn BufRead + Send)) -> Result<Self, StoreError> {
        let mut reader =
            Reader { from, hash: Sha256::new(), line: 0, rows: 0, last: None, seq: 0, chain: [0; 32] };
        let text = reader.next_line()?;
        let head: HeadLine = serde_json::from_str(&text)
            .map_err(|_| reader.bad("the first line of an export was expected"))?;
        if head.format != FORMAT {
            return Err(reader.bad(&format!("format {FORMAT} was expected, not {}", head.format)));
        }
        reader.seq = head.seq;
        reader.chain = unhex(&head.chain)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| reader.bad("`chain` must be 64 hex digits"))?;
        reader.hash.update(&text);
        Ok(reader)
    }

    /// The next row, or the end with its checksum checked.
    pub(super) fn next(&mut self) -> Result<Next, StoreError> {
        let text = self.next_line()?;
        if let Ok(end) = serde_json::from_str::<EndLine>(&text) {
            return self.end(&end).map(Next::End);
        }
        let row = self.row(&text)?;
        self.hash.update(&text);
        self.rows += 1;
        Ok(Next::Row(row))
    }

    fn row(&mut self, text: &str) -> Result<Row, StoreError> {
        let row: RowLine<'_> =
            serde_json::from_str(text).map_err(|_| self.bad("a row or the last line was expected"))?;
        let table =
            Table::named(row.table).ok_or_else(|| self.bad("`table` names no table of this version"))?;
        let key = unhex(&row.key).filter(|key| key.len() <= KEY_LEN_MAX);
        let key = key.ok_or_else(|| self.bad("`key` is not hex, or too long"))?;
        let value = unhex(&row.value).filter(|value| value.len() <= VALUE_LEN_MAX);
        let value = value.ok_or_else(|| self.bad("`value` is not hex, or too long"))?;
        if row.rev == 0 || row.rev > self.seq {
            return Err(self.bad("`rev` must be one of the commits of the first line"));
        }
        let place = (table, key.clone());
        if self.last.as_ref().is_some_and(|last| *last >= place) {
            return Err(self.bad("rows must be sorted, each only once"));
        }
        self.last = Some(place);
        Ok((table, key, Stored { rev: row.rev, value }))
    }

    fn end(&self, end: &EndLine) -> Result<Summary, StoreError> {
        let sha256 = hex(&self.hash.clone().finalize());
        if end.rows != self.rows || end.sha256 != sha256 {
            return Err(self.bad("the count or the checksum does not match the rows"));
        }
        Ok(Summary { rows: self.rows, seq: self.seq, sha256 })
    }

    fn next_line(&mut self) -> Result<String, StoreError> {
        self.line += 1;
        let mut text = String::new();
        let limit = LINE_LEN_MAX as u64;
        match Read::take(&mut *self.from, limit).read_line(&mut text) {
            Ok(_) if text.ends_with('\n') => Ok(text),
            Ok(_) => Err(self.bad("the export ends in the middle, or the line is too long")),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Err(self.bad("a line of JSON was expected"))
            }
            Err(error) => Err(StoreError::io("read the export", error)),
        }
    }

    fn bad(&self, what: &str) -> StoreError {
        StoreError::BadExport { line: self.line, what: what.to_owned() }
    }
}

/// Lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// The bytes of hex digits, of either case.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    if !text.len().is_multiple_of(2) {
        return None;
    }
    text.as_bytes().chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}
