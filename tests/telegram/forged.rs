//! Forged, stale and foreign buttons and payloads of links by the thousand: none has an effect.
//!
//! `BEIAN_FORGED` says how many of each go through the real binary (3,000 without it), `BEIAN_SEED` where they begin.

use std::time::Duration;

use beian::dialogue::{Press, short_code};

use crate::binary::Random;
use crate::people::{Carried, Person, Town, asks, carried, company};
use crate::serve::block_on;
use crate::telegram::Shown;

/// How many updates are on their way at a time.
const WAVE: u64 = 500;

/// A wave may take long on a busy machine.
const WAVE_MAX: Duration = Duration::from_secs(120);

/// And the inbox of somebody who sends this much longer still.
const INBOX_MAX: Duration = Duration::from_secs(900);

fn number_of(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().expect("a number"))
}

fn letters(random: &mut Random, from: &[char], length_max: u64) -> String {
    let length = random.below(length_max + 1);
    let mut text = String::new();
    for _ in 0..length {
        let letter = from[usize::try_from(random.below(from.len() as u64)).expect("small")];
        if text.len() + letter.len_utf8() <= usize::try_from(length_max).expect("small") {
            text.push(letter);
        }
    }
    text
}

/// Data that no button of this panel carries: of real data one thing is changed, or it is made up.
fn forged(random: &mut Random, real: &[String], foreign: &[String]) -> String {
    let one = |random: &mut Random, of: &[String]| {
        of[usize::try_from(random.below(of.len() as u64)).expect("small")].clone()
    };
    let data = one(random, real);
    let write = |parts: &Carried| {
        let Carried { filing, asks, option, .. } = parts;
        format!("1{filing}{}.{asks}.{option}.{}", base_36(parts.revision), base_36(parts.turn))
    };
    let mut parts = Carried::read(&data);
    match random.below(10) {
        0 => letters(
            random,
            &"\u{0}\u{7f} \"'<>&{}[].:;-_/\\%$#@!?~`^|aZ09备案😀\u{202e}\u{feff}".chars().collect::<Vec<_>>(),
            64,
        ),
        1 => letters(random, &"1ABCDEFGHJKMNPQRSTUVWXYZ23456789abcxyz._-".chars().collect::<Vec<_>>(), 64),
        2 => {
            let at = usize::try_from(random.below(data.len() as u64)).expect("small");
            let new = char::from(b'!' + u8::try_from(random.below(94)).expect("small"));
            format!("{}{new}{}", &data[..at], &data[at + 1..])
        }
        3 => data[..usize::try_from(random.below(data.len() as u64)).expect("small")].to_owned(),
        4 => {
            parts.revision = parts.revision.wrapping_add(1 + random.below(1 << 20));
            write(&parts)
        }
        5 => {
            parts.filing = letters(random, &"ACDEFGHJKLMNPQRTUVWXY34679".chars().collect::<Vec<_>>(), 6);
            write(&parts)
        }
        6 => one(random, foreign),
        7 => {
            parts.asks = short_code(
                ["", "consent", "subject.name", "cancel.confirmed"]
                    [usize::try_from(random.below(4)).expect("small")],
            );
            write(&parts)
        }
        8 => {
            let never =
                ["nav.forget-yes", "nav.cancel", "yes", "zh-CN", "nav.use:ACDEFG", "nav.done", "decline"];
            parts.option = short_code(never[usize::try_from(random.below(7)).expect("small")]);
            write(&parts)
        }
        _ => format!("{data}{}", letters(random, &"1.aA ".chars().collect::<Vec<_>>(), 4)),
    }
}

fn base_36(number: u64) -> String {
    let digit =
        |number: u64| char::from_digit(u32::try_from(number % 36).expect("a digit"), 36).expect("a digit");
    let mut digits = vec![digit(number)];
    let mut rest = number / 36;
    while rest > 0 {
        digits.push(digit(rest));
        rest /= 36;
    }
    digits.iter().rev().collect()
}

/// The turn only tells one showing of a button from another.
fn is_the_same_button(data: &str, real: &str) -> bool {
    let button = |data: &str| data.rsplit_once('.').map(|(button, _)| button.to_owned());
    Press::read(data).is_some() && button(data) == button(real)
}

fn all_data(panel: &Shown) -> Vec<String> {
    panel.data().into_iter().map(str::to_owned).collect()
}

/// Sends so many in waves, and waits for each wave to be dealt with.
fn in_waves(town: &Town, count: u64, mut send: impl FnMut(u64)) {
    for begin in (0..count).step_by(usize::try_from(WAVE).expect("small")) {
        for number in begin..count.min(begin + WAVE) {
            send(number);
        }
        assert!(block_on(town.fake.drained(WAVE_MAX)), "the bot does not keep up");
    }
}

