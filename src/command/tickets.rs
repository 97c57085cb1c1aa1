//! `beian tickets`: what waits for a person, oldest first.

use std::path::Path;

use super::{Answer, open, print};
use crate::config::Config;

pub(super) fn run(config: &Config, data: Option<&Path>, json: bool) -> anyhow::Result<Answer> {
    if !open::exists(config, data) {
        if !json {
            print("no tickets");
        }
        return Ok(Answer::Done);
    }
    let tickets = open::block_on(async {
        let opened = open::engine(config, data, None).await?;
        let tickets = opened.engine.tickets().await?;
        opened.store.close().await?;
        anyhow::Ok(tickets)
    })??;
    for ticket in &tickets {
        if json {
            print(&serde_json::to_string(ticket)?);
        } else {
            let asks = ticket.asks.as_deref().unwrap_or("-");
            let at = ticket.at.format("%Y-%m-%d %H:%M UTC");
            print(&format!("{:10} {at}  {:16} {:32} {}", ticket.id, ticket.stage, asks, ticket.language));
        }
    }
    if tickets.is_empty() && !json {
        print("no tickets");
    }
    Ok(Answer::Done)
}
