//! Losses of tags, heads and relations, and their gradients with respect to the projections.

use std::ops::Range;

use crate::model::kernel::{Matrix, exp};
use crate::model::network::{WordBatch, rectify};
use crate::model::shape::distance;
use crate::train::random::Random;

use super::arithmetic::{drop_out, multiply, outer};
use super::example::Targets;
use super::gradient::Gradient;
use super::pass::Pass;

/// Adds to the gradient and the losses; `projections` are before their rectification. Gives their error.
pub(crate) fn attach(
    pass: &Pass<'_>,
    batch: &WordBatch,
    targets: &Targets,
    projections: &mut [f32],
    random: &mut Random,
    gradient: &mut Gradient,
) -> Vec<f32> {
    let columns = pass.columns;
    for row in projections.chunks_exact_mut(columns.total) {
        rectify(&mut row[..columns.label_dependent]);
    }
    let mut error = vec![0.0; projections.len()];
    tags(pass, targets, projections, gradient, &mut error);
    arcs(
        pass,
        batch,
        targets,
        projections,
        random,
        gradient,
        &mut error,
    );
    relations(
        pass,
        batch,
        targets,
        projections,
        random,
        gradient,
        &mut error,
    );
    let rows = error.chunks_exact_mut(columns.total);
    for (error, values) in rows.zip(projections.chunks_exact(columns.total)) {
        let values = &values[..columns.label_dependent];
        for (error, value) in error.iter_mut().zip(values) {
            *error = if *value > 0.0 { *error } else { 0.0 };
        }
    }
    error
}

/// The loss of choosing among `scores`, which become their own error times `weight`.
fn choose(scores: &mut [f32], right: usize, weight: f32) -> f64 {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|score| *score -= top);
    exp(scores);
    let sum: f32 = scores.iter().sum();
    let share = scores[right] / sum;
    scores.iter_mut().for_each(|score| *score *= weight / sum);
    scores[right] -= weight;
    f64::from(-share.max(1e-30).ln() * weight)
}

fn tags(
    pass: &Pass<'_>,
    targets: &Targets,
    projections: &[f32],
    gradient: &mut Gradient,
    error: &mut [f32],
) {
    let columns = pass.columns;
    let rows = projections
        .chunks_exact(columns.total)
        .zip(error.chunks_exact_mut(columns.total));
    for (place, (row, error)) in rows.enumerate() {
        let weight = targets.weights[place].0 * pass.scale;
        if weight == 0.0 {
            continue;
        }
        error[columns.upos..].copy_from_slice(&row[columns.upos..]);
        let (upos, xpos) = error[columns.upos..].split_at_mut(columns.xpos - columns.upos);
        gradient.loss[0] += choose(upos, targets.upos[place], weight);
        gradient.loss[0] += choose(xpos, targets.xpos[place], weight);
    }
}

/// A block of the projections of all places.
fn block(projections: &[f32], total: usize, columns: Range<usize>) -> Vec<f32> {
    let rows = projections.chunks_exact(total);
    rows.flat_map(|row| &row[columns.clone()])
        .copied()
        .collect()
}

fn arcs(
    pass: &Pass<'_>,
    batch: &WordBatch,
    targets: &Targets,
    projections: &[f32],
    random: &mut Random,
    gradient: &mut Gradient,
    error: &mut [f32],
) {
    let columns = pass.columns;
    let (size, total) = (pass.shape.arc, columns.total);
    let mut dependents = block(projections, total, 0..columns.arc_head);
    let mut heads = block(
        projections,
        total,
        columns.arc_head..columns.label_dependent,
    );
    let dependents_mask = drop_out(&mut dependents, pass.dropout, random);
    let heads_mask = drop_out(&mut heads, pass.dropout, random);
    let mut queries = Vec::new();
    pass.linear("arcs", &dependents, &mut queries);
    let mut query_errors = vec![0.0; queries.len()];
    let mut head_errors = vec![0.0; heads.len()];
    for places in &batch.sentences {
        let range = places.start * size..places.end * size;
        let (queries, heads) = (&queries[range.clone()], &heads[range.clone()]);
        let scores = score(
            pass,
            targets,
            places,
            projections,
            (queries, heads),
            gradient,
            error,
        );
        Matrix::new(places.len(), size, heads)
            .multiply_add(&scores, &mut query_errors[range.clone()]);
        outer(
            &scores,
            places.len(),
            queries,
            size,
            &mut head_errors[range],
        );
    }
    multiply(&mut head_errors, &heads_mask);
    let mut dependent_errors = pass.back("arcs", &dependents, &query_errors, gradient);
    multiply(&mut dependent_errors, &dependents_mask);
    for (place, error) in error.chunks_exact_mut(total).enumerate() {
        let range = place * size..(place + 1) * size;
        error[..columns.arc_head].copy_from_slice(&dependent_errors[range.clone()]);
        error[columns.arc_head..columns.label_dependent].copy_from_slice(&head_errors[range]);
    }
}

