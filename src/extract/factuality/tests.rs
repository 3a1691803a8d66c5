//! Tests of polarity and modality: what operators make of what they govern.

use crate::extract::sample::statement_lines;

#[test]
fn no_on_the_subject_negates_and_two_negations_undo_one_another() {
    let rows = "No no DET DT 2 det
        ship ship NOUN NN 3 nsubj
        left leave VERB VBD 0 root
        port port NOUN NN 3 obj";
    assert_eq!(statement_lines(rows), ["not No ship | left | port"]);
    let rows = "Guards guard NOUN NNS 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        fail fail VERB VB 0 root
        to to PART TO 6 mark
        fire fire VERB VB 4 xcomp
        shots shot NOUN NNS 6 obj";
    assert_eq!(
        statement_lines(rows),
        ["Guards | did not fail to fire | shots"]
    );
}

#[test]
fn what_is_denied_or_failed_is_negative() {
    let rows = "Traders trader NOUN NNS 2 nsubj
        denied deny VERB VBD 0 root
        that that SCONJ IN 5 mark
        they they PRON PRP 5 nsubj
        sold sell VERB VBD 2 ccomp
        weapons weapon NOUN NNS 5 obj";
    let said = statement_lines(rows);
    assert!(
        said.contains(&"not they | sold | weapons".to_owned()),
        "{said:?}"
    );
    let rows = "Traders trader NOUN NNS 2 nsubj
        failed fail VERB VBD 0 root
        to to PART TO 4 mark
        sell sell VERB VB 2 xcomp
        weapons weapon NOUN NNS 4 obj";
    assert_eq!(
        statement_lines(rows),
        ["not Traders | failed to sell | weapons"]
    );
}

#[test]
fn what_somebody_is_not_brought_to_do_is_not_done() {
    let said = statement_lines(
        "Envoys envoy NOUN NNS 2 nsubj
        failed fail VERB VBD 0 root
        to to PART TO 4 mark
        persuade persuade VERB VB 2 xcomp
        judges judge NOUN NNS 4 obj
        to to PART TO 7 mark
        free free VERB VB 4 xcomp
        him he PRON PRP 7 obj",
    );
    assert!(
        said.contains(&"not judges | free | him".to_owned()),
        "{said:?}"
    );
    let said = statement_lines(
        "Floods flood NOUN NNS 2 nsubj
        stopped stop VERB VBD 0 root
        rebels rebel NOUN NNS 2 obj
        from from SCONJ IN 5 mark
        crossing cross VERB VBG 2 advcl
        the the DET DT 7 det
        river river NOUN NN 5 obj",
    );
    assert!(
        said.contains(&"not rebels | crossing | the river".to_owned()),
        "{said:?}"
    );
}

#[test]
fn who_is_not_kept_from_it_does_it() {
    let said = statement_lines(
        "Police police NOUN NNS 2 nsubj
        failed fail VERB VBD 0 root
        to to PART TO 4 mark
        prevent prevent VERB VB 2 xcomp
        rebels rebel NOUN NNS 4 obj
        from from SCONJ IN 7 mark
        crossing cross VERB VBG 4 advcl
        the the DET DT 9 det
        river river NOUN NN 7 obj",
    );
    assert!(
        said.contains(&"rebels | crossing | the river".to_owned()),
        "{said:?}"
    );
}

#[test]
fn what_has_yet_to_happen_has_not() {
    let rows = "Chad Chad PROPN NNP 2 nsubj
        has have VERB VBZ 0 root
        yet yet ADV RB 2 advmod
        to to PART TO 5 mark
        sign sign VERB VB 2 xcomp
        the the DET DT 7 det
        treaty treaty NOUN NN 5 obj";
    assert_eq!(
        statement_lines(rows),
        ["not Chad | has yet to sign | the treaty"]
    );
}

#[test]
fn an_adverb_or_auxiliary_marks_its_own_clause() {
    let rows = "Troops troop NOUN NNS 3 nsubj
        reportedly reportedly ADV RB 3 advmod
        crossed cross VERB VBD 0 root
        the the DET DT 5 det
        river river NOUN NN 3 obj";
    assert_eq!(
        statement_lines(rows),
        ["(possible) Troops | crossed | the river"]
    );
    let rows = "Troops troop NOUN NNS 3 nsubj
        must must AUX MD 3 aux
        cross cross VERB VB 0 root
        the the DET DT 5 det
        river river NOUN NN 3 obj";
    assert_eq!(
        statement_lines(rows),
        ["(required) Troops | must cross | the river"]
    );
}

