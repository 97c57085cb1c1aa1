//! beian
