//! Who talks, as other programs name them.

/// Who talks: `local:NAME`, `telegram:ID`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicantId(String);

impl ApplicantId {
    /// An applicant at the terminal; `None` where the name is empty, longer than 64 characters or holds control
    /// characters.
    #[must_use]
    pub fn local(name: &str) -> Option<Self> {
        let name = name.trim();
        let fits = !name.is_empty() && name.chars().count() <= 64 && !name.chars().any(char::is_control);
        fits.then(|| Self(format!("local:{name}")))
    }

    /// Somebody on Telegram, by the number of their account.
    #[must_use]
    pub fn telegram(user: i64) -> Self {
        Self(format!("telegram:{user}"))
    }

    /// The number of their account, where it is somebody on Telegram.
    #[must_use]
    pub fn telegram_user(&self) -> Option<i64> {
        self.0.strip_prefix("telegram:")?.parse().ok()
    }

    /// An id as it was kept.
    pub(super) fn kept(name: String) -> Self {
        Self(name)
    }

    /// The id as other programs see it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ApplicantId {
    fn default() -> Self {
        Self("local:me".to_owned())
    }
}

impl std::fmt::Debug for ApplicantId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let channel = self.0.split(':').next().unwrap_or_default();
        write!(out, "{channel}:***")
    }
}