#[test]
fn would_after_a_verb_of_the_past_is_what_was_to_come() {
    let rows = |verb: &str, tag: &str| {
        format!(
            "Envoys envoy NOUN NNS 2 nsubj
            {verb} say VERB {tag} 0 root
            talks talk NOUN NNS 5 nsubj
            would would AUX MD 5 aux
            bring bring VERB VB 2 ccomp
            peace peace NOUN NN 5 obj"
        )
    };
    let past = statement_lines(&rows("said", "VBD"));
    assert!(past.contains(&"(intended) talks | would bring | peace".to_owned()));
    let now = statement_lines(&rows("say", "VBP"));
    assert!(now.contains(&"(conditional) talks | would bring | peace".to_owned()));
}

#[test]
fn what_is_not_confirmed_is_left_open() {
    let rows = |verb: &str| {
        format!(
            "Peru Peru PROPN NNP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            {verb} {verb} VERB VB 0 root
            that that SCONJ IN 7 mark
            Chad Chad PROPN NNP 7 nsubj
            lied lie VERB VBD 4 ccomp"
        )
    };
    let open = statement_lines(&rows("confirm"));
    assert!(
        open.contains(&"(possible) Chad | lied | ".to_owned()),
        "{open:?}"
    );
    let known = statement_lines(&rows("know"));
    assert!(known.contains(&"Chad | lied | ".to_owned()), "{known:?}");
}

#[test]
fn what_was_to_happen_was_planned() {
    let said = statement_lines(
        "Envoys envoy NOUN NNS 4 nsubj
        were be AUX VBD 4 aux
        to to PART TO 4 mark
        visit visit VERB VB 0 root
        Chad Chad PROPN NNP 4 obj",
    );
    assert_eq!(said, ["(intended) Envoys | were to visit | Chad"]);
}

#[test]
fn who_is_told_something_is_not_told_to_do_it() {
    let told = statement_lines(
        "Peru Peru PROPN NNP 2 nsubj
        told tell VERB VBD 0 root
        envoys envoy NOUN NNS 2 iobj
        that that SCONJ IN 6 mark
        talks talk NOUN NNS 6 nsubj
        failed fail VERB VBD 2 ccomp",
    );
    assert!(told.contains(&"talks | failed | ".to_owned()), "{told:?}");
    let ordered = statement_lines(
        "Peru Peru PROPN NNP 2 nsubj
        told tell VERB VBD 0 root
        envoys envoy NOUN NNS 2 obj
        to to PART TO 5 mark
        leave leave VERB VB 2 xcomp
        Lima Lima PROPN NNP 5 obj",
    );
    assert!(
        ordered.iter().any(|line| line.starts_with("(required)")),
        "{ordered:?}"
    );
}

#[test]
fn what_is_hoped_for_stays_possible_even_with_would() {
    let said = statement_lines(
        "Envoys envoy NOUN NNS 2 nsubj
        hope hope VERB VBP 0 root
        talks talk NOUN NNS 5 nsubj
        would would AUX MD 5 aux
        bring bring VERB VB 2 ccomp
        peace peace NOUN NN 5 obj",
    );
    assert!(
        said.contains(&"(possible) talks | would bring | peace".to_owned()),
        "{said:?}"
    );
}

#[test]
fn a_clause_after_if_is_conditional_and_a_question_is_asked() {
    let said = statement_lines(
        "Rebels rebel NOUN NNS 3 nsubj
        will will AUX MD 3 aux
        leave leave VERB VB 0 root
        if if SCONJ IN 6 mark
        troops troop NOUN NNS 6 nsubj
        withdraw withdraw VERB VBP 3 advcl
        heavy heavy ADJ JJ 8 amod
        guns gun NOUN NNS 6 obj",
    );
    assert!(
        said.contains(&"(conditional) troops | withdraw | heavy guns".to_owned()),
        "{said:?}"
    );
    let rows = "Did do AUX VBD 3 aux
        rebels rebel NOUN NNS 3 nsubj
        leave leave VERB VB 0 root
        town town NOUN NN 3 obj
        ? ? PUNCT . 3 punct";
    assert_eq!(statement_lines(rows), ["(asked) rebels | Did leave | town"]);
}

