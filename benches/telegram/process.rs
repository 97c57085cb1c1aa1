//! Child processes and what the kernel says of them (`/proc` of Linux). They end with their handle.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Ticks per second in `/proc/PID/stat`: the same on every machine that runs Linux.
const TICKS_PER_S: f64 = 100.0;

/// A running child.
pub(crate) struct Process(Child);

impl Process {
    /// Starts a program; what it prints goes to a file.
    ///
    /// # Errors
    ///
    /// The program or the file cannot be opened.
    pub(crate) fn start(command: &mut Command, log: &Path) -> io::Result<Self> {
        let log = File::create(log)?;
        let errors = log.try_clone()?;
        command.stdin(Stdio::null()).stdout(log).stderr(errors).spawn().map(Self)
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.0.try_wait().is_ok_and(|status| status.is_some())
    }

    /// CPU time so far, of user and system, in seconds.
    pub(crate) fn cpu_s(&self) -> f64 {
        cpu_s(&self.0.id().to_string())
    }

    /// The most memory it ever held, in MiB.
    pub(crate) fn peak_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or_default() / 1024.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// CPU time of this process so far, in seconds.
pub(crate) fn own_cpu_s() -> f64 {
    cpu_s("self")
}

fn cpu_s(process: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name before the last bracket may hold anything; `utime` and `stime` are the 12th and 13th field behind it.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_PER_S
}
