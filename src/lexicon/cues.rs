//! Cues of attributions: words that say, think, wish or order, and how their content depends on them.
//!
//! In: the lists below `data/attribution`. Out: [`Cues`], looked up by lemma.

use rustc_hash::FxHashMap;

use super::addressees::{Addressees, Addressing};
use super::attribution_words::{AttributionWords, FunctionWord};
use super::source::{ListEntry, ListText};
use super::{LexiconError, Part, Source, WordList};

/// All cues, by part of speech.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    verbs: FxHashMap<Box<str>, Cue>,
    nouns: FxHashMap<Box<str>, Cue>,
    adjectives: FxHashMap<Box<str>, Cue>,
    light: WordList,
    acts: WordList,
    markers: Vec<Marker>,
    hearsay: WordList,
    addressees: Addressees,
    function_words: AttributionWords,
    negated: FxHashMap<Stance, Stance>,
}

/// What the lists say of one cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// How its content may depend on it.
    pub frames: Frames,
    /// What its source does with the content.
    pub stance: Stance,
    /// 3: nearly always an attribution where a frame fits; 2: mostly; 1: only in a clear construction.
    pub strength: u8,
}

/// The constructions in which a content may depend on a cue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frames {
    /// A finite clause: *that*, *whether*, *how*, or bare.
    pub clause: bool,
    /// Words in quotation marks.
    pub quote: bool,
    /// A to-infinitive with the cue's own subject.
    pub infinitive: bool,
    /// An object and a to-infinitive.
    pub object_infinitive: bool,
    /// A noun phrase.
    pub object: Fit,
    /// An *-ing* form.
    pub gerund: bool,
    /// The object is the addressee, not the content.
    pub hearer: bool,
    /// Prepositions that lead to the content.
    pub prepositions: Box<[Box<str>]>,
}

/// Whether a frame counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Fit {
    /// It does not.
    #[default]
    No,
    /// Only beside other signs.
    Weak,
    /// By itself.
    Sure,
}

macro_rules! stances {
    ($($(#[$doc:meta])* $name:ident = $tag:literal, $verb:literal,)*) => {
        /// What a source does with the content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Stance { $($(#[$doc])* $name,)* }

        impl Stance {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in lists: `deny`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag,)* }
            }

            /// The name in outputs, what the source does: `denies`.
            pub const fn verb(self) -> &'static str {
                match self { $(Self::$name => $verb,)* }
            }

            /// The stance with this name in lists or outputs.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($tag | $verb => Some(Self::$name),)* _ => None }
            }
        }
    };
}

stances! {
    /// Says that it is so.
    Assert = "assert", "asserts",
    /// Says that it is not so, or rejects it.
    Deny = "deny", "denies",
    /// Doubts it.
    Doubt = "doubt", "doubts",
    /// Will not do it.
    Refuse = "refuse", "refuses",
    /// Holds it to be so.
    Think = "think", "thinks",
    /// Knows it.
    Know = "know", "knows",
    /// Feels it or about it.
    Feel = "feel", "feels",
    /// Wishes it.
    Hope = "hope", "hopes",
    /// Means to do it.
    Intend = "intend", "intends",
    /// Promises it.
    Promise = "promise", "promises",
    /// Threatens it.
    Threaten = "threaten", "threatens",
    /// Agrees to or with it.
    Agree = "agree", "agrees",
    /// Is for it.
    Support = "support", "supports",
    /// Is against it.
    Oppose = "oppose", "opposes",
    /// Accuses somebody of it.
    Accuse = "accuse", "accuses",
    /// Orders it or asks for it.
    Demand = "demand", "demands",
    /// It appears to be so.
    Seem = "seem", "seems",
    /// Documents show it.
    Show = "show", "shows",
    /// Leaves it open: neither says nor denies it.
    Withhold = "withhold", "withholds",
}

/// A phrase that makes its clause somebody's words without a verb of saying: `according to`, `in * view`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The words before the source.
    pub before: Box<[Box<str>]>,
    /// The words after a possessive source; empty if the source follows as a phrase of its own.
    pub after: Box<[Box<str>]>,
}