#[test]
fn what_is_not_ruled_out_is_left_open() {
    let said = statement_lines(
        "Oslo Oslo PROPN NNP 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        rule rule VERB VB 0 root
        out out ADP RP 4 compound:prt
        joining join VERB VBG 4 xcomp
        the the DET DT 8 det
        pact pact NOUN NN 6 obj",
    );
    assert_eq!(
        said,
        ["(possible) Oslo | did not rule out joining | the pact"]
    );
}

#[test]
fn what_is_warned_against_or_weighed_is_no_fact() {
    let warned = statement_lines(
        "Oslo Oslo PROPN NNP 2 nsubj
        warned warn VERB VBD 0 root
        Chad Chad PROPN NNP 2 obj
        against against SCONJ IN 5 mark
        sending send VERB VBG 2 advcl
        troops troop NOUN NNS 5 obj",
    );
    assert!(
        warned.contains(&"not (required) Chad | sending | troops".to_owned()),
        "{warned:?}"
    );
    let weighed = statement_lines(
        "Oslo Oslo PROPN NNP 3 nsubj
        is be AUX VBZ 3 aux
        discussing discuss VERB VBG 0 root
        whether whether SCONJ IN 6 mark
        to to PART TO 6 mark
        ban ban VERB VB 3 ccomp
        trawlers trawler NOUN NNS 6 obj",
    );
    assert!(
        weighed.contains(&"(possible) Oslo | ban | trawlers".to_owned()),
        "{weighed:?}"
    );
}

#[test]
fn what_depends_on_a_possibility_is_one() {
    let said = statement_lines(
        "Envoys envoy NOUN NNS 3 nsubj
        may may AUX MD 3 aux
        persuade persuade VERB VB 0 root
        judges judge NOUN NNS 3 obj
        to to PART TO 6 mark
        free free VERB VB 3 xcomp
        him he PRON PRP 6 obj",
    );
    assert!(
        said.contains(&"(possible) judges | free | him".to_owned()),
        "{said:?}"
    );
}

#[test]
fn degrees_and_evidence_decide_what_depends_on_them() {
    let rows = "Boats boat NOUN NNS 4 nsubj
        were be AUX VBD 4 cop
        too too ADV RB 4 advmod
        slow slow ADJ JJ 0 root
        to to PART TO 6 mark
        rescue rescue VERB VB 4 advcl
        crews crew NOUN NNS 6 obj";
    let said = statement_lines(rows);
    assert!(
        said.iter()
            .any(|line| line.starts_with("not Boats |") && line.contains("rescue")),
        "{said:?}"
    );
    let rows = "Judges judge NOUN NNS 2 nsubj
        found find VERB VBD 0 root
        no no DET DT 4 det
        evidence evidence NOUN NN 2 obj
        that that SCONJ IN 7 mark
        Chad Chad PROPN NNP 7 nsubj
        sold sell VERB VBD 4 acl
        weapons weapon NOUN NNS 7 obj";
    let said = statement_lines(rows);
    assert!(
        !said.contains(&"Chad | sold | weapons".to_owned()),
        "{said:?}"
    );
}

#[test]
fn not_only_denies_nothing_and_no_longer_does() {
    let rows = "Chad Chad PROPN NNP 4 nsubj
        not not PART RB 3 advmod
        only only ADV RB 4 advmod
        banned ban VERB VBD 0 root
        parties party NOUN NNS 4 obj";
    assert!(
        statement_lines(rows)
            .iter()
            .all(|line| !line.starts_with("not ")),
        "{:?}",
        statement_lines(rows)
    );
    let rows = "Chad Chad PROPN NNP 4 nsubj
        no no ADV RB 3 advmod
        longer long ADV RBR 4 advmod
        bans ban VERB VBZ 0 root
        parties party NOUN NNS 4 obj";
    assert!(
        statement_lines(rows)
            .iter()
            .any(|line| line.starts_with("not Chad")),
        "{:?}",
        statement_lines(rows)
    );
}

#[test]
fn an_outcome_is_as_possible_as_what_leads_to_it() {
    let said = statement_lines(
        "Attacks attack NOUN NNS 3 nsubj
        could could AUX MD 3 aux
        result result VERB VB 0 root
        in in ADP IN 5 case
        groups group NOUN NNS 3 obl
        losing lose VERB VBG 5 acl
        support support NOUN NN 6 obj",
    );
    assert!(
        said.contains(&"(possible) groups | losing | support".to_owned()),
        "{said:?}"
    );
}
