//! beian

fn main() {}
