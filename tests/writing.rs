//! What dialogues/README.md teaches works: its own examples, applied to a copy of the dialogues, have no fault and no
//! flaw, and do in a conversation what is said of them.

#[path = "support/binary.rs"]
mod binary;

use beian::content::{Content, Files, shipped};
use beian::proof::prove;
use binary::answer_of;

/// A README as it alternates between words and blocks: `words[n]` stands before `blocks[n]`.
struct Lesson {
    words: Vec<String>,
    blocks: Vec<String>,
}

impl Lesson {
    fn read(file: &str) -> Self {
        let path = format!("{}/dialogues/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut parts = text.split("```").collect::<Vec<_>>().into_iter();
        let mut lesson = Self { words: Vec::new(), blocks: Vec::new() };
        while let Some(words) = parts.next() {
            lesson.words.push(words.to_owned());
            lesson.blocks.extend(parts.next().map(str::to_owned));
        }
        lesson
    }

    /// A block without its kind.
    fn block(&self, number: usize) -> &str {
        self.blocks[number].split_once('\n').map_or("", |(_, body)| body)
    }

    /// What the words before a block say of it.
    fn told(&self, number: usize) -> String {
        self.words[number].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The file that is named last in such words.
fn file_in(words: &str) -> &str {
    words.rsplit('`').nth(1).unwrap_or_else(|| panic!("a file is named: {words}"))
}

/// Does what the lesson says, to the end.
fn follow(lesson: &Lesson, files: &mut Files) -> usize {
    let mut count = 0;
    for number in 0..lesson.blocks.len() {
        let words = lesson.told(number);
        let block = lesson.block(number);
        if words.ends_with("`, add") {
            let file = file_in(&words);
            let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
            text.push('\n');
            text.push_str(block);
            count += 1;
        } else if words == "becomes" {
            let before = lesson.told(number - 1);
            assert!(before.ends_with("`, this"), "{before}");
            let file = file_in(&before);
            let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
            let old = lesson.block(number - 1);
            assert_eq!(text.matches(old).count(), 1, "once in {file}:\n{old}");
            *text = text.replacen(old, block, 1);
            count += 1;
        }
    }
    count
}

fn taught() -> Files {
    let mut files = Files::shipped();
    assert_eq!(follow(&Lesson::read("README.md"), &mut files), 27, "all examples are tried");
    files
}

fn loaded(files: &Files) -> Content {
    files.load().unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn the_examples_have_no_fault_and_no_flaw() {
    let content = loaded(&taught());
    let flaws: Vec<String> = prove(&content).flaws.iter().map(|flaw| flaw.fault.to_string()).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    assert_eq!(content.fields.len(), shipped().fields.len() + 3);
    let field = content.field("site.opening-remark").expect("it was added");
    assert!(field.optional);
}

/// An enterprise in Zhejiang whose site opens later, after the rule on domains is in force.
const HEARD: &str = "# What the lesson adds is heard.
edition: current   at: 2027-03-01 09:00 +08:00   lang: en
with> subject.kind = enterprise   subject.province = 33
until> operation
bot > What brings you here? … take the first choice
until> domain.expires-on
user> 2027-06-10
asks> filing.stop
bot > 120
user> [solved]
user> 2027-12-01
until> subject-lead.mobile
bot > The phones must be answered in working hours. … Support team
until> site.languages
bot > [Portuguese (葡萄牙语)]
until> site.opening-plan
bot > When shall the site open? … [As soon as it is filed] [Later]
user> [later]
asks> site.opening-remark
bot > When, roughly?
user> /skip
stage> upload
";

#[test]
fn the_examples_are_heard_in_a_conversation() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for (file, text) in &taught().0 {
        let path = home.path().join("my-dialogues").join(file);
        std::fs::create_dir_all(path.parent().expect("inside")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    let lesson = Lesson::read("README.md");
    let config = (0..lesson.blocks.len()).find(|number| lesson.block(*number).starts_with("[dialogues]"));
    let config = lesson.block(config.expect("the configuration is shown"));
    std::fs::write(home.path().join("my.toml"), config).expect("the configuration is written");
    std::fs::write(home.path().join("heard.txt"), HEARD).expect("the transcript is written");
    let (code, out, error) = answer_of(home.path(), &["--config", "my.toml", "play", "heard.txt"]);
    assert_eq!(code, 0, "{out}{error}");
    let (code, out, _) = answer_of(home.path(), &["check", "my-dialogues"]);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn a_slip_is_told_as_the_lesson_says() {
    let lesson = Lesson::read("README.md");
    let told = (0..lesson.blocks.len()).find(|number| lesson.told(*number) == "Then it says");
    let told = told.expect("a fault is shown");
    let mut files = taught();
    let file = "flow/details.toml";
    let text = files.0.get_mut(file).expect("it is shipped");
    let (right, wrong) = (lesson.block(told - 2), lesson.block(told - 1));
    assert_eq!(text.matches(right).count(), 1, "{right}");
    *text = text.replacen(right, wrong, 1);
    let faults = files.load().err().expect("a fault").to_string();
    assert_eq!(faults, lesson.block(told).trim_end());
}

#[test]
fn the_usual_faults_are_told_in_these_words() {
    let mut source = String::new();
    for folder in ["src/content", "src/content/check", "src/content/resolve", "src/proof", "src/command"] {
        for entry in
            std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).expect(folder).flatten()
        {
            source += &std::fs::read_to_string(entry.path()).unwrap_or_default();
        }
    }
    let lesson = Lesson::read("README.md");
    let rows = lesson
        .words
        .iter()
        .flat_map(|words| words.lines())
        .skip_while(|line| *line != "| it says | what to do |");
    let said: Vec<&str> = rows.filter_map(|row| row.strip_prefix("| `")?.split("` | ").next()).collect();
    assert!(said.len() >= 15, "{said:?}");
    // The reader of TOML says what begins with `unknown`.
    for part in said.iter().flat_map(|said| said.split(" … ")).filter(|said| !said.starts_with("unknown")) {
        assert!(source.contains(part.trim()), "no fault says `{part}`");
    }
}

#[test]
fn both_lessons_have_the_same_examples() {
    assert_eq!(Lesson::read("README.md").blocks, Lesson::read("README.zh-CN.md").blocks);
}

#[test]
fn the_folder_is_written_out_and_nothing_is_written_over() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (code, out, _) = answer_of(home.path(), &["dialogues", "my-dialogues"]);
    assert_eq!(code, 0, "{out}");
    let written = Files::read(&home.path().join("my-dialogues")).expect("they can be read");
    assert_eq!(written.version(), Files::shipped().version());
    assert!(home.path().join("my-dialogues/README.md").exists(), "with the README");
    let (code, _, error) = answer_of(home.path(), &["dialogues", "my-dialogues"]);
    assert_eq!(code, 2);
    assert!(error.contains("is not empty, and nothing in it is written over"), "{error}");
}
