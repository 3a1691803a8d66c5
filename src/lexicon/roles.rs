//! The roles that prepositions and conjunctions express, by the kind of their noun and the class of the verb.

use rustc_hash::FxHashMap;

use super::source::{ListEntry, ListText};
use super::{ArgumentRole, LexiconError, Source};

/// The rules by which phrases get their roles.
#[derive(Debug, Clone, Default)]
pub struct RoleRules {
    /// For each preposition: noun, verb, role.
    rules: FxHashMap<Box<str>, Vec<RoleRule>>,
    /// The classes of verbs.
    verbs: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// The kinds of nouns.
    nouns: FxHashMap<Box<str>, NounKind>,
}

#[derive(Debug, Clone)]
struct RoleRule {
    noun: Test,
    verb: Test,
    role: ArgumentRole,
}

/// What a rule asks of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Any,
    Kind(NounKind),
    Class(Box<str>),
    Lemma(Box<str>),
}

/// The kind of a noun by which it takes roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NounKind {
    /// People and organisations.
    Actor,
    /// Names that may be meant as places or as states.
    State,
    /// Places.
    Place,
    /// Acts.
    Event,
    /// Occasions.
    Occasion,
    /// Instruments.
    Instrument,
    /// Means of transport.
    Transport,
    /// Manners.
    Manner,
    /// What something rests on: an agreement, a rule.
    Basis,
    /// Amounts.
    Measure,
    /// A clause in place of a noun.
    Clause,
}

impl NounKind {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "actor" => Self::Actor,
            "state" => Self::State,
            "place" => Self::Place,
            "event" => Self::Event,
            "occasion" => Self::Occasion,
            "instrument" => Self::Instrument,
            "transport" => Self::Transport,
            "manner" => Self::Manner,
            "basis" => Self::Basis,
            "measure" => Self::Measure,
            "clause" => Self::Clause,
            _ => return None,
        })
    }
}

/// The phrase whose role is sought.
#[derive(Debug, Clone, Copy)]
pub struct RolePhrase<'a> {
    /// The preposition or conjunction in lower case.
    pub marker: &'a str,
    /// The noun's lemma in lower case.
    pub noun: &'a str,
    /// The noun's kind, if it has one.
    pub kind: Option<NounKind>,
    /// The lemma of the verb, adjective or noun of an act that it belongs to.
    pub verb: &'a str,
}

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
            nouns: noun_kinds(&nouns)?,
        })
    }

    /// The kind of the noun with this lemma, if it is listed.
    pub fn noun(&self, lemma: &str) -> Option<NounKind> {
        self.nouns.get(lemma).copied()
    }

    /// The role of a phrase, if a rule gives one: of several rules the most specific.
    pub fn role(&self, phrase: RolePhrase<'_>) -> Option<ArgumentRole> {
        let rules = self.rules.get(phrase.marker)?.iter();
        let fitting = rules.filter_map(|rule| Some((self.weight(rule, phrase)?, rule)));
        let best = fitting.max_by_key(|(weight, _)| *weight)?;
        Some(best.1.role)
    }

    fn classes<'l>(&'l self, verb: &str) -> impl Iterator<Item = &'l str> {
        let classes = self.verbs.get(verb).into_iter().flatten();
        classes.map(AsRef::as_ref)
    }

    /// How much the rule asks of the phrase: a word is more than a kind, and a noun more than a verb. Nothing if it
    /// does not fit.
    fn weight(&self, rule: &RoleRule, phrase: RolePhrase<'_>) -> Option<u8> {
        let noun = match &rule.noun {
            Test::Any if phrase.kind == Some(NounKind::Clause) => return None,
            Test::Any => 0,
            Test::Kind(kind) => (phrase.kind == Some(*kind)).then_some(3)?,
            Test::Class(_) => return None,
            Test::Lemma(lemma) => (**lemma == *phrase.noun).then_some(16)?,
        };
        let verb = match &rule.verb {
            Test::Any => 0,
            Test::Kind(_) => return None,
            Test::Class(class) => self
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
    let pair = |entry: ListEntry<'_>| {
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
            noun: noun_test(&entry, noun)?,
            verb: verb_test(verb),
            role: ArgumentRole::from_name(role)
                .ok_or_else(|| entry.malformed(format!("role `{role}` is not known")))?,
        });
    }
    Ok(rules)
}

fn noun_kinds(list: &ListText) -> Result<FxHashMap<Box<str>, NounKind>, LexiconError> {
    let mut kinds = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let (Some(lemma), Some(name)) = (columns.next(), columns.next()) else {
            return Err(entry.malformed("expected two columns parted by a tab"));
        };
        kinds.insert(lemma.into(), noun_kind(&entry, name)?);
    }
    Ok(kinds)
}

fn noun_kind(entry: &ListEntry<'_>, name: &str) -> Result<NounKind, LexiconError> {
    NounKind::from_name(name)
        .ok_or_else(|| entry.malformed(format!("kind of nouns `{name}` is not known")))
}

/// What a column asks of a word apart from a kind or class.
fn plain_test(column: &str) -> Option<Test> {
    match column.strip_prefix('=') {
        Some(lemma) => Some(Test::Lemma(lemma.into())),
        None => (column == "-").then_some(Test::Any),
    }
}

fn noun_test(entry: &ListEntry<'_>, column: &str) -> Result<Test, LexiconError> {
    match plain_test(column) {
        Some(test) => Ok(test),
        None => noun_kind(entry, column).map(Test::Kind),
    }
}

fn verb_test(column: &str) -> Test {
    plain_test(column).unwrap_or_else(|| Test::Class(column.into()))
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
        use ArgumentRole as Role;
        use NounKind as Kind;
        let state = Some(Kind::State);
        assert_eq!(role("to", "norway", state, "travel"), Some(Role::Goal));
        assert_eq!(role("to", "norway", state, "give"), Some(Role::Recipient));
        let event = Some(Kind::Event);
        assert_eq!(role("for", "attack", event, "blame"), Some(Role::Cause));
        let actor = Some(Kind::Actor);
        assert_eq!(
            role("for", "victim", actor, "cook"),
            Some(Role::Beneficiary)
        );
        assert_eq!(role("in", "response", None, "act"), Some(Role::Cause));
        let clause = Some(Kind::Clause);
        assert_eq!(role("by", "", clause, "help"), Some(Role::Manner));
        let place = Some(Kind::Place);
        assert_eq!(role("beneath", "bridge", place, "hide"), None);
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
