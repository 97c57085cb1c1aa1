//! beian

pub mod personal;
pub mod store;