/// The errors of the scores of all heads of a sentence, after adding what comes of distances.
fn score(
    pass: &Pass<'_>,
    targets: &Targets,
    places: &Range<usize>,
    projections: &[f32],
    (queries, heads): (&[f32], &[f32]),
    gradient: &mut Gradient,
    error: &mut [f32],
) -> Vec<f32> {
    let columns = pass.columns;
    let (count, total) = (places.len(), columns.total);
    let mut scores = vec![0.0; count * count];
    Matrix::transposed(pass.shape.arc, count, heads).multiply_add(queries, &mut scores);
    scores[..count].fill(0.0);
    for (dependent, scores) in scores.chunks_exact_mut(count).enumerate().skip(1) {
        let place = places.start + dependent;
        let by_distance = &projections[place * total..][columns.distance..columns.upos];
        for (head, score) in scores.iter_mut().enumerate() {
            *score += by_distance[distance(dependent, head)];
        }
        scores[dependent] = -1e9;
        let weight = targets.weights[place].1 * pass.scale;
        gradient.loss[1] += choose(scores, targets.heads[place], weight);
        let error = &mut error[place * total..][columns.distance..columns.upos];
        for (head, score) in scores.iter().enumerate() {
            error[distance(dependent, head)] += score;
        }
    }
    scores
}

fn relations(
    pass: &Pass<'_>,
    batch: &WordBatch,
    targets: &Targets,
    projections: &[f32],
    random: &mut Random,
    gradient: &mut Gradient,
    error: &mut [f32],
) {
    let columns = pass.columns;
    let (size, total) = (pass.shape.label, columns.total);
    let apart = pass.weights("label.distance");
    let mut hidden = Vec::new();
    // Dependent, head, class of distance of every word that does not depend on the root.
    let mut pairs = Vec::new();
    for sentence in &batch.sentences {
        for dependent in sentence.clone().skip(1) {
            let head = targets.heads[dependent];
            if head == 0 {
                continue;
            }
            let class = distance(dependent - sentence.start, head);
            let head = sentence.start + head;
            let own =
                &projections[dependent * total..][columns.label_dependent..columns.label_head];
            let other = &projections[head * total..][columns.label_head..columns.distance];
            let apart = &apart[class * size..(class + 1) * size];
            let sums = own.iter().zip(other).zip(apart);
            hidden.extend(sums.map(|((a, b), c)| (a + b + c).max(0.0)));
            pairs.push((dependent, head, class));
        }
    }
    let mask = drop_out(&mut hidden, pass.dropout, random);
    let mut scores = Vec::new();
    pass.linear("relations", &hidden, &mut scores);
    for (scores, (dependent, ..)) in scores.chunks_exact_mut(pass.shape.deprel.len()).zip(&pairs) {
        let weight = targets.weights[*dependent].1 * pass.scale;
        gradient.loss[2] += choose(scores, targets.relations[*dependent], weight);
    }
    let mut hidden_errors = pass.back("relations", &hidden, &scores, gradient);
    multiply(&mut hidden_errors, &mask);
    let start = pass.tensor("label.distance").start;
    let rows = hidden_errors
        .chunks_exact_mut(size)
        .zip(hidden.chunks_exact(size));
    for ((errors, values), &(dependent, head, class)) in rows.zip(&pairs) {
        for (unit, value) in values.iter().enumerate() {
            let part = if *value > 0.0 { errors[unit] } else { 0.0 };
            error[dependent * total + columns.label_dependent + unit] += part;
            error[head * total + columns.label_head + unit] += part;
            gradient.dense[start + class * size + unit] += part;
        }
    }
}
