//! Inline mode: whoever types `@BOT 短信 浙江` in any chat is offered answers with their sources, to be dropped there.
//!
//! It looks at no filing and keeps nothing: what is offered depends on the words alone. An offer that comes late is of no use,
//! so each is made once.

use chrono::NaiveDate;
use teloxide::payloads::{AnswerInlineQuery, AnswerInlineQuerySetters};
use teloxide::types::{
    InlineQueryId, InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton,
    InlineQueryResultsButtonKind, InputMessageContent, InputMessageContentText, ParseMode,
};

use super::render::{TEXT_UNITS_MAX, html, no_preview, units};
use crate::content::{Content, Language, plain};
use crate::engine::LanguageHint;
use crate::knowledge::Answerer;
use crate::personal::Personal;

/// The most answers offered.
const OFFER_COUNT_MAX: usize = 5;

/// How much of an answer is shown before it is chosen, in characters.
const SHOWN_LEN_MAX: usize = 120;

/// Fewer words in Latin letters tell no language.
const WORD_COUNT_MIN: usize = 3;

/// How long Telegram may offer the same again to the same person, in seconds.
const KEPT_S: u32 = 300;

/// What somebody typed after the bot's name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Query {
    /// What the offer is answered by.
    pub(super) id: String,
    /// Who typed it.
    pub(super) user: i64,
    /// The words.
    pub(super) text: Personal,
    /// The language of whoever typed it.
    pub(super) hint: LanguageHint,
}

/// What is offered, and a way into the private chat.
pub(super) fn offer(content: &Content, edition: &str, today: NaiveDate, query: &Query) -> AnswerInlineQuery {
    let text = query.text.expose().trim();
    // A name such as `ICP` is of no language.
    let is_name = text.is_ascii() && text.split_whitespace().count() < WORD_COUNT_MIN;
    let language =
        query.hint.language.filter(|_| is_name).unwrap_or_else(|| content.knowledge.language_of(text));
    let answerer = Answerer { content, language, edition, today };
    let offers = content.knowledge.offers(text, &content.provinces);
    let results = offers.iter().take(OFFER_COUNT_MAX).zip(1..).filter_map(|(asked, number)| {
        let said = answerer.answer(asked, text).text;
        let shown: String = plain(&said).lines().next()?.chars().take(SHOWN_LEN_MAX).collect();
        let message = html(&said);
        if units(&message) > TEXT_UNITS_MAX {
            return None;
        }
        let mut message = InputMessageContentText::new(message).parse_mode(ParseMode::Html);
        message.link_preview_options = Some(no_preview());
        let title = answerer.label(asked.topic);
        let article =
            InlineQueryResultArticle::new(number.to_string(), title, InputMessageContent::Text(message));
        Some(InlineQueryResult::Article(article.description(shown)))
    });
    let button = InlineQueryResultsButton {
        text: answerer.say("inline-private"),
        kind: InlineQueryResultsButtonKind::StartParameter(
            match query.hint.language.unwrap_or(language) {
                Language::ZhCn => "zh",
                Language::En => "en",
            }
            .to_owned(),
        ),
    };
    AnswerInlineQuery::new(InlineQueryId(query.id.clone()), results)
        .cache_time(KEPT_S)
        .is_personal(true)
        .button(button)
}
