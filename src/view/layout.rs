//! Graph layout: boxes and the lines between them → positions.
//!
//! Each connected component is laid out by itself: distances on the page approximate distances in the network (stress,
//! minimised by stochastic gradient descent after Zheng, Pawar and Goodman 2018, with a fixed pseudorandom sequence);
//! overlapping boxes are pushed apart; the components are placed side by side. Stress was preferred to springs because
//! networks of actors have hubs, whose neighbours springs pile up. Only sums, products and roots are used, which are
//! the same on every machine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Width and height of a box.
pub(super) type Size = (f64, f64);

/// The number of passes of the descent; more make no visible difference.
const PASSES: u32 = 40;
/// The ratio of width to height, as of pages.
const ASPECT: f64 = 1.3;
/// The distance between boxes, and between components.
const GAP: f64 = 12.0;
/// The area left to a crowded component, as a multiple of the area of its boxes.
const ROOM: f64 = 2.0;
/// The number of boxes from which on a component is crowded.
const CROWD: usize = 100;
/// The number of components that are fitted next to each other; further ones are placed in rows below.
const FITTED: usize = 60;

/// The centre of every box.
pub(super) fn centres(boxes: &[Size], lines: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); boxes.len()];
    for &(one, other) in lines {
        if one != other {
            near[one].push(other);
            near[other].push(one);
        }
    }
    for list in &mut near {
        list.sort_unstable();
        list.dedup();
    }
    let mut centres = spiral(boxes.len());
    let parts = parts(&near);
    for part in &parts {
        arrange(part, boxes, &near, &mut centres);
    }
    pack(&parts, boxes, &mut centres);
    for centre in &mut centres {
        *centre = (centre.0.round(), centre.1.round());
    }
    centres
}

/// Points on a spiral, each turned by the golden angle from the one before.
fn spiral(count: usize) -> Vec<(f64, f64)> {
    let (cos, sin) = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_8);
    let mut turned = (1.0_f64, 0.0_f64);
    (0..count)
        .map(|index| {
            turned = (
                turned.0 * cos - turned.1 * sin,
                turned.0 * sin + turned.1 * cos,
            );
            let far = 60.0 * (index as f64 + 0.5).sqrt();
            (turned.0 * far, turned.1 * far)
        })
        .collect()
}

