//! Which words of two treebanks of one text are the same.

use super::treebank::TreeWord;

/// Pairs of words: those of the same place, and within multiword tokens those of the same form in the same order.
pub(super) fn align(gold: &[TreeWord], system: &[TreeWord]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut s) = (0, 0);
    while g < gold.len() && s < system.len() {
        let (a, b) = (&gold[g], &system[s]);
        if !a.multiword && !b.multiword {
            if a.place == b.place {
                pairs.push((g, s));
                (g, s) = (g + 1, s + 1);
            } else if a.place.0 <= b.place.0 {
                g += 1;
            } else {
                s += 1;
            }
            continue;
        }
        // A part that begins with a multiword token on either side, and ends where no further one overlaps it.
        if a.multiword && !b.multiword && b.place.0 < a.place.0 {
            s += 1;
            continue;
        }
        if !a.multiword && a.place.0 < b.place.0 {
            g += 1;
            continue;
        }
        let mut end = if a.multiword { a.place.1 } else { b.place.1 };
        let (from_g, from_s) = (g, s);
        while !lies_behind(gold.get(g), end) || !lies_behind(system.get(s), end) {
            let gold_first = match (gold.get(g), system.get(s)) {
                (Some(a), Some(b)) => a.place.0 <= b.place.0,
                (a, _) => a.is_some(),
            };
            let word = if gold_first {
                g += 1;
                &gold[g - 1]
            } else {
                s += 1;
                &system[s - 1]
            };
            if word.multiword {
                end = end.max(word.place.1);
            }
        }
        let same = common(&gold[from_g..g], &system[from_s..s]);
        pairs.extend(same.into_iter().map(|(i, j)| (from_g + i, from_s + j)));
    }
    pairs
}

fn lies_behind(word: Option<&TreeWord>, end: usize) -> bool {
    word.is_none_or(|word| match word.multiword {
        true => word.place.0 >= end,
        false => word.place.1 > end,
    })
}

/// A longest common subsequence of the forms.
fn common(gold: &[TreeWord], system: &[TreeWord]) -> Vec<(usize, usize)> {
    let mut table = vec![vec![0; system.len() + 1]; gold.len() + 1];
    for g in (0..gold.len()).rev() {
        for s in (0..system.len()).rev() {
            table[g][s] = if gold[g].form == system[s].form {
                table[g + 1][s + 1] + 1
            } else {
                table[g + 1][s].max(table[g][s + 1])
            };
        }
    }
    let (mut g, mut s) = (0, 0);
    let mut pairs = Vec::new();
    while g < gold.len() && s < system.len() {
        if gold[g].form == system[s].form {
            pairs.push((g, s));
            (g, s) = (g + 1, s + 1);
        } else if table[g + 1][s] >= table[g][s + 1] {
            g += 1;
        } else {
            s += 1;
        }
    }
    pairs
}