#[test]
fn no_forged_button_has_an_effect() {
    let count = number_of("BEIAN_FORGED", 3_000);
    let seed = number_of("BEIAN_SEED", 1);
    let mut town = Town::open();
    town.fake.record(false);
    let (id, other) = (town.person().id, town.person().id);
    let (person, other) = (Person { town: &town, id }, Person { town: &town, id: other });
    person.starts();
    person.goes_to(&mut company(), "site.commercial");
    other.starts();
    other.goes_to(&mut company(), "site.commercial");
    let foreign: Vec<String> = other.chat().iter().flat_map(all_data).collect();
    let data_before = person.data();
    let panel = person.panel();
    let real = all_data(&panel);
    let old = person.chat().first().expect("something was said").id;
    let sent = town.fake.sent(id);
    let mut random = Random(seed);
    in_waves(&town, count, |_| {
        let data = loop {
            let data = forged(&mut random, &real, &foreign);
            if !real.iter().any(|real| is_the_same_button(&data, real)) {
                break data;
            }
        };
        // Under the newest message or an old one, also one that never was.
        let message = [panel.id, old, 5][usize::try_from(random.below(3)).expect("small")];
        town.fake.press(id, message, &data);
    });
    // Whatever still waits in the inbox stands before these words.
    town.fake.say(id, "/repeat");
    assert!(block_on(town.fake.next_of(id, sent, INBOX_MAX)).is_some(), "the bot does not get through");
    assert_eq!(town.fake.sent(id), sent + 1, "seed {seed}: something was said");
    // Who presses faster than the server answers is not answered each time; who presses once is.
    std::thread::sleep(Duration::from_millis(200));
    let toasts = town.fake.toasts(id).len();
    town.fake.press(id, old, &foreign[0]);
    assert!(block_on(town.fake.toast_of(id, toasts, WAVE_MAX)).is_some(), "a press is not answered");
    let after = person.chat().into_iter().find(|shown| shown.id == panel.id).expect("it was shown");
    assert_eq!((after.edits, &after.buttons), (panel.edits, &panel.buttons), "seed {seed}");
    // The button that was shown before all this still does what it says.
    let next = person.presses(&panel, "no");
    assert_ne!(asks(&next), "site.commercial");
    let before = carried(&panel).expect("buttons").revision;
    assert_eq!(carried(&next).expect("buttons").revision, before + 1, "seed {seed}: one answer more");
    assert_eq!(person.data().replace("\n• 是否经营性：否", ""), data_before, "seed {seed}");
    assert_eq!(asks(&other.panel()), "site.commercial");
    assert!(town.is_running());
}

#[test]
fn no_payload_of_a_link_has_an_effect() {
    let count = number_of("BEIAN_FORGED", 3_000);
    let seed = number_of("BEIAN_SEED", 2);
    let mut town = Town::open();
    town.fake.record(false);
    town.fake.remember(8);
    let id = town.person().id;
    let person = Person { town: &town, id };
    let panel = person.starts();
    let filing = carried(&panel).expect("buttons").filing;
    let revision = carried(&panel).expect("buttons").revision;
    let mut random = Random(seed);
    let known = ["en", "zh", "nav.forget-yes", "forget", "decline", "agree", "use_", "new", filing.as_str()];
    in_waves(&town, count, |_| {
        let payload = match random.below(4) {
            0 => letters(&mut random, &"ABCXYZabcxyz0189_-".chars().collect::<Vec<_>>(), 64),
            1 => letters(
                &mut random,
                &"\u{1}\u{202e}备案😀<b>&\"'./\\ \n\t{}$".chars().collect::<Vec<_>>(),
                64,
            ),
            2 => {
                let real = panel.data();
                real[usize::try_from(random.below(real.len() as u64)).expect("small")].to_owned()
            }
            _ => known[usize::try_from(random.below(known.len() as u64)).expect("small")].to_owned(),
        };
        town.fake.starts(id, &payload);
    });
    let after = person.says("/repeat");
    assert_eq!(asks(&after), "consent", "seed {seed}");
    let now = carried(&after).expect("buttons");
    assert_eq!((now.filing, now.revision), (filing, revision), "seed {seed}");
    assert!(after.text.contains("同意这样保存"), "{}", after.text);
    assert!(town.is_running());
}

#[test]
fn whatever_reads_as_a_press_is_written_the_same_way() {
    let mut random = Random(number_of("BEIAN_SEED", 3));
    let real = ["1ACDEFG7.aB-_09.zZ8aaa.1x".to_owned(), "1ACDEFG0.aaaaaa.bbbbbb.0".to_owned()];
    for _ in 0..number_of("BEIAN_FORGED", 3_000) {
        let data = forged(&mut random, &real, &real);
        if let Some(press) = Press::read(&data) {
            assert_eq!(press.write(), data);
        }
    }
}
