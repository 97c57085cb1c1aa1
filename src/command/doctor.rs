//! `beian doctor`: looks whether everything is in order, and says what to do where it is not.

use std::path::Path;

use anyhow::Context;
use chrono::TimeDelta;

use super::{Answer, open, print, serve};
use crate::channel::telegram::{self, Examined};
use crate::clock::Clock;
use crate::config::Config;
use crate::store::StoreError;

/// How far this clock may be from the server's.
const CLOCK_OFF_MAX: TimeDelta = TimeDelta::seconds(30);

pub(super) fn run(config: &Config, data: Option<&Path>) -> anyhow::Result<Answer> {
    match open::content(config) {
        Ok(content) => print(&format!("ok    dialogues {} without faults", content.version)),
        Err(error) => {
            print(&format!("wrong dialogues: {error:#}"));
            return Ok(Answer::No);
        }
    }
    let store = store(config, data)?;
    let telegram = telegram(config)?;
    Ok(if store == Answer::Done { telegram } else { store })
}

fn store(config: &Config, data: Option<&Path>) -> anyhow::Result<Answer> {
    let folder = config.data_folder(data);
    if !folder.exists() {
        print(&format!("ok    store: none yet; it will be made in {}", folder.display()));
        return Ok(Answer::Done);
    }
    let opened = open::block_on(async {
        let opened = open::engine(config, data, None).await?;
        let tickets = opened.engine.tickets().await?.len();
        let set_aside = opened.engine.set_aside().await?;
        opened.store.close().await?;
        anyhow::Ok((opened, tickets, set_aside))
    })?;
    match opened {
        Ok((opened, tickets, set_aside)) => {
            print(&format!("ok    store in {}", opened.data.display()));
            print(&format!("ok    key in {}", opened.key_file.display()));
            print(&format!("ok    tickets waiting: {tickets}"));
            if set_aside > 0 {
                print(&format!(
                    "note  messages set aside in the last 8 days: {set_aside}; the log tells why their turns failed"
                ));
            }
            Ok(Answer::Done)
        }
        Err(error) => {
            if let Some(StoreError::Locked { holder, .. }) = error.downcast_ref() {
                let holder = holder.map_or("another process".to_owned(), |pid| format!("process {pid}"));
                print(&format!(
                    "ok    store in {}, in use by {holder}, so not looked into",
                    folder.display()
                ));
                return Ok(Answer::Done);
            }
            print(&format!("wrong store: {error:#}"));
            Ok(Answer::No)
        }
    }
}

fn telegram(config: &Config) -> anyhow::Result<Answer> {
    let token = match serve::token() {
        Ok(Some(token)) => token,
        Ok(None) => {
            print(&format!("ok    telegram: not set up; `beian serve` needs a token in {}", serve::TOKEN));
            return Ok(Answer::Done);
        }
        Err(error) => {
            print(&format!("wrong telegram: {error:#}"));
            return Ok(Answer::No);
        }
    };
    let examined = open::block_on(telegram::examine(&config.telegram, &token))?;
    let Examined { name, webhook, server_time } = match examined {
        Ok(examined) => examined,
        Err(error) => {
            print(&format!("wrong telegram: {error}"));
            return Ok(Answer::No);
        }
    };
    let mut answer = Answer::Done;
    print(&format!("ok    telegram: the token is that of @{name}"));
    if webhook {
        print(&format!("wrong telegram: {}", telegram::ServeError::Webhook));
        answer = Answer::No;
    }
    let server_time = server_time.context("Telegram's answer bore no date");
    match server_time.map(|time| Clock::Wall.now() - time) {
        Ok(off) if off.abs() <= CLOCK_OFF_MAX => {
            print(&format!("ok    clock: within {} s of Telegram's", CLOCK_OFF_MAX.num_seconds()));
        }
        Ok(off) => {
            let (seconds, way) =
                (off.num_seconds().abs(), if off > TimeDelta::zero() { "ahead of" } else { "behind" });
            print(&format!(
                "wrong clock: {seconds} s {way} Telegram's; deadlines go by this clock, so let it be set (NTP)"
            ));
            answer = Answer::No;
        }
        Err(error) => print(&format!("note  clock: not compared: {error}")),
    }
    Ok(answer)
}
