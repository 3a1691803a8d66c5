//! The tags of a token as types: dependency relations and Penn Treebank parts of speech.

use std::fmt;

use smol_str::SmolStr;

/// An enumeration of names, with one more variant for names that it does not list, so that annotation made elsewhere
/// is kept as it is.
macro_rules! tags {
    ($(#[$meta:meta])* $type:ident; $($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $type {
            /// Not annotated yet.
            #[default]
            Unset,
            $($(#[$doc])* $name,)*
            /// Any other name.
            Other(SmolStr),
        }

        impl $type {
            /// The name as it stands in CoNLL-U; empty if it is not annotated yet.
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unset => "",
                    $(Self::$name => $tag,)*
                    Self::Other(name) => name,
                }
            }
        }

        impl From<&str> for $type {
            fn from(name: &str) -> Self {
                match name {
                    "" => Self::Unset,
                    $($tag => Self::$name,)*
                    _ => Self::Other(name.into()),
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    };
}

tags! {
    /// A dependency relation of [Universal Dependencies](https://universaldependencies.org/u/dep/), with its subtype.
    Deprel;
    /// Clause that modifies a noun.
    Acl = "acl",
    /// Relative clause.
    AclRelcl = "acl:relcl",
    /// Adverbial clause.
    Advcl = "advcl",
    /// Relative clause that modifies a clause.
    AdvclRelcl = "advcl:relcl",
    /// Adverb as modifier.
    Advmod = "advmod",
    /// Adjective as modifier of a noun.
    Amod = "amod",
    /// Apposition.
    Appos = "appos",
    /// Auxiliary.
    Aux = "aux",
    /// Auxiliary of a passive.
    AuxPass = "aux:pass",
    /// Preposition or possessive marker.
    Case = "case",
    /// Coordinating conjunction.
    Cc = "cc",
    /// First half of a paired conjunction (`both`).
    CcPreconj = "cc:preconj",
    /// Clause as complement.
    Ccomp = "ccomp",
    /// Classifier.
    Clf = "clf",
    /// Part of a compound.
    Compound = "compound",
    /// Particle of a verb.
    CompoundPrt = "compound:prt",
    /// Conjunct.
    Conj = "conj",
    /// Copula.
    Cop = "cop",
    /// Clause as subject.
    Csubj = "csubj",
    /// Clause as subject of a clause that has a clause as its predicate.
    CsubjOuter = "csubj:outer",
    /// Clause as subject of a passive.
    CsubjPass = "csubj:pass",
    /// Unspecified dependency.
    Dep = "dep",
    /// Determiner.
    Det = "det",
    /// Determiner before the determiner (`all the`).
    DetPredet = "det:predet",
    /// Discourse element.
    Discourse = "discourse",
    /// Dislocated element.
    Dislocated = "dislocated",
    /// Expletive.
    Expl = "expl",
    /// Part of a fixed expression.
    Fixed = "fixed",
    /// Part of a name or date without a head.
    Flat = "flat",
    /// Part of a word that was split.
    Goeswith = "goeswith",
    /// Indirect object.
    Iobj = "iobj",
    /// Member of a list.
    List = "list",
    /// Subordinating conjunction or infinitive marker.
    Mark = "mark",
    /// Noun that modifies a noun.
    Nmod = "nmod",
    /// Descriptive noun before or behind a name (`President`).
    NmodDesc = "nmod:desc",
    /// Possessor.
    NmodPoss = "nmod:poss",
    /// Noun without a preposition that modifies a noun.
    NmodUnmarked = "nmod:unmarked",
    /// Subject.
    Nsubj = "nsubj",
    /// Subject of a clause that has a clause as its predicate.
    NsubjOuter = "nsubj:outer",
    /// Subject of a passive.
    NsubjPass = "nsubj:pass",
    /// Number that modifies a noun.
    Nummod = "nummod",
    /// Direct object.
    Obj = "obj",
    /// Oblique argument or adjunct.
    Obl = "obl",
    /// Agent of a passive.
    OblAgent = "obl:agent",
    /// Oblique without a preposition (`last week`).
    OblUnmarked = "obl:unmarked",
    /// Argument whose predicate is elided.
    Orphan = "orphan",
    /// Clause placed side by side with another.
    Parataxis = "parataxis",
    /// Punctuation.
    Punct = "punct",
    /// What a speaker corrects.
    Reparandum = "reparandum",
    /// Root of the sentence.
    Root = "root",
    /// Form of address.
    Vocative = "vocative",
    /// Clause as complement whose subject is controlled.
    Xcomp = "xcomp",
}

impl Deprel {
    /// The relation without its subtype: [`Nsubj`](Self::Nsubj) for `nsubj:pass`.
    pub fn base(&self) -> Self {
        match self {
            Self::AclRelcl => Self::Acl,
            Self::AdvclRelcl => Self::Advcl,
            Self::AuxPass => Self::Aux,
            Self::CcPreconj => Self::Cc,
            Self::CompoundPrt => Self::Compound,
            Self::CsubjOuter | Self::CsubjPass => Self::Csubj,
            Self::DetPredet => Self::Det,
            Self::NmodDesc | Self::NmodPoss | Self::NmodUnmarked => Self::Nmod,
            Self::NsubjOuter | Self::NsubjPass => Self::Nsubj,
            Self::OblAgent | Self::OblUnmarked => Self::Obl,
            Self::Other(name) => name.split(':').next().unwrap_or_default().into(),
            other => other.clone(),
        }
    }

    /// Whether it is `wanted`; a relation without subtype stands for all its subtypes.
    pub fn is(&self, wanted: &Self) -> bool {
        self == wanted || self.base() == *wanted
    }
}

tags! {
    /// A part of speech of the Penn Treebank, as its successors extend it.
    Xpos;
    /// Electronic address.
    Add = "ADD",
    /// Affix.
    Afx = "AFX",
    /// Coordinating conjunction.
    Cc = "CC",
    /// Cardinal number.
    Cd = "CD",
    /// Determiner.
    Dt = "DT",
    /// Existential `there`.
    Ex = "EX",
    /// Foreign word.
    Fw = "FW",
    /// Part of a word that was split.
    Gw = "GW",
    /// Hyphen.
    Hyph = "HYPH",
    /// Preposition or subordinating conjunction.
    In = "IN",
    /// Adjective.
    Jj = "JJ",
    /// Comparative adjective.
    Jjr = "JJR",
    /// Superlative adjective.
    Jjs = "JJS",
    /// List item marker.
    Ls = "LS",
    /// Modal verb.
    Md = "MD",
    /// Superfluous punctuation.
    Nfp = "NFP",
    /// Singular noun.
    Nn = "NN",
    /// Singular proper noun.
    Nnp = "NNP",
    /// Plural proper noun.
    Nnps = "NNPS",
    /// Plural noun.
    Nns = "NNS",
    /// Predeterminer.
    Pdt = "PDT",
    /// Possessive ending.
    Pos = "POS",
    /// Personal pronoun.
    Prp = "PRP",
    /// Possessive pronoun.
    PrpPoss = "PRP$",
    /// Adverb.
    Rb = "RB",
    /// Comparative adverb.
    Rbr = "RBR",
    /// Superlative adverb.
    Rbs = "RBS",
    /// Particle.
    Rp = "RP",
    /// Symbol.
    Sym = "SYM",
    /// The word `to`.
    To = "TO",
    /// Interjection.
    Uh = "UH",
    /// Verb, base form.
    Vb = "VB",
    /// Verb, past tense.
    Vbd = "VBD",
    /// Verb, gerund or present participle.
    Vbg = "VBG",
    /// Verb, past participle.
    Vbn = "VBN",
    /// Verb, present tense, not third person singular.
    Vbp = "VBP",
    /// Verb, third person singular present.
    Vbz = "VBZ",
    /// Wh-determiner.
    Wdt = "WDT",
    /// Wh-pronoun.
    Wp = "WP",
    /// Possessive wh-pronoun.
    WpPoss = "WP$",
    /// Wh-adverb.
    Wrb = "WRB",
    /// Unknown.
    Xx = "XX",
    /// End of a sentence.
    FullStop = ".",
    /// Comma.
    Comma = ",",
    /// Colon, semicolon, dash or ellipsis.
    Colon = ":",
    /// Opening quotation mark.
    Opening = "``",
    /// Closing quotation mark.
    Closing = "''",
    /// Opening bracket.
    LeftBracket = "-LRB-",
    /// Closing bracket.
    RightBracket = "-RRB-",
    /// Currency sign.
    Dollar = "$",
}

impl Xpos {
    /// Whether it is the tag of an interrogative or relative word: `WDT`, `WP`, `WP$`, `WRB`.
    pub fn is_wh(&self) -> bool {
        matches!(self, Self::Wdt | Self::Wp | Self::WpPoss | Self::Wrb)
    }

    /// Whether it is the tag of a verb with a tense or of a modal: `VBD`, `VBP`, `VBZ`, `MD`.
    pub fn is_finite(&self) -> bool {
        matches!(self, Self::Vbd | Self::Vbp | Self::Vbz | Self::Md)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtype_is_a_kind_of_its_relation_and_not_the_other_way() {
        assert!(Deprel::NsubjPass.is(&Deprel::Nsubj));
        assert!(!Deprel::Nsubj.is(&Deprel::NsubjPass));
        assert_eq!(Deprel::from("obl:lmod").base(), Deprel::Obl);
        for name in [
            "acl:relcl",
            "advcl:relcl",
            "aux:pass",
            "cc:preconj",
            "compound:prt",
            "csubj:outer",
            "csubj:pass",
        ] {
            assert_eq!(
                Deprel::from(name).base().as_str(),
                name.split(':').next().unwrap()
            );
        }
    }

    #[test]
    fn names_that_are_not_listed_are_kept() {
        assert_eq!(Deprel::from("obl:lmod").as_str(), "obl:lmod");
        assert_eq!(Xpos::from("NNQ").to_string(), "NNQ");
        assert_eq!(Xpos::from(""), Xpos::Unset);
        assert_eq!(Xpos::from("PRP$"), Xpos::PrpPoss);
    }
}
