//! Attributions of sentences with hand-made trees.

use crate::annotate::{Models, annotate};
use crate::extract::{AttributionKind, AttributionMode, Extracted, extract};
use crate::lexicon::Stance;

/// Analyses CoNLL-U in short: a word a line, `form lemma UPOS XPOS head relation`; `_` after the relation: no blank
/// follows; a blank line ends a sentence, `#` a paragraph.
pub(super) fn analyse(short: &str) -> Extracted {
    let mut conllu = String::from("# newdoc id = t\n# newpar\n");
    let mut number = 0;
    for line in short.lines().map(str::trim) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        match columns[..] {
            [] if number > 0 => {
                conllu.push('\n');
                number = 0;
            }
            ["#"] => conllu.push_str("# newpar\n"),
            [form, lemma, upos, xpos, head, relation, ref rest @ ..] => {
                number += 1;
                let misc = if rest.is_empty() {
                    "_"
                } else {
                    "SpaceAfter=No"
                };
                conllu.push_str(&format!(
                    "{number}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{misc}\n"
                ));
            }
            _ => {}
        }
    }
    conllu.push('\n');
    let models = Models::given().expect("the embedded lists are well-formed");
    let (mut documents, problems) = crate::read::conllu::read("t", &conllu);
    assert_eq!(problems, []);
    extract(annotate(documents.remove(0), &models), &models)
}

/// Every attribution as `source | cue | content … content`.
pub(super) fn shown(extracted: &Extracted) -> Vec<String> {
    let annotated = &extracted.annotated;
    let line = |attribution: &crate::extract::Attribution| {
        let source = attribution
            .source
            .as_ref()
            .map_or("–", |source| annotated.slice(source.span(annotated)));
        let content: Vec<&str> = attribution
            .content
            .iter()
            .map(|&span| annotated.slice(span))
            .collect();
        format!(
            "{source} | {} | {}",
            annotated.slice(attribution.cue.span(annotated)),
            content.join(" … ")
        )
    };
    extracted.attributions.iter().map(line).collect()
}

const SPLIT: &str = "
“ “ PUNCT `` 4 punct _
We we PRON PRP 4 nsubj
are be AUX VBP 4 cop
ready ready ADJ JJ 7 ccomp _
, , PUNCT , 4 punct _
” ” PUNCT '' 4 punct
said say VERB VBD 0 root
Ana Ana PROPN NNP 7 nsubj
Lopez Lopez PROPN NNP 8 flat _
. . PUNCT . 7 punct

“ “ PUNCT `` 3 punct _
We we PRON PRP 3 nsubj
wait wait VERB VBP 0 root _
. . PUNCT . 3 punct _
” ” PUNCT '' 3 punct
";

#[test]
fn a_quotation_resumed_after_its_speaker_is_one_attribution() {
    let extracted = analyse(SPLIT);
    assert_eq!(
        shown(&extracted),
        ["Ana Lopez | said | “We are ready,” … “We wait.”"]
    );
    assert_eq!(extracted.attributions[0].mode, AttributionMode::Direct);
}

#[test]
fn nobody_inside_a_quotation_says_it() {
    let extracted = analyse(
        "
        “ “ PUNCT `` 4 punct _
        This this PRON DT 4 nsubj
        was be AUX VBD 4 cop
        time time NOUN NN 10 nsubj
        for for ADP IN 7 case
        good good ADJ JJ 7 amod
        people people NOUN NNS 4 nmod _
        , , PUNCT , 4 punct _
        ” ” PUNCT '' 4 punct
        said say VERB VBD 0 root
        Ana Ana PROPN NNP 10 obj
        Lopez Lopez PROPN NNP 11 flat _
        . . PUNCT . 10 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        ["Ana Lopez | said | “This was time for good people,”"]
    );
}

