//! How a clause or noun stands in its sentence: what the words around it and all that govern it make of it.
//!
//! The walk goes up to the outermost governor and comes down again. At each step an operator makes of what it governs
//! what the list says for the case that it is itself affirmed or negated; then the words of the clause itself count.

use crate::extract::{Modality, SentenceContext};
use crate::lexicon::{Effect, ModalityCue, Part, Stance};
use crate::syntax::particle_behind_auxiliary;

use super::government::{Bond, Government, government};
use super::lookup::Cued;
use super::own::{is_future_of_the_past, modality, modality_of, negating_attributes, negations};

/// How many governors are followed.
const DEPTH: usize = 10;

/// How a clause or noun stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standing {
    pub(crate) negative: bool,
    /// Words that negate, those that undo one another included.
    pub(crate) polarity_cues: Vec<usize>,
    pub(crate) modality: Option<Shown>,
    /// Whether somebody rejects it, so that its own content is not so.
    rejected: bool,
}

/// A modality with the word that shows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) modality: Modality,
    pub(crate) cue: usize,
    /// Whether a word outside the relation shows it.
    outer: bool,
    /// Whether no auxiliary of the clause itself can change it: *whether it will*.
    fixed: bool,
}

/// How the clause or noun at `token` stands.
pub(crate) fn standing(context: &SentenceContext<'_>, token: usize) -> Standing {
    stand(context, token, None, DEPTH)
}

fn stand(
    context: &SentenceContext<'_>,
    token: usize,
    via: Option<usize>,
    depth: usize,
) -> Standing {
    let above = government(context, token).filter(|_| depth > 0);
    let mut standing =
        above.map_or_else(Standing::default, |above| below(context, &above, depth - 1));
    for cue in negations(context, token, via) {
        standing.negate(cue);
    }
    for cue in negating_attributes(context, token) {
        standing.negate(cue);
        standing.rejected = standing.negative;
    }
    let chained = above.is_some_and(|above| above.bond == Bond::Chain);
    let clause = above.map_or(token, |above| above.governed);
    if let Some(own) = modality(context, token) {
        standing.take(own, chained, || {
            is_future_of_the_past(context, token, clause, own.cue)
        });
    }
    // *was to leave*
    if let Some(particle) = particle_behind_auxiliary(context.tree, token)
        && standing.modality.is_none()
    {
        standing.show(Modality::Intended, particle, false);
    }
    standing
}

/// What the governor makes of what it governs.
fn below(context: &SentenceContext<'_>, above: &Government, depth: usize) -> Standing {
    let governor = stand(context, above.governor, Some(above.governed), depth);
    let Some(operator) = above.operator else {
        return unlisted(context, above, governor);
    };
    if operator.part == Part::Conjunction || operator.part == Part::Inversion {
        return opened(
            &governor,
            &operator.value.affirmed,
            &operator.value.negated,
            operator.cue,
        );
    }
    let value = operator.value;
    let mut effect = if governor.negative {
        value.negated
    } else {
        value.affirmed
    };
    let claim = effect.modality == Some(ModalityCue::Possible) && effect == value.affirmed;
    if governor.rejected && governor.negative && claim {
        // *rejected claims that they left*: they did not, says who rejects it.
        effect = Effect {
            negative: true,
            modality: None,
        };
    }
    let mut standing = Standing {
        negative: effect.negative,
        ..Standing::default()
    };
    if value.affirmed.negative || effect.negative {
        standing.polarity_cues.clone_from(&governor.polarity_cues);
        if value.affirmed.negative {
            standing.polarity_cues.push(operator.cue);
        }
    }
    standing.rejected = effect.negative && above.bond == Bond::Act;
    let finite = matches!(above.bond, Bond::Content | Bond::ContentOfNoun);
    let inherited = governor
        .modality
        .filter(|_| !finite || value.affirmed == Effect::default());
    let own = effect.modality.map(|modality| Shown {
        modality: modality_of(modality),
        cue: operator.cue,
        outer: above.bond != Bond::Chain,
        fixed: false,
    });
    standing.modality = match inherited {
        Some(inherited) if above.bond == Bond::Chain && !inherited.outer => {
            // *would not rule out joining*: it is left open, whatever the mood.
            let open = own.filter(|own| {
                own.modality == Modality::Possible && inherited.modality == Modality::Conditional
            });
            open.or(Some(inherited))
        }
        inherited => own.or(inherited),
    };
    standing
}

