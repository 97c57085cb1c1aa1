//! Numbers with right check digits, by the standards' own arithmetic (GB 11643, GB 32100, GB 11714).

/// Region, birth date (`YYYYMMDD`) and sequence of a resident ID, or of any number checked like one.
pub(crate) fn resident(region: &str, birth: &str, sequence: u32) -> String {
    mod_11_2(&format!("{region}{birth}{:03}", sequence % 1000))
}

/// The new foreign permanent-residence card of a person from nationality 840.
pub(crate) fn permanent_residence(province: &str, birth: &str, sequence: u32) -> String {
    mod_11_2(&format!("9{province}840{birth}{:03}", sequence % 1000))
}

fn mod_11_2(body: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits(body).zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = b"10X98765432"[(sum % 11) as usize] as char;
    format!("{body}{check}")
}

/// An organisation code: eight digits and the check, without hyphen.
pub(crate) fn organisation(serial: u32) -> String {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("{:08}", serial % 100_000_000);
    let sum: u32 = digits(&body).zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        check => char::from_digit(check, 10).expect("below ten"),
    };
    format!("{body}{check}")
}

/// A unified social credit code of a registering department and kind such as `91`.
pub(crate) fn credit(prefix: &str, region: &str, serial: u32) -> String {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("{prefix}{region}{}", organisation(serial));
    let mut weight = 1;
    let mut sum = 0;
    for sign in body.bytes() {
        let value = ALPHABET.iter().position(|known| *known == sign).expect("made of the alphabet");
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let check = ALPHABET[(31 - sum % 31) % 31] as char;
    format!("{body}{check}")
}

fn digits(text: &str) -> impl Iterator<Item = u32> {
    text.chars().filter_map(|char| char.to_digit(10))
}
