//! News-like text, made of templates: the same for the same number, without any source but this file.

/// What fills the places of a template: `{0}` a person, `{1}` an organisation, `{2}` a place, `{3}` a topic.
const FILLERS: [[&str; 8]; 4] = [
    [
        "Foreign Minister Lena Orlov",
        "Gen. Amir Sadiq",
        "President Tomas Reyes",
        "Mr. Okafor",
        "the envoy",
        "Lt. Col. Ana Duarte",
        "Sen. P. J. Whitlock",
        "Prime Minister Karim Haddad",
    ],
    [
        "the Northern Alliance",
        "the Defence Ministry",
        "Harbour Energy Ltd.",
        "the United Nations",
        "the Free Coast Movement (FCM)",
        "the Central Bank",
        "Norland’s parliament",
        "the border police",
    ],
    [
        "Norland",
        "the port city of Varna",
        "Eastmark",
        "the Sahel",
        "Geneva",
        "the U.S.",
        "Port-au-Lac",
        "Ruritania",
    ],
    [
        "the ceasefire",
        "a $2.5bn loan",
        "cross-border attacks",
        "the prisoner exchange",
        "fuel prices",
        "the 2019 accord",
        "re-opening the crossing",
        "the missing aid workers",
    ],
];

const TEMPLATES: [&str; 12] = [
    "{0} told reporters in {2} on Tuesday that {1} would not accept {3}.",
    "“We have done what we promised,” {0} said. “Now it is up to {1}.”",
    "According to officials familiar with the matter, {1} warned {0} that {3} could end the talks within 48 hours.",
    "{1}, which has ruled {2} since 1998, was accused by {0} of delaying {3}.",
    "The spokesman didn't say whether {0} and {1} had discussed {3} at the meeting in {2}, held at 10:30 a.m.",
    "At least 14 people were killed and 30 others injured when fighters attacked a convoy near {2}, {1} said.",
    "{0} flew to {2} on Jan. 5 to sign an agreement on {3}, but left without comment.",
    "Analysts say {3} remains the biggest obstacle between {2} and {1}.",
    "“Is this the end of {3}?” asked {0}, who had led the delegation of {1} for three years.",
    "{1} denied that it had ordered strikes in {2} and called on {0} to publish the evidence.",
    "Trade fell by 12.4 per cent in 2023-24, hurting exporters in {2}; {1} now expects a slow recovery.",
    "If {3} fails, {0} might resign, two diplomats said on condition of anonymity.",
];

/// Paragraphs with at least so many words, which begin with the template number `seed`.
pub(crate) fn news(words: usize, seed: u64) -> String {
    let mut text = String::new();
    let mut count = 0;
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut sentences = 0;
    while count < words {
        let mut sentence = TEMPLATES[next(&mut state) % TEMPLATES.len()].to_owned();
        for (place, fillers) in FILLERS.iter().enumerate() {
            let filler = fillers[next(&mut state) % fillers.len()];
            sentence = sentence.replace(&format!("{{{place}}}"), filler);
        }
        let mut letters = sentence.chars();
        if let Some(first) = letters.next() {
            text.extend(first.to_uppercase());
            text.push_str(letters.as_str());
        }
        count += sentence.split_whitespace().count();
        sentences += 1;
        text.push_str(if sentences % 4 == 0 { "\n\n" } else { " " });
    }
    text
}

/// The next number of a fixed sequence (xorshift).
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 33) as usize
}
