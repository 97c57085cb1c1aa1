//! Good and bad answers of every kind, made from a seed. Shares no code with the checks: check digits are computed
//! here as the standards write them down.

mod bad;
mod good;

pub(crate) use bad::bad;
pub(crate) use good::good;

/// A small generator of pseudo-random numbers (xorshift64*): the same seed gives the same cases everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number of `0..below`.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.next() % below as u64).expect("smaller than a usize")
    }

    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn text(&mut self, alphabet: &str, length: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..length).map(|_| self.pick(&alphabet)).collect()
    }

    fn digits(&mut self, length: usize) -> String {
        self.text("0123456789", length)
    }
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
const CHINESE: &str = "山水云木林江月星海风花鸟石泉竹松梅兰";
const CREDIT: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Code, filing prefix, public-security prefix, a name.
pub(crate) const PROVINCES: [(&str, char, char, &str); 31] = [
    ("11", '京', '京', "北京"),
    ("12", '津', '津', "天津"),
    ("13", '冀', '冀', "石家庄"),
    ("14", '晋', '晋', "太原"),
    ("15", '蒙', '蒙', "包头"),
    ("21", '辽', '辽', "大连"),
    ("22", '吉', '吉', "长春"),
    ("23", '黑', '黑', "哈尔滨"),
    ("31", '沪', '沪', "Shanghai"),
    ("32", '苏', '苏', "南京"),
    ("33", '浙', '浙', "Hangzhou"),
    ("34", '皖', '皖', "合肥"),
    ("35", '闽', '闽', "厦门"),
    ("36", '赣', '赣', "南昌"),
    ("37", '鲁', '鲁', "青岛"),
    ("41", '豫', '豫', "郑州"),
    ("42", '鄂', '鄂', "武汉"),
    ("43", '湘', '湘', "长沙"),
    ("44", '粤', '粤', "Shenzhen"),
    ("45", '桂', '桂', "南宁"),
    ("46", '琼', '琼', "海口"),
    ("50", '渝', '渝', "Chongqing"),
    ("51", '蜀', '川', "成都"),
    ("52", '黔', '贵', "贵阳"),
    ("53", '滇', '滇', "昆明"),
    ("54", '藏', '藏', "Tibet"),
    ("61", '陕', '陕', "西安"),
    ("62", '陇', '甘', "兰州"),
    ("63", '青', '青', "西宁"),
    ("64", '宁', '宁', "银川"),
    ("65", '新', '新', "乌鲁木齐"),
];

/// GB 11643: the weighted sum of 17 digits, modulo 11, looked up in `10X98765432`.
pub(crate) fn resident_check(digits: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

/// GB 11714: eight weights; 11 minus the sum modulo 11; 10 is X, 11 is 0.
pub(crate) fn organisation_check(code: &str) -> char {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let value = |b: u8| {
        if b.is_ascii_digit() { u32::from(b - b'0') } else { u32::from(b - b'A') + 10 }
    };
    match 11 - code.bytes().zip(WEIGHTS).map(|(b, weight)| value(b) * weight).sum::<u32>() % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).expect("below ten"),
    }
}

/// GB 32100: weights are the powers of 3 modulo 31; 31 minus the sum modulo 31, looked up in the alphabet.
pub(crate) fn credit_check(code: &str) -> char {
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let sum: usize =
        code.chars().zip(WEIGHTS).map(|(c, w)| CREDIT.find(c).expect("in the alphabet") * w).sum();
    CREDIT.chars().nth((31 - sum % 31) % 31).expect("in the alphabet")
}

/// Every other character that the form allows in that place.
pub(crate) fn single_changes(number: &str, alphabet: &str) -> Vec<String> {
    let characters: Vec<char> = number.chars().collect();
    let mut changed = Vec::new();
    for at in 0..characters.len() {
        for other in alphabet.chars().filter(|other| *other != characters[at]) {
            let mut copy = characters.clone();
            copy[at] = other;
            changed.push(copy.into_iter().collect());
        }
    }
    changed
}

