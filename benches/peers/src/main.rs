//! The same thirty questions as an ordinary teloxide bot asks them: the default dispatcher, and the place in the
//! dialogue kept in one of teloxide's own storages.
//!
//! It follows teloxide's own examples and promises what they promise. `TELOXIDE_TOKEN` and `TELOXIDE_API_URL` say
//! where the bot lives, `REDIS_URL` where Redis does.

use std::error::Error;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use teloxide::dispatching::dialogue::serializer::Json;
use teloxide::dispatching::dialogue::{ErasedStorage, InMemStorage, RedisStorage, Storage};
use teloxide::prelude::*;

/// One question a line, an answer that passes behind a tab.
const QUESTIONS: &str = include_str!("../../questions.txt");

/// Where a conversation stands: what is answered; the next question is asked.
#[derive(Clone, Default, Serialize, Deserialize)]
enum State {
    /// Nothing was asked yet.
    #[default]
    Start,
    /// The question behind these answers was asked.
    Asked { answers: Vec<String> },
}

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;
type Place = Dialogue<State, ErasedStorage<State>>;

#[tokio::main]
async fn main() -> Fallible<()> {
    let storage = match std::env::args().skip(1).collect::<Vec<_>>().join(" ").as_str() {
        "--storage memory" => InMemStorage::new().erase(),
        "--storage redis" => {
            let url = std::env::var("REDIS_URL").unwrap_or_else(|_| "redis://127.0.0.1:6379".to_owned());
            RedisStorage::open(&url, Json).await?.erase()
        }
        _ => return Err("usage: peer --storage memory|redis".into()),
    };
    let handler = Update::filter_message()
        .enter_dialogue::<Message, ErasedStorage<State>, State>()
        .branch(dptree::case![State::Start].endpoint(begin))
        .branch(dptree::case![State::Asked { answers }].endpoint(take));
    Dispatcher::builder(Bot::from_env(), handler)
        .dependencies(dptree::deps![storage as Arc<ErasedStorage<State>>])
        .enable_ctrlc_handler()
        .build()
        .dispatch()
        .await;
    Ok(())
}

/// Whoever comes is asked the first question.
async fn begin(bot: Bot, place: Place, message: Message) -> Fallible<()> {
    ask(&bot, &place, &message, Vec::new()).await
}

/// An answer that is not empty leads to the next question, the last one back to the first.
async fn take(bot: Bot, place: Place, message: Message, mut answers: Vec<String>) -> Fallible<()> {
    match message.text().map(str::trim) {
        Some(text) if !text.is_empty() => answers.push(text.to_owned()),
        Some(_) | None => {
            bot.send_message(message.chat.id, "Please answer in words.").await?;
            return Ok(());
        }
    }
    if answers.len() == QUESTIONS.lines().count() {
        answers.clear();
    }
    ask(&bot, &place, &message, answers).await
}

/// Keeps the answers, then asks the question behind them.
async fn ask(bot: &Bot, place: &Place, message: &Message, answers: Vec<String>) -> Fallible<()> {
    let line =
        QUESTIONS.lines().nth(answers.len()).ok_or("there is a question behind every answer but the last")?;
    let question = line.split('\t').next().unwrap_or(line);
    place.update(State::Asked { answers }).await?;
    bot.send_message(message.chat.id, question).await?;
    Ok(())
}