#[test]
fn a_turn_of_a_transcript_may_stand_in_quotation_marks() {
    let extracted = analyse(
        "
        \" \" PUNCT `` 2 punct _
        LOPEZ Lopez PROPN NNP 0 root _
        : : PUNCT : 2 punct
        The the DET DT 5 det
        mill mill NOUN NN 6 nsubj
        closed close VERB VBD 2 parataxis _
        . . PUNCT . 2 punct

        Workers worker NOUN NNS 2 nsubj
        left leave VERB VBD 0 root _
        . . PUNCT . 2 punct

        #
        \" \" PUNCT `` 2 punct _
        CHEN Chen PROPN NNP 0 root _
        : : PUNCT : 2 punct
        They they PRON PRP 5 nsubj
        did do VERB VBD 2 parataxis _
        . . PUNCT . 2 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        [
            "LOPEZ | : | The mill closed.\nWorkers left",
            "CHEN | : | They did"
        ]
    );
}

#[test]
fn a_mark_that_is_never_closed_leaves_the_next_paragraph_alone() {
    let extracted = analyse(
        "
        Bo Bo PROPN NNP 2 nsubj
        said say VERB VBD 0 root _
        , , PUNCT , 2 punct
        “ “ PUNCT `` 5 punct _
        Wait wait VERB VB 2 ccomp _
        . . PUNCT . 2 punct

        #
        Prices price NOUN NNS 2 nsubj
        rose rise VERB VBD 0 root _
        . . PUNCT . 2 punct
        ",
    );
    assert_eq!(shown(&extracted), ["Bo | said | “Wait."]);
}

#[test]
fn denials_are_told_from_assertions_and_negation_belongs_to_the_cue() {
    let extracted = analyse(
        "
        The the DET DT 2 det
        mayor mayor NOUN NN 3 nsubj
        denied deny VERB VBD 0 root
        that that SCONJ IN 6 mark
        pumps pump NOUN NNS 6 nsubj
        failed fail VERB VBD 3 ccomp _
        , , PUNCT , 10 punct
        but but CCONJ CC 11 cc
        did do AUX VBD 11 aux
        not not PART RB 11 advmod
        say say VERB VB 3 conj
        why why ADV WRB 11 ccomp _
        . . PUNCT . 3 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        [
            "The mayor | denied | that pumps failed",
            "The mayor | did not say | why"
        ]
    );
    assert!(extracted.attributions[0].denies && !extracted.attributions[1].denies);
}

#[test]
fn a_source_that_is_nobody_negates_its_cue() {
    let extracted = analyse(
        "
        Neither neither CCONJ CC 2 cc:preconj
        Oman Oman PROPN NNP 5 nsubj
        nor nor CCONJ CC 4 cc
        Qatar Qatar PROPN NNP 2 conj
        said say VERB VBD 0 root
        pumps pump NOUN NNS 7 nsubj
        failed fail VERB VBD 5 ccomp _
        . . PUNCT . 5 punct

        No no DET DT 2 det
        engineer engineer NOUN NN 4 nsubj
        never never ADV RB 4 advmod
        said say VERB VBD 0 root
        pumps pump NOUN NNS 6 nsubj
        failed fail VERB VBD 4 ccomp _
        . . PUNCT . 4 punct
        ",
    );
    let stances: Vec<Stance> = (extracted.attributions.iter())
        .map(|found| found.stance)
        .collect();
    assert_eq!(stances, [Stance::Withhold, Stance::Assert]);
}

#[test]
fn chains_come_from_containment() {
    let extracted = analyse(
        "
        According accord VERB VBG 3 case
        to to ADP IN 1 fixed
        officials official NOUN NNS 7 obl _
        , , PUNCT , 7 punct
        the the DET DT 6 det
        leadership leadership NOUN NN 7 nsubj
        told tell VERB VBD 0 root
        Oslo Oslo PROPN NNP 7 iobj
        that that SCONJ IN 12 mark
        its its PRON PRP$ 11 nmod:poss
        chief chief NOUN NN 12 nsubj
        warned warn VERB VBD 7 ccomp
        the the DET DT 14 det
        group group NOUN NN 12 obj
        against against SCONJ IN 16 mark
        staying stay VERB VBG 12 advcl _
        . . PUNCT . 7 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        [
            "officials | According to | the leadership told Oslo that its chief warned the group against staying",
            "the leadership | told | that its chief warned the group against staying",
            "its chief | warned | staying",
        ]
    );
}