/// A clause that a conjunction opens: a condition, or a time that is to come if the clause above is.
fn opened(governor: &Standing, fact: &Effect, open: &Effect, cue: usize) -> Standing {
    let effect = if governor.modality.is_some() || governor.negative && open != fact {
        open
    } else {
        fact
    };
    let mut standing = Standing::default();
    if effect.negative {
        standing.negate(cue);
    }
    if let Some(modality) = effect.modality {
        standing.show(modality_of(modality), cue, true);
    }
    standing
}

/// What a governor that is no operator makes of what it governs.
fn unlisted(context: &SentenceContext<'_>, above: &Government, governor: Standing) -> Standing {
    match above.bond {
        Bond::Chain => governor,
        Bond::Act => Standing {
            modality: governor.modality.map(|shown| Shown {
                outer: true,
                ..shown
            }),
            ..governor
        },
        Bond::Brought => Standing {
            modality: governor.modality.map(|shown| Shown {
                outer: true,
                ..shown
            }),
            ..governor
        },
        Bond::Content => unconfirmed(context, above, &governor),
        Bond::ContentOfNoun if governor.rejected => governor,
        Bond::ContentOfNoun => unconfirmed(context, above, &governor),
        Bond::OfNoun if governor.negative => Standing {
            modality: None,
            ..governor
        },
        Bond::OfNoun | Bond::Purpose => {
            let mut standing = Standing::default();
            standing.show(Modality::Intended, above.governed, true);
            standing
        }
        Bond::Consequence => Standing {
            modality: governor.modality.filter(|shown| !shown.outer),
            ..Standing::default()
        },
        Bond::Adverbial => Standing::default(),
    }
}

/// *did not confirm that it left*, *there was no word that it left*: left open, but for what is known all the same (*did
/// not know that it left*).
fn unconfirmed(context: &SentenceContext<'_>, above: &Government, governor: &Standing) -> Standing {
    let cues = &context.lexicon.cues;
    let known = cues.verb(context.lemma(above.governor));
    let known = known.is_some_and(|cue| matches!(cue.stance, Stance::Know | Stance::Feel));
    let mut standing = Standing::default();
    let cue = governor.polarity_cues.first();
    if let Some(&cue) = cue.filter(|_| governor.negative && !known) {
        standing.show(Modality::Possible, cue, true);
    }
    standing
}

impl Standing {
    fn negate(&mut self, cue: usize) {
        if !self.polarity_cues.contains(&cue) {
            self.polarity_cues.push(cue);
            self.negative = !self.negative;
        }
    }

    fn show(&mut self, modality: Modality, cue: usize, outer: bool) {
        self.modality = Some(Shown {
            modality,
            cue,
            outer,
            fixed: outer && modality != Modality::Intended,
        });
    }

    /// Adds what the words of the clause itself show.
    fn take(&mut self, own: Cued<Modality>, chained: bool, shifted: impl Fn() -> bool) {
        let weak = own.value == Modality::Conditional && own.part == Part::Auxiliary;
        match self.modality {
            Some(shown) if shown.fixed || (chained && !shown.outer) => {}
            // *hope that they would contribute*: the verb above says more than `would`.
            Some(shown) if shown.outer && weak => {}
            _ => {
                let modality = if weak && shifted() {
                    Modality::Intended
                } else {
                    own.value
                };
                self.show(modality, own.cue, false);
            }
        }
    }
}
