//! From TOML to entries, with messages that say what to write instead.

use smol_str::SmolStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lexicon::LexiconError;
use crate::text::ActorType;

use super::{ActorEntry, ActorsFile, DatedName, FileWord, MetonymEntry};

const FILE_KEYS: [&str; 3] = ["actor", "metonym", "ignore"];
const ACTOR_KEYS: [&str; 7] = [
    "name",
    "type",
    "state",
    "belongs-to",
    "aliases",
    "merge",
    "never-merge",
];
const METONYM_KEYS: [&str; 4] = ["name", "stands-for", "from", "until"];
const ALIAS_KEYS: [&str; 3] = ["name", "from", "until"];

/// How alike (Jaro–Winkler) a word must be to one that is meant perhaps.
const ALIKE: f64 = 0.75;

type Value<'t> = Spanned<DeValue<'t>>;

/// The file being read.
struct ActorsReader<'t> {
    file: &'t str,
    text: &'t str,
}

/// A table with its line.
struct TomlTable<'r, 't> {
    reader: &'r ActorsReader<'t>,
    table: &'r DeTable<'t>,
    line: usize,
}

pub(super) fn file(file: &str, text: &str) -> Result<ActorsFile, LexiconError> {
    let reader = ActorsReader { file, text };
    let root = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(text.len(), |span| span.start);
        reader.error(reader.line(at), format!("no TOML: {}", error.message()))
    })?;
    let root = TomlTable {
        reader: &reader,
        table: root.get_ref(),
        line: 1,
    };
    root.check_keys(&FILE_KEYS)?;
    let mut found = ActorsFile {
        file: file.to_owned(),
        ignored: root.words("ignore")?,
        ..ActorsFile::default()
    };
    for table in root.tables("actor")? {
        found.actors.push(table.actor()?);
    }
    for table in root.tables("metonym")? {
        found.metonyms.push(table.metonym()?);
    }
    Ok(found)
}

impl<'t> ActorsReader<'t> {
    /// The line of a byte of the text, counted from 1.
    fn line(&self, byte: usize) -> usize {
        let before = self.text.get(..byte).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    fn line_of<T>(&self, value: &Spanned<T>) -> usize {
        self.line(value.span().start)
    }

    fn error(&self, line: usize, problem: impl Into<String>) -> LexiconError {
        LexiconError::Malformed {
            file: self.file.to_owned(),
            line,
            problem: problem.into(),
        }
    }

    /// The words of a value.
    fn word(&self, value: &Value<'t>, key: &str) -> Result<FileWord, LexiconError> {
        let line = self.line_of(value);
        match value.get_ref().as_str().map(str::trim) {
            Some("") => Err(self.error(line, format!("`{key}` has an empty name"))),
            Some(text) => Ok(FileWord {
                text: text.to_owned(),
                line,
            }),
            None => {
                let found = value.get_ref().type_str();
                let problem = format!("`{key}` must be words in quotes, not {found}");
                Err(self.error(line, problem))
            }
        }
    }

    fn table<'r>(
        &'r self,
        value: &'r Value<'t>,
        key: &str,
    ) -> Result<TomlTable<'r, 't>, LexiconError> {
        let line = self.line_of(value);
        let table = value.get_ref().as_table();
        let table = table.ok_or_else(|| {
            let found = value.get_ref().type_str();
            self.error(line, format!("`{key}` must be a table, not {found}"))
        })?;
        Ok(TomlTable {
            reader: self,
            table,
            line,
        })
    }
}

