//! Medians, as Markdown.

use std::fmt::Write as _;
use std::time::Duration;

use crate::load::Sample;

/// One table: a row for each system that ran, medians of its rounds.
pub(crate) fn table(users: usize, rounds: usize, window: Duration, rows: &[(&str, &Vec<Sample>)]) -> String {
    let seconds = window.as_secs();
    let mut out =
        format!("\n#### Users at once: {users} (median of {rounds} rounds of {seconds} s)\n\n{}\n", head());
    for (name, samples) in rows.iter().filter(|(_, samples)| !samples.is_empty()) {
        let of = |figure: fn(&Sample) -> f64| median(samples.iter().map(figure).collect());
        let stuck: usize = samples.iter().map(|sample| sample.stuck).sum();
        let warning = if stuck > 0 { format!(" ({stuck} users stuck)") } else { String::new() };
        let row = format!(
            "| {name}{warning} | {:.0} | {:.2} | {:.2} | {:.3} | {:.1} | {:.0} | {:.3} |",
            of(|sample| sample.turns_per_s),
            of(|sample| sample.p50_ms),
            of(|sample| sample.p99_ms),
            of(|sample| sample.cpu_s_per_1000),
            of(|sample| sample.peak_mib),
            of(|sample| sample.cold_start_ms),
            of(|sample| sample.own_cpu_s_per_1000),
        );
        writeln!(out, "{row}").expect("a string takes all");
    }
    out
}

fn head() -> String {
    let columns = [
        "system",
        "turns/s",
        "p50 ms",
        "p99 ms",
        "CPU s per 1,000 turns",
        "peak MiB",
        "cold start ms",
        "(CPU s of the load itself)",
    ];
    let aligned = columns.iter().skip(1).map(|_| "---:").collect::<Vec<_>>().join("|");
    format!("| {} |\n|---|{aligned}|", columns.join(" | "))
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    if figures.len() % 2 == 1 { figures[middle] } else { f64::midpoint(figures[middle - 1], figures[middle]) }
}