/// Every number with two unlike neighbours swapped.
pub(crate) fn adjacent_swaps(number: &str) -> Vec<String> {
    let characters: Vec<char> = number.chars().collect();
    let swap = |at: usize| {
        let mut copy = characters.clone();
        copy.swap(at, at + 1);
        copy.into_iter().collect()
    };
    (0..characters.len() - 1).filter(|at| characters[*at] != characters[at + 1]).map(swap).collect()
}

fn day(dice: &mut Dice) -> String {
    format!("{}{:02}{:02}", dice.between(1901, 2025), dice.between(1, 12), dice.between(1, 28))
}

fn with_resident_check(seventeen: String) -> String {
    let check = resident_check(&seventeen);
    seventeen + &check.to_string()
}

pub(crate) fn resident_id(dice: &mut Dice) -> String {
    let region = dice.pick(&PROVINCES).0;
    let rest = format!("{region}{}{}{}", dice.digits(4), day(dice), dice.digits(3));
    with_resident_check(rest)
}

pub(crate) fn organisation_code(dice: &mut Dice) -> String {
    let body = dice.text("0123456789ABCDEFGHJKLMNPQRTUWXY", 8);
    let check = organisation_check(&body);
    format!("{body}{check}")
}

pub(crate) fn credit_code(dice: &mut Dice) -> String {
    let prefix = dice.pick(&["11", "12", "31", "51", "52", "53", "91", "92", "93"]);
    let body = format!("{prefix}{}{}", dice.digits(6), organisation_code(dice));
    let check = credit_check(&body);
    format!("{body}{check}")
}

fn permit(dice: &mut Dice) -> String {
    let prefix = dice.pick(&["810000", "820000", "830000"]);
    let rest = format!("{prefix}{}{}", day(dice), dice.digits(3));
    with_resident_check(rest)
}

fn residence_card(dice: &mut Dice) -> String {
    let rest = format!("9{}{}{}", dice.digits(5), day(dice), dice.digits(3));
    with_resident_check(rest)
}

fn mobile(dice: &mut Dice) -> String {
    format!(
        "{}{}",
        dice.pick(&["130", "138", "150", "159", "166", "173", "180", "188", "191", "199"]),
        dice.digits(8)
    )
}

fn landline(dice: &mut Dice) -> String {
    if dice.below(2) == 0 {
        format!("{}-{}{}", dice.pick(&["010", "021", "029"]), dice.between(2, 8), dice.digits(7))
    } else {
        format!("{}-{}{}", dice.pick(&["0571", "0755", "0891"]), dice.between(2, 8), dice.digits(6))
    }
}

fn label(dice: &mut Dice) -> String {
    let length = dice.between(2, 12);
    format!("q{}", dice.text(LETTERS, length))
}

fn domain(dice: &mut Dice) -> String {
    let suffix = dice.pick(&["com", "cn", "com.cn", "net", "top", "org", "cc", "xyz"]);
    format!("{}.{suffix}", label(dice))
}

fn chinese(dice: &mut Dice, low: usize, high: usize) -> String {
    let length = dice.between(low, high);
    dice.text(CHINESE, length)
}

/// The ways in which the same number is typed: none changes its meaning.
fn disguise(dice: &mut Dice, number: &str) -> String {
    let full_width = |c: char| {
        if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).expect("full width") } else { c }
    };
    match dice.below(6) {
        0 => number.chars().map(full_width).collect(),
        1 => format!(" \u{3000}{number}\t"),
        2 => number.to_lowercase(),
        3 => number.chars().flat_map(|c| [c, '\u{200B}']).collect(),
        4 => format!("\u{202E}{number}\u{FEFF}"),
        _ => number.to_owned(),
    }
}

fn number(kind: &str, dice: &mut Dice) -> String {
    match kind {
        "resident-id" => resident_id(dice),
        "credit-code" => credit_code(dice),
        "hmt-residence-permit" => permit(dice),
        "permanent-residence-card" => residence_card(dice),
        other => panic!("{other} has no check character"),
    }
}