impl<'r, 't> TomlTable<'r, 't> {
    /// Whether every key is one of these.
    fn check_keys(&self, keys: &[&str]) -> Result<(), LexiconError> {
        for key in self.table.keys() {
            let word = key.get_ref().as_ref();
            if !keys.contains(&word) {
                let list = keys
                    .iter()
                    .map(|key| (strsim::jaro_winkler(key, word), key));
                let best = list.max_by(|a, b| a.0.total_cmp(&b.0));
                let instead = match best.filter(|(likeness, _)| *likeness >= ALIKE) {
                    Some((_, best)) => format!("did you mean `{best}`?"),
                    None => format!("known are {}", quoted(keys)),
                };
                let line = self.reader.line_of(key);
                let problem = format!("`{word}` is no key here; {instead}");
                return Err(self.reader.error(line, problem));
            }
        }
        Ok(())
    }

    fn value(&self, key: &str) -> Option<&'r Value<'t>> {
        let mut entries = self.table.iter();
        let found = entries.find(|(other, _)| other.get_ref().as_ref() == key);
        found.map(|(_, value)| value)
    }

    fn word(&self, key: &str) -> Result<Option<FileWord>, LexiconError> {
        let value = self.value(key);
        value.map(|value| self.reader.word(value, key)).transpose()
    }

    fn needed(&self, key: &str, of: &str) -> Result<FileWord, LexiconError> {
        self.word(key)?.ok_or_else(|| {
            let problem = format!("the {of} has no `{key}`; write `{key} = \"…\"`");
            self.reader.error(self.line, problem)
        })
    }

    /// The values of a list; a single value is a list of one.
    fn list(&self, key: &str) -> Vec<&'r Value<'t>> {
        match self.value(key) {
            None => Vec::new(),
            Some(value) => match value.get_ref().as_array() {
                Some(array) => array.iter().collect(),
                None => vec![value],
            },
        }
    }

    fn words(&self, key: &str) -> Result<Vec<FileWord>, LexiconError> {
        let values = self.list(key).into_iter();
        values.map(|value| self.reader.word(value, key)).collect()
    }

    fn tables(&self, key: &str) -> Result<Vec<TomlTable<'r, 't>>, LexiconError> {
        let values = self.list(key).into_iter();
        values.map(|value| self.reader.table(value, key)).collect()
    }

    /// A day: `2021-08-15`, with or without quotes.
    fn day(&self, key: &str) -> Result<Option<SmolStr>, LexiconError> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        let words = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            _ => self.reader.word(value, key)?.text,
        };
        match words.parse::<jiff::civil::Date>() {
            Ok(day) if words.len() == 10 => Ok(Some(day.to_string().into())),
            _ => {
                let problem = format!("`{words}` is no day; write `{key} = 2021-08-15`");
                Err(self.reader.error(self.reader.line_of(value), problem))
            }
        }
    }

    /// A name with the days between which it holds.
    fn dated(&self, name: FileWord) -> Result<DatedName, LexiconError> {
        let (since, until) = (self.day("from")?, self.day("until")?);
        if let (Some(since), Some(until)) = (&since, &until)
            && since >= until
        {
            let problem = format!("`until` ({until}) must come after `from` ({since})");
            return Err(self.reader.error(self.line, problem));
        }
        Ok(DatedName { name, since, until })
    }

    fn actor(&self) -> Result<ActorEntry, LexiconError> {
        self.check_keys(&ACTOR_KEYS)?;
        let mut aliases = Vec::new();
        for value in self.list("aliases") {
            aliases.push(if value.get_ref().is_table() {
                let table = self.reader.table(value, "aliases")?;
                table.check_keys(&ALIAS_KEYS)?;
                table.dated(table.needed("name", "alias")?)?
            } else {
                DatedName {
                    name: self.reader.word(value, "aliases")?,
                    since: None,
                    until: None,
                }
            });
        }
        Ok(ActorEntry {
            name: self.needed("name", "actor")?,
            kind: self.kind()?,
            state: self.word("state")?,
            belongs_to: self.word("belongs-to")?,
            aliases,
            merge: self.words("merge")?,
            never_merge: self.words("never-merge")?,
        })
    }

    fn kind(&self) -> Result<Option<(ActorType, usize)>, LexiconError> {
        let Some(word) = self.word("type")? else {
            return Ok(None);
        };
        // People write `armed group`; the outputs have `armed_group`.
        let kind = word.text.to_lowercase().replace([' ', '-'], "_").parse();
        let kind = kind.map_err(|_| {
            let all: Vec<&str> = ActorType::ALL.iter().map(|kind| kind.as_str()).collect();
            let problem = format!("`{}` is no type; known are {}", word.text, quoted(&all));
            self.reader.error(word.line, problem)
        })?;
        Ok(Some((kind, word.line)))
    }

    fn metonym(&self) -> Result<MetonymEntry, LexiconError> {
        self.check_keys(&METONYM_KEYS)?;
        Ok(MetonymEntry {
            name: self.dated(self.needed("name", "metonym")?)?,
            stands_for: self.needed("stands-for", "metonym")?,
        })
    }
}

