//! The best one-to-one assignment of rows to columns.

/// The highest sum of values with every row and column used at most once, by the Hungarian method with potentials.
pub(super) fn best_assignment(values: &[Vec<f64>]) -> f64 {
    let columns = values.first().map_or(0, Vec::len);
    if columns == 0 {
        return 0.0;
    }
    if values.len() > columns {
        let turned = |column| values.iter().map(|row| row[column]).collect();
        return best_assignment(&(0..columns).map(turned).collect::<Vec<_>>());
    }
    // Row and column 0 stand for nothing: rows and columns count from 1.
    let mut of_row = vec![0.0; values.len() + 1];
    let mut of_column = vec![0.0; columns + 1];
    let mut row_at = vec![0; columns + 1];
    for row in 1..=values.len() {
        row_at[0] = row;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut way = vec![0; columns + 1];
        let mut used = vec![false; columns + 1];
        while row_at[column] != 0 {
            used[column] = true;
            let here = row_at[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in (1..=columns).filter(|&other| !used[other]) {
                let cost = -values[here - 1][other - 1] - of_row[here] - of_column[other];
                if cost < least[other] {
                    (least[other], way[other]) = (cost, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=columns {
                if used[other] {
                    of_row[row_at[other]] += delta;
                    of_column[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_at[column] = row_at[way[column]];
            column = way[column];
        }
    }
    let assigned = (1..=columns).filter(|&column| row_at[column] != 0);
    assigned
        .map(|column| values[row_at[column] - 1][column - 1])
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_assignment_is_found() {
        assert_eq!(best_assignment(&[]), 0.0);
        assert_eq!(
            best_assignment(&[vec![1.0, 2.0, 3.0], vec![3.0, 1.0, 2.0]]),
            6.0
        );
        assert_eq!(best_assignment(&[vec![5.0], vec![7.0]]), 7.0);
        // The best of each row, 9 and 8, stand in one column: 9 + 4 is less than 7 + 8.
        assert_eq!(best_assignment(&[vec![9.0, 7.0], vec![8.0, 4.0]]), 15.0);
    }
}
