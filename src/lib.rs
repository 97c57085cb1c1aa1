//! A conversational guide through China's ICP filing (ICP备案) on Alibaba Cloud.

pub mod content;
pub mod dialogue;