fn quoted(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        file("a.toml", text).expect_err(text).to_string()
    }

    #[test]
    fn every_key_is_read_with_its_line() {
        let text = "ignore = ['Photo Desk']\n\n[[actor]]\nname = 'Harbour Trust'\ntype = 'armed group'\n\
                    state = 'NOR'\nbelongs-to = 'Harbour Council'\naliases = ['HT', { name = 'The Quay', from = 2020-01-01, until = '2022-05-01' }]\n\
                    merge = 'Harbor Trust'\nnever-merge = ['Harbour Bank']\n\n\
                    [[metonym]]\nname = 'Quay Street'\nstands-for = 'Harbour Trust'\n";
        let found = file("a.toml", text).expect("all of it is of the form");
        assert_eq!(found.ignored[0].text, "Photo Desk");
        let actor = &found.actors[0];
        assert_eq!(
            (actor.name.text.as_str(), actor.name.line),
            ("Harbour Trust", 4)
        );
        assert_eq!(actor.kind, Some((ActorType::ArmedGroup, 5)));
        let owner = actor.belongs_to.as_ref().expect("it is told");
        assert_eq!((owner.text.as_str(), owner.line), ("Harbour Council", 7));
        assert_eq!(actor.aliases[1].name.text, "The Quay");
        assert_eq!(actor.aliases[1].since.as_deref(), Some("2020-01-01"));
        assert_eq!(actor.aliases[1].until.as_deref(), Some("2022-05-01"));
        assert_eq!(actor.merge[0].text, "Harbor Trust");
        assert_eq!(found.metonyms[0].stands_for.line, 14);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_what_to_do() {
        for (text, told) in [
            ("[[actor]\n", "a.toml:1: no TOML: "),
            (
                "[[actor]]\ntype = 'party'\n",
                "a.toml:1: the actor has no `name`",
            ),
            (
                "[[actor]]\nname = 'X'\ntype = 'club'\n",
                "a.toml:3: `club` is no type; known are `person`",
            ),
            (
                "[[actor]]\nname = 3\n",
                "a.toml:2: `name` must be words in quotes, not integer",
            ),
            (
                "[[actors]]\nname = 'X'\n",
                "a.toml:1: `actors` is no key here; did you mean `actor`?",
            ),
            (
                "\n[[metonym]]\nname = 'X'\nstands-for = 'NOR'\nfrom = 'May'\n",
                "a.toml:5: `May` is no day",
            ),
            (
                "[[metonym]]\nname = 'X'\nstands-for = 'NOR'\nfrom = 2022-01-01\nuntil = 2021-01-01\n",
                "a.toml:1: `until` (2021-01-01) must come after `from` (2022-01-01)",
            ),
            (
                "actor = 'X'\n",
                "a.toml:1: `actor` must be a table, not string",
            ),
            ("ignore = ['']\n", "a.toml:1: `ignore` has an empty name"),
        ] {
            let said = problem(text);
            assert!(said.starts_with(told), "{text:?}\n{said}\nis not\n{told}");
        }
    }
}