#[test]
fn impersonal_passives_have_no_source() {
    let extracted = analyse(
        "
        Ministers minister NOUN NNS 3 nsubj:pass
        are be AUX VBP 3 aux:pass
        expected expect VERB VBN 0 root
        to to PART TO 5 mark
        meet meet VERB VB 3 xcomp
        soon soon ADV RB 5 advmod _
        . . PUNCT . 3 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        ["– | are expected | Ministers … to meet soon"]
    );
}

#[test]
fn no_attribution_where_nobody_says_anything() {
    let extracted = analyse(
        "
        The the DET DT 2 det
        ship ship NOUN NN 3 nsubj
        left leave VERB VBD 0 root
        the the DET DT 6 det
        “ “ PUNCT `` 6 punct _
        old old ADJ JJ 6 amod _
        ” ” PUNCT '' 6 punct
        port port NOUN NN 3 obj _
        . . PUNCT . 3 punct
        ",
    );
    assert!(extracted.attributions.is_empty());
}

#[test]
fn a_joint_source_has_a_speaker_for_each_member_and_no_day() {
    let extracted = analyse(
        "
        Oman Oman PROPN NNP 6 nsubj
        and and CCONJ CC 3 cc
        Qatar Qatar PROPN NNP 1 conj
        on on ADP IN 5 case
        Friday Friday PROPN NNP 1 nmod
        rejected reject VERB VBD 0 root
        the the DET DT 8 det
        plan plan NOUN NN 6 obj _
        . . PUNCT . 6 punct
        ",
    );
    assert_eq!(shown(&extracted), ["Oman and Qatar | rejected | the plan"]);
    let names: Vec<&str> = (extracted.attributions[0].speakers.iter())
        .map(|&actor| extracted.annotated.actors[actor].name.as_str())
        .collect();
    assert_eq!(names, ["Oman", "Qatar"]);
}

#[test]
fn a_visit_that_was_encouraged_is_an_act_and_no_saying() {
    let extracted = analyse(
        "
        The the DET DT 2 det
        visit visit NOUN NN 4 nsubj:pass
        was be AUX VBD 4 aux:pass
        encouraged encourage VERB VBN 0 root
        by by ADP IN 6 case
        Oman Oman PROPN NNP 4 obl:agent _
        . . PUNCT . 4 punct

        Oman Oman PROPN NNP 2 nsubj
        encouraged encourage VERB VBD 0 root
        them they PRON PRP 2 obj
        to to PART TO 5 mark
        talk talk VERB VB 2 xcomp _
        . . PUNCT . 2 punct
        ",
    );
    let kinds: Vec<AttributionKind> = (extracted.attributions.iter())
        .map(|found| found.kind)
        .collect();
    assert_eq!(kinds, [AttributionKind::Act, AttributionKind::Wanting]);
}

#[test]
fn a_claim_that_somebody_has_denied_is_denied_by_the_subject() {
    let extracted = analyse(
        "
        They they PRON PRP 2 nsubj
        hid hide VERB VBD 0 root
        arms arm NOUN NNS 2 obj _
        , , PUNCT , 6 punct
        a a DET DT 6 det
        claim claim NOUN NN 3 appos
        Oman Oman PROPN NNP 10 nsubj:pass
        has have AUX VBZ 10 aux
        often often ADV RB 10 advmod
        denied deny VERB VBN 6 acl:relcl _
        . . PUNCT . 2 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        ["Oman | has often denied | They hid arms, a claim"]
    );
    assert!(extracted.attributions[0].denies);
}

#[test]
fn a_verb_of_saying_that_is_taken_for_a_noun_at_the_end_still_has_its_speaker() {
    let extracted = analyse(
        "
        Ships ship NOUN NNS 2 nsubj
        left leave VERB VBD 0 root
        the the DET DT 4 det
        port port NOUN NN 2 obj _
        , , PUNCT , 6 punct
        officials official NOUN NNS 4 appos
        in in ADP IN 8 case
        Oman Oman PROPN NNP 6 nmod
        estimate estimate NOUN NN 6 nmod _
        . . PUNCT . 2 punct
        ",
    );
    assert_eq!(
        shown(&extracted),
        ["officials in Oman | estimate | Ships left the port"]
    );
}
