//! The roles that prepositions and conjunctions express, by the kind of their noun and the class of the verb.

use rustc_hash::FxHashMap;

use super::source::ListText;
use super::{LexiconError, Source};

/// The rules by which phrases get their roles.
#[derive(Debug, Clone, Default)]
pub struct RoleRules {
    /// For each preposition: noun, verb, role.
    rules: FxHashMap<Box<str>, Vec<RoleRule>>,
    /// The classes of verbs.
    verbs: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// The kinds of nouns.
    nouns: FxHashMap<Box<str>, Box<str>>,
}

#[derive(Debug, Clone)]
struct RoleRule {
    noun: Test,
    verb: Test,
    role: Box<str>,
}

/// What a rule asks of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Any,
    /// Its kind or class.
    Kind(Box<str>),
    Lemma(Box<str>),
}

/// The phrase whose role is sought.
#[derive(Debug, Clone, Copy)]
pub struct RolePhrase<'a> {
    /// The preposition or conjunction in lower case.
    pub marker: &'a str,
    /// The noun's lemma in lower case.
    pub noun: &'a str,
    /// The noun's kind, as `data/roles/rules.tsv` names them; empty if it has none.
    pub kind: &'a str,
    /// The lemma of the verb, adjective or noun of an act that it belongs to.
    pub verb: &'a str,
}

/// The kind of a clause in place of a noun.
const CLAUSE: &str = "clause";
/// The class of verbs whose object or subject is an act that happens when and where they say.
const OCCURRENCE: &str = "occurrence";

impl RoleRules {
    /// Reads `data/roles`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = |name, text| source.list(name, text);
        let verbs = list(
            "roles/verbs.tsv",
            include_str!("../../data/roles/verbs.tsv"),
        )?;
        let nouns = list(
            "roles/nouns.tsv",
            include_str!("../../data/roles/nouns.tsv"),
        )?;
        let text = list(
            "roles/rules.tsv",
            include_str!("../../data/roles/rules.tsv"),
        )?;
        let classes = |names: &str| names.split('|').map(Box::from).collect();
        Ok(Self {
            rules: rules(&text)?,
            verbs: pairs(&verbs)?
                .into_iter()
                .map(|(lemma, names)| (lemma, classes(&names)))
                .collect(),
            nouns: pairs(&nouns)?.into_iter().collect(),
        })
    }

    /// The kind of the noun with this lemma, if it is listed.
    pub fn noun(&self, lemma: &str) -> Option<&str> {
        self.nouns.get(lemma).map(AsRef::as_ref)
    }

    /// Whether the verb's object or subject is an act that happens when and where the verb says: `hold talks`.
    pub fn is_occurrence(&self, verb: &str) -> bool {
        self.classes(verb).any(|class| class == OCCURRENCE)
    }

    /// The name of the role of a phrase, by the most specific rule that matches.
    pub fn role(&self, phrase: RolePhrase<'_>) -> Option<&str> {
        let rules = self.rules.get(phrase.marker)?.iter();
        let fitting = rules.filter_map(|rule| Some((self.weight(rule, phrase)?, rule)));
        let best = fitting.max_by_key(|(weight, _)| *weight)?;
        Some(&best.1.role)
    }

    fn classes<'l>(&'l self, verb: &str) -> impl Iterator<Item = &'l str> {
        let classes = self.verbs.get(verb).into_iter().flatten();
        classes.map(AsRef::as_ref)
    }

    /// How much the rule asks of the phrase: a word is more than a kind, and a noun more than a verb. Nothing if it
    /// does not fit.
    fn weight(&self, rule: &RoleRule, phrase: RolePhrase<'_>) -> Option<u8> {
        let noun = match &rule.noun {
            Test::Any if phrase.kind == CLAUSE => return None,
            Test::Any => 0,
            Test::Kind(kind) => (**kind == *phrase.kind).then_some(3)?,
            Test::Lemma(lemma) => (**lemma == *phrase.noun).then_some(16)?,
        };
        let verb = match &rule.verb {
            Test::Any => 0,
            Test::Kind(class) => self
                .classes(phrase.verb)
                .any(|listed| *listed == **class)
                .then_some(2)?,
            Test::Lemma(lemma) => (**lemma == *phrase.verb).then_some(8)?,
        };
        Some(noun + verb)
    }
}

type Pair = (Box<str>, Box<str>);

fn pairs(list: &ListText) -> Result<Vec<Pair>, LexiconError> {
    let pair = |entry: super::ListEntry<'_>| {
        let mut columns = entry.columns();
        match (columns.next(), columns.next()) {
            (Some(word), Some(value)) if !value.is_empty() => Ok((word.into(), value.into())),
            _ => Err(entry.malformed("expected two columns parted by a tab")),
        }
    };
    list.entries().map(pair).collect()
}

fn rules(list: &ListText) -> Result<FxHashMap<Box<str>, Vec<RoleRule>>, LexiconError> {
    let mut rules: FxHashMap<Box<str>, Vec<RoleRule>> = FxHashMap::default();
    for entry in list.entries() {
        let columns: Vec<&str> = entry.columns().collect();
        let [preposition, noun, verb, role] = columns[..] else {
            return Err(entry.malformed("expected four columns parted by tabs"));
        };
        rules.entry(preposition.into()).or_default().push(RoleRule {
            noun: test(noun),
            verb: test(verb),
            role: role.into(),
        });
    }
    Ok(rules)
}

fn test(column: &str) -> Test {
    match column.strip_prefix('=') {
        Some(lemma) => Test::Lemma(lemma.into()),
        None if column == "-" => Test::Any,
        None => Test::Kind(column.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_that_asks_the_most_tells_the_role() {
        let rules = RoleRules::load(&Source::embedded()).expect("the embedded lists are fine");
        let role = |marker, noun, kind, verb| {
            rules.role(RolePhrase {
                marker,
                noun,
                kind,
                verb,
            })
        };
        assert_eq!(role("to", "norway", "state", "travel"), Some("goal"));
        assert_eq!(role("to", "norway", "state", "give"), Some("recipient"));
        assert_eq!(role("for", "attack", "event", "blame"), Some("cause"));
        assert_eq!(role("for", "victim", "actor", "cook"), Some("beneficiary"));
        assert_eq!(role("in", "response", "", "act"), Some("cause"));
        assert_eq!(role("by", "", "clause", "help"), Some("manner"));
        assert_eq!(role("beneath", "bridge", "place", "hide"), None);
    }

    #[test]
    fn a_rule_of_too_few_columns_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir(folder.path().join("roles")).expect("a folder can be made");
        std::fs::write(folder.path().join("roles/rules.tsv"), "to\tplace\n").expect("written");
        let problem = RoleRules::load(&Source::with_folder(folder.path())).expect_err("columns");
        assert!(problem.to_string().contains(":1:"), "{problem}");
    }
}
