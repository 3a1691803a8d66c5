//! All look-ups together.

use super::{
    ActorNouns, ActorsFile, Capitals, ConfidenceWeights, Cues, CuttingLists, Decisions,
    FrameLexicon, FunctionWords, Gazetteer, InflectionLists, LexiconError, NameWords, NamingWords,
    PlaceContexts, RoleRules, SameRoles, ShortNames, Source, Synonyms, TimeWords, Words,
};

/// The word lists, gazetteers and frames that the stages consult.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// What cutting text into tokens and sentences needs to know.
    pub cutting: CuttingLists,
    /// Cues of attributions.
    pub cues: Cues,
    /// What the extractors of statements need to know about words.
    pub words: Words,
    /// What finding the dictionary form of a word needs to know.
    pub inflection: InflectionLists,
    /// What verbs and nouns of acts mean between actors.
    pub frames: FrameLexicon,
    /// Names, titles, demonyms and metonyms.
    pub gazetteer: Gazetteer,
    /// Nouns and pronouns that stand for actors.
    pub actor_nouns: ActorNouns,
    /// Words that distinguish names of organisations from those of people.
    pub name_words: NameWords,
    /// Small words in and beside mentions of actors.
    pub function_words: FunctionWords,
    /// What distinguishes governments from places.
    pub place_contexts: PlaceContexts,
    /// Synonyms in reports of one event.
    pub synonyms: Synonyms,
    /// The capitals of states.
    pub capitals: Capitals,
    /// The roles that prepositions express, by noun and verb.
    pub roles: RoleRules,
    /// The words of which expressions of time are made.
    pub time_words: TimeWords,
    /// Nouns for the bearers of several titles.
    pub same_roles: SameRoles,
    /// Words that give somebody a further name.
    pub naming: NamingWords,
    /// Short names of states.
    pub short_names: ShortNames,
    /// The weights from which the confidence of a statement is estimated.
    pub confidence: ConfidenceWeights,
    /// The weights from which the confidence of an edge is estimated.
    pub edge_confidence: ConfidenceWeights,
    /// What the user decides.
    pub decisions: Decisions,
}

impl Lexicon {
    /// Reads all lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let gazetteer = Gazetteer::load(source)?;
        let mut lexicon = Self {
            cutting: CuttingLists::load(source)?,
            cues: Cues::load(source)?,
            words: Words::load(source)?,
            inflection: InflectionLists::load(source)?,
            synonyms: Synonyms::load(source)?,
            capitals: Capitals::new(&gazetteer),
            frames: FrameLexicon::load(source)?,
            gazetteer,
            actor_nouns: ActorNouns::load(source)?,
            name_words: NameWords::load(source)?,
            function_words: FunctionWords::load(source)?,
            place_contexts: PlaceContexts::load(source)?,
            roles: RoleRules::load(source)?,
            time_words: TimeWords::load(source)?,
            same_roles: SameRoles::load(source)?,
            naming: NamingWords::load(source)?,
            short_names: ShortNames::load(source)?,
            confidence: ConfidenceWeights::of_statements(source)?,
            edge_confidence: ConfidenceWeights::of_edges(source)?,
            decisions: Decisions::default(),
        };
        for path in source.actors() {
            let text = std::fs::read_to_string(path);
            let text = text.map_err(|source| LexiconError::Unreadable {
                path: path.clone(),
                source,
            })?;
            lexicon.decide(&ActorsFile::parse(&path.display().to_string(), &text)?)?;
        }
        Ok(lexicon)
    }

    /// Takes over what a file of the user's says about actors; it counts for more than lists and rules.
    ///
    /// # Errors
    /// If the file has a name that is unknown or ambiguous.
    pub fn decide(&mut self, file: &ActorsFile) -> Result<(), LexiconError> {
        self.gazetteer.decide(file)?;
        self.decisions.add(file);
        Ok(())
    }
}