/// The connected components, each in ascending order, the largest first.
fn parts(near: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut parts = Vec::new();
    for first in 0..near.len() {
        if seen[first] {
            continue;
        }
        seen[first] = true;
        let mut part = vec![first];
        let mut next = 0;
        while let Some(&node) = part.get(next) {
            next += 1;
            for &other in &near[node] {
                if !seen[other] {
                    seen[other] = true;
                    part.push(other);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts.sort_by_key(|part| (Reverse(part.len()), part[0]));
    parts
}

/// Lays out one component around the origin.
fn arrange(part: &[usize], boxes: &[Size], near: &[Vec<usize>], centres: &mut [(f64, f64)]) {
    let mut local = vec![usize::MAX; near.len()];
    for (index, &node) in part.iter().enumerate() {
        local[node] = index;
    }
    let neighbours: Vec<Vec<usize>> = part
        .iter()
        .map(|&node| near[node].iter().map(|&other| local[other]).collect())
        .collect();
    let sizes: Vec<Size> = part.iter().map(|&node| boxes[node]).collect();
    let mut points: Vec<(f64, f64)> = part.iter().map(|&node| centres[node]).collect();
    descend(&distances(&neighbours), &mut points);
    spread(&sizes, &mut points);
    let (low, high) = bounds(&points, &sizes);
    if high.1 - low.1 > high.0 - low.0 {
        for point in &mut points {
            *point = (point.1, point.0);
        }
    }
    part_boxes(&sizes, &mut points);
    for (&node, &point) in part.iter().zip(&points) {
        centres[node] = point;
    }
}

/// The target distances: shortest paths, where lines at hubs are longer, so that their neighbours have room.
fn distances(near: &[Vec<usize>]) -> Vec<Vec<f32>> {
    let length = |one: usize, other: usize| {
        let degree = near[one].len().max(near[other].len()) as u32;
        95 + 9 * degree.min(30)
    };
    let from = |start: usize| {
        let mut far = vec![u32::MAX; near.len()];
        far[start] = 0;
        let mut queue = BinaryHeap::from([Reverse((0, start))]);
        while let Some(Reverse((way, node))) = queue.pop() {
            if way > far[node] {
                continue;
            }
            for &other in &near[node] {
                let longer = way + length(node, other);
                if longer < far[other] {
                    far[other] = longer;
                    queue.push(Reverse((longer, other)));
                }
            }
        }
        far.into_iter().map(|way| way as f32).collect()
    };
    (0..near.len()).map(from).collect()
}

/// Moves the points, pair by pair, towards their target distances, in decreasing steps.
fn descend(distances: &[Vec<f32>], points: &mut [(f64, f64)]) {
    let longest = distances
        .iter()
        .flatten()
        .fold(1.0_f32, |most, &far| most.max(far));
    let longest = f64::from(longest);
    let shortest = 95.0;
    let mut order: Vec<usize> = (0..points.len()).collect();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for pass in 0..PASSES {
        for last in (1..order.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(last, (state >> 33) as usize % (last + 1));
        }
        let ratio = (longest / shortest) * (longest / shortest);
        let step = ratio / (1.0 + f64::from(pass * pass) * ratio * 0.02) * shortest * shortest;
        for (index, &one) in order.iter().enumerate() {
            for &other in &order[index + 1..] {
                let wanted = f64::from(distances[one][other]);
                let (dx, dy) = (
                    points[one].0 - points[other].0,
                    points[one].1 - points[other].1,
                );
                let far = (dx * dx + dy * dy).sqrt();
                if far < 0.001 {
                    // Two points in one place are separated in a direction that depends on their indices only.
                    points[one].0 += 1.0 + one as f64 * 0.01;
                    continue;
                }
                let strength = (step / (wanted * wanted)).min(1.0);
                let part = strength * (far - wanted) / (2.0 * far);
                points[one].0 -= dx * part;
                points[one].1 -= dy * part;
                points[other].0 += dx * part;
                points[other].1 += dy * part;
            }
        }
    }
}

/// Widens crowded components, in which boxes that are pushed apart would pile up in columns.
fn spread(sizes: &[Size], points: &mut [(f64, f64)]) {
    if sizes.len() < CROWD {
        return;
    }
    let (low, high) = bounds(points, sizes);
    let there = (high.0 - low.0) * (high.1 - low.1);
    let needed = sizes.iter().fold(0.0, |sum, size| {
        sum + ROOM * (size.0 + GAP) * (size.1 + GAP)
    });
    if needed > there {
        let factor = (needed / there).sqrt();
        for point in points {
            *point = (point.0 * factor, point.1 * factor);
        }
    }
}

/// Pushes boxes apart, along the shorter way, until none overlap.
fn part_boxes(sizes: &[Size], points: &mut [(f64, f64)]) {
    let mut order: Vec<usize> = (0..points.len()).collect();
    let widest = sizes.iter().fold(0.0_f64, |most, size| most.max(size.0)) + GAP;
    for _ in 0..400 {
        order.sort_by(|&a, &b| points[a].0.total_cmp(&points[b].0).then(a.cmp(&b)));
        let mut moved = false;
        for (index, &one) in order.iter().enumerate() {
            for &other in &order[index + 1..] {
                let dx = points[other].0 - points[one].0;
                if dx > widest {
                    break;
                }
                let dy = points[other].1 - points[one].1;
                let x = (sizes[one].0 + sizes[other].0) / 2.0 + GAP - dx.abs();
                let y = (sizes[one].1 + sizes[other].1) / 2.0 + GAP - dy.abs();
                if x <= 0.5 || y <= 0.5 {
                    continue;
                }
                moved = true;
                let (x, y) = if x < y {
                    (x / 2.0, 0.0)
                } else {
                    (0.0, y / 2.0)
                };
                let sign = |value: f64| if value < 0.0 { -1.0 } else { 1.0 };
                points[one].0 -= x * sign(dx);
                points[other].0 += x * sign(dx);
                points[one].1 -= y * sign(dy);
                points[other].1 += y * sign(dy);
            }
        }
        if !moved {
            break;
        }
    }
}

/// The bounding box of the boxes.
fn bounds(points: &[(f64, f64)], sizes: &[Size]) -> ((f64, f64), (f64, f64)) {
    let mut low = (f64::MAX, f64::MAX);
    let mut high = (f64::MIN, f64::MIN);
    for (point, size) in points.iter().zip(sizes) {
        low = (
            low.0.min(point.0 - size.0 / 2.0),
            low.1.min(point.1 - size.1 / 2.0),
        );
        high = (
            high.0.max(point.0 + size.0 / 2.0),
            high.1.max(point.1 + size.1 / 2.0),
        );
    }
    (low, high)
}

/// The rectangle of a component: left, top, width, height.
type Rectangle = (f64, f64, f64, f64);

/// Places the components side by side, the largest in the middle, each next one where the whole stays most compact.
fn pack(parts: &[Vec<usize>], boxes: &[Size], centres: &mut [(f64, f64)]) {
    let mut placed: Vec<Rectangle> = Vec::new();
    let mut row = (0.0_f64, 0.0_f64, 0.0_f64);
    for (index, part) in parts.iter().enumerate() {
        let points: Vec<(f64, f64)> = part.iter().map(|&node| centres[node]).collect();
        let sizes: Vec<Size> = part.iter().map(|&node| boxes[node]).collect();
        let (low, high) = bounds(&points, &sizes);
        let size = (high.0 - low.0 + 2.0 * GAP, high.1 - low.1 + 2.0 * GAP);
        let (left, top) = if index < FITTED {
            fit(size, &placed)
        } else {
            let (left, right, bottom) = placed.iter().take(FITTED).fold(
                (0.0_f64, 0.0_f64, 0.0_f64),
                |(left, right, bottom), frame| {
                    (
                        left.min(frame.0),
                        right.max(frame.0 + frame.2),
                        bottom.max(frame.1 + frame.3),
                    )
                },
            );
            if index == FITTED || row.0 + size.0 > right {
                row = (
                    left,
                    if index == FITTED {
                        bottom
                    } else {
                        row.1 + row.2
                    },
                    0.0,
                );
            }
            let at = (row.0, row.1);
            row = (row.0 + size.0, row.1, row.2.max(size.1));
            at
        };
        placed.push((left, top, size.0, size.1));
        for &node in part {
            centres[node].0 += left + GAP - low.0;
            centres[node].1 += top + GAP - low.1;
        }
    }
}

/// The place of a rectangle: at a corner of another one, without overlap, so that the whole stays compact and near its
/// aspect ratio.
fn fit(size: Size, placed: &[Rectangle]) -> (f64, f64) {
    if placed.is_empty() {
        return (0.0, 0.0);
    }
    let (left, top, right, bottom) = placed.iter().fold(
        (f64::MAX, f64::MAX, f64::MIN, f64::MIN),
        |(left, top, right, bottom), &(x, y, width, height)| {
            (
                left.min(x),
                top.min(y),
                right.max(x + width),
                bottom.max(y + height),
            )
        },
    );
    let mut best = ((f64::MAX, f64::MAX), (0.0, 0.0));
    for &(frame_x, frame_y, width, height) in placed {
        for x in [
            frame_x,
            frame_x + width,
            frame_x - size.0,
            frame_x + width - size.0,
        ] {
            for y in [
                frame_y,
                frame_y + height,
                frame_y - size.1,
                frame_y + height - size.1,
            ] {
                let free = placed.iter().all(|other| {
                    x + size.0 <= other.0 + 0.1
                        || x >= other.0 + other.2 - 0.1
                        || y + size.1 <= other.1 + 0.1
                        || y >= other.1 + other.3 - 0.1
                });
                let wide = right.max(x + size.0) - left.min(x);
                let high = bottom.max(y + size.1) - top.min(y);
                let (dx, dy) = (
                    x + size.0 / 2.0 - f64::midpoint(left, right),
                    y + size.1 / 2.0 - f64::midpoint(top, bottom),
                );
                let cost = ((wide / ASPECT).max(high), dx * dx + dy * dy);
                if free && cost < best.0 {
                    best = (cost, (x, y));
                }
            }
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(boxes: &[Size], centres: &[(f64, f64)]) -> bool {
        (0..boxes.len()).any(|one| {
            (one + 1..boxes.len()).any(|other| {
                let x = (boxes[one].0 + boxes[other].0) / 2.0
                    - (centres[one].0 - centres[other].0).abs();
                let y = (boxes[one].1 + boxes[other].1) / 2.0
                    - (centres[one].1 - centres[other].1).abs();
                x > 0.0 && y > 0.0
            })
        })
    }

    #[test]
    fn boxes_do_not_overlap_and_the_same_network_gives_the_same_picture() {
        let boxes: Vec<Size> = (0..90)
            .map(|node| (60.0 + f64::from(node % 7) * 12.0, 40.0))
            .collect();
        // A hub with thirty neighbours, a chain, and pairs.
        let mut lines: Vec<(usize, usize)> = (1..30).map(|node| (0, node)).collect();
        lines.extend((30..60).map(|node| (node - 1, node)));
        lines.extend((60..90).step_by(2).map(|node| (node, node + 1)));
        let centres = centres(&boxes, &lines);
        assert!(!overlap(&boxes, &centres));
        assert_eq!(centres, super::centres(&boxes, &lines));
    }

    #[test]
    fn neighbours_stand_nearer_than_strangers() {
        let boxes = vec![(20.0, 20.0); 12];
        let lines: Vec<(usize, usize)> = (1..12).map(|node| (node - 1, node)).collect();
        let centres = centres(&boxes, &lines);
        let far = |one: usize, other: usize| {
            let (x, y) = (
                centres[one].0 - centres[other].0,
                centres[one].1 - centres[other].1,
            );
            (x * x + y * y).sqrt()
        };
        for node in 1..12 {
            assert!(
                far(node - 1, node) < far(0, 11) / 4.0,
                "{node}: {}",
                far(node - 1, node)
            );
        }
    }

    #[test]
    fn nothing_and_one_box_are_pictures_too() {
        assert!(centres(&[], &[]).is_empty());
        assert_eq!(centres(&[(10.0, 10.0)], &[(0, 0)]).len(), 1);
    }
}