impl Cues {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = |name, text| source.list(name, text);
        let markers = list(
            "attribution/markers.tsv",
            include_str!("../../data/attribution/markers.tsv"),
        )?;
        let hearsay = |entry: &ListEntry<'_>| entry.columns().nth(1) == Some("hearsay");
        let addressees = list(
            "attribution/addressees.tsv",
            include_str!("../../data/attribution/addressees.tsv"),
        )?;
        let negated = list(
            "attribution/negated.tsv",
            include_str!("../../data/attribution/negated.tsv"),
        )?;
        let function_words = list(
            "attribution/function-words.tsv",
            include_str!("../../data/attribution/function-words.tsv"),
        )?;
        Ok(Self {
            addressees: Addressees::new(&addressees)?,
            function_words: AttributionWords::new(&function_words)?,
            negated: stances(&negated)?,
            verbs: table(&list(
                "attribution/verbs.tsv",
                include_str!("../../data/attribution/verbs.tsv"),
            )?)?,
            nouns: table(&list(
                "attribution/nouns.tsv",
                include_str!("../../data/attribution/nouns.tsv"),
            )?)?,
            adjectives: table(&list(
                "attribution/adjectives.tsv",
                include_str!("../../data/attribution/adjectives.tsv"),
            )?)?,
            light: WordList::new(&list(
                "attribution/light.tsv",
                include_str!("../../data/attribution/light.tsv"),
            )?),
            acts: WordList::new(&list(
                "attribution/acts.tsv",
                include_str!("../../data/attribution/acts.tsv"),
            )?),
            hearsay: markers
                .entries()
                .filter(hearsay)
                .filter_map(|entry| entry.columns().next())
                .collect(),
            markers: markers
                .entries()
                .filter(|entry| !hearsay(entry))
                .map(|entry| marker(&entry))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The verb with this lemma and particle (`point out`).
    pub fn verb(&self, lemma: &str) -> Option<&Cue> {
        self.verbs.get(lemma)
    }

    /// The noun with this lemma.
    pub fn noun(&self, lemma: &str) -> Option<&Cue> {
        self.nouns.get(lemma)
    }

    /// The adjective with this lemma.
    pub fn adjective(&self, lemma: &str) -> Option<&Cue> {
        self.adjectives.get(lemma)
    }

    /// Whether the verb lends its subject to a noun cue: `express concern`.
    pub fn is_light(&self, lemma: &str) -> bool {
        self.light.has(lemma)
    }

    /// Whether the verb is a mere act if its content is only a noun phrase or an infinitive: `show`, `allow`.
    pub fn is_act(&self, lemma: &str) -> bool {
        self.acts.has(lemma)
    }

    /// Whether the adverb says that its clause is hearsay: `reportedly`.
    pub fn is_hearsay(&self, word: &str) -> bool {
        self.hearsay.has(word)
    }

    /// To whom a verb (with its particle) or a noun is addressed.
    pub fn addressing(&self, lemma: &str, part: Part) -> Option<&Addressing> {
        self.addressees.of(lemma, part)
    }

    /// Whether a word, in lower case, has a function in attributions.
    pub fn is_function(&self, word: &str, function: FunctionWord) -> bool {
        self.function_words.has(word, function)
    }

    /// The stance if the cue is negated: who does not believe something doubts it.
    pub fn negated(&self, stance: Stance) -> Stance {
        self.negated.get(&stance).copied().unwrap_or(stance)
    }

    /// The phrases that need no verb.
    pub fn markers(&self) -> &[Marker] {
        &self.markers
    }
}

impl Frames {
    /// Whether this preposition leads to the content.
    pub fn preposition(&self, word: &str) -> bool {
        self.prepositions.iter().any(|known| &**known == word)
    }

    fn parse(column: &str) -> Self {
        let mut frames = Self::default();
        let mut prepositions = Vec::new();
        for frame in column.split_whitespace() {
            match frame {
                "clause" => frames.clause = true,
                "quote" => frames.quote = true,
                "inf" => frames.infinitive = true,
                "obj-inf" => frames.object_infinitive = true,
                "inf-hearer" => (frames.object_infinitive, frames.hearer) = (true, true),
                "object" => frames.object = Fit::Sure,
                "object?" => frames.object = frames.object.max(Fit::Weak),
                "gerund" => frames.gerund = true,
                "hearer" => frames.hearer = true,
                preposition => prepositions.push(preposition.into()),
            }
        }
        frames.prepositions = prepositions.into();
        frames
    }
}

fn table(list: &ListText) -> Result<FxHashMap<Box<str>, Cue>, LexiconError> {
    let mut table = FxHashMap::default();
    for entry in list.entries() {
        let columns: Vec<&str> = entry.columns().collect();
        let [lemma, frames, stance, strength] = columns[..] else {
            return Err(
                entry.malformed("expected lemma, frames, stance and strength, parted by tabs")
            );
        };
        let stance = Stance::parse(stance)
            .ok_or_else(|| entry.malformed(format!("`{stance}` is no stance")))?;
        let strength = match strength {
            "1" => 1,
            "2" => 2,
            "3" => 3,
            _ => return Err(entry.malformed(format!("`{strength}` is no strength of 1 to 3"))),
        };
        table.insert(
            lemma.into(),
            Cue {
                frames: Frames::parse(frames),
                stance,
                strength,
            },
        );
    }
    Ok(table)
}

fn stances(list: &ListText) -> Result<FxHashMap<Stance, Stance>, LexiconError> {
    let mut table = FxHashMap::default();
    for entry in list.entries() {
        let named: Vec<Option<Stance>> = entry.columns().map(Stance::parse).collect();
        let [Some(stance), Some(negated)] = named[..] else {
            return Err(entry.malformed("expected two stances, parted by a tab"));
        };
        table.insert(stance, negated);
    }
    Ok(table)
}

fn marker(entry: &ListEntry<'_>) -> Result<Marker, LexiconError> {
    let words = |text: &str| text.split_whitespace().map(Box::from).collect();
    let columns: Vec<&str> = entry.columns().collect();
    match columns[..] {
        [phrase, "before"] => Ok(Marker {
            before: words(phrase),
            after: Box::default(),
        }),
        [phrase, "possessive"] => {
            let (before, after) = phrase.split_once('*').ok_or_else(|| {
                entry.malformed("a possessive phrase needs a star for its source")
            })?;
            Ok(Marker {
                before: words(before),
                after: words(after),
            })
        }
        _ => Err(entry
            .malformed("expected words and one of before, possessive, hearsay, parted by a tab")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_of_their_form() {
        let cues = Cues::load(&Source::embedded()).expect("the embedded lists are well-formed");
        let say = cues.verb("say").expect("the commonest cue of all");
        assert!(say.frames.clause && say.frames.quote && !say.frames.infinitive);
        assert_eq!(say.strength, 3);
        assert_eq!(cues.verb("deny").map(|cue| cue.stance), Some(Stance::Deny));
        assert!(
            cues.verb("call")
                .is_some_and(|cue| cue.frames.preposition("for"))
        );
        assert!(cues.is_hearsay("reportedly") && !cues.is_hearsay("loudly"));
        let told = cues.addressing("tell", Part::Verb);
        assert!(told.is_some_and(|told| told.object && !told.preposition("with")));
        assert!(cues.is_function("that", FunctionWord::Declarative));
        assert_eq!(cues.negated(Stance::Think), Stance::Doubt);
        assert_eq!(Stance::parse("denies"), Some(Stance::Deny));
    }

    #[test]
    fn a_possessive_marker_keeps_the_words_on_both_sides_of_its_source() {
        let cues = Cues::load(&Source::embedded()).expect("the embedded lists are well-formed");
        let found = cues.markers().iter().any(|marker| {
            marker.before.iter().map(|word| &**word).eq(["in"])
                && marker.after.iter().map(|word| &**word).eq(["view"])
        });
        assert!(found);
    }
}
