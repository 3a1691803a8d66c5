//! A dependency tree drawn next to its words, one word a line.

/// The directions in which strokes leave a cell.
const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The characters of cells, by the strokes that leave them.
const BOX: [char; 16] = [
    ' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼',
];
const ASCII: [char; 16] = [
    ' ', '|', '|', '|', '-', '+', '+', '+', '-', '+', '+', '+', '-', '+', '+', '+',
];

/// The lines to the left of the words with these heads, all of one width. A word is attached to the column of its head;
/// words deeper in the tree have columns further right.
pub(super) fn draw(heads: &[Option<usize>], ascii: bool) -> Vec<String> {
    let size = heads.len();
    let head = |token: usize| heads[token].filter(|&head| head < size && head != token);
    let depth = |token: usize| {
        let up = std::iter::successors(head(token), |&above| head(above));
        up.take(size).count()
    };
    let columns: Vec<usize> = (0..size).map(|token| 2 * depth(token)).collect();
    let width = columns.iter().max().map_or(0, |deepest| deepest + 2);
    let mut cells = vec![vec![0_u8; width]; size];
    for token in 0..size {
        let from = match head(token) {
            None => 0,
            Some(above) => {
                let column = columns[above];
                stroke(&mut cells, column, token, above);
                cells[token][column] |= RIGHT;
                column + 1
            }
        };
        for cell in &mut cells[token][from.min(columns[token])..columns[token]] {
            *cell |= LEFT | RIGHT;
        }
        if head(token).is_some() {
            cells[token][columns[token]] |= LEFT;
        }
        cells[token][columns[token]] |= RIGHT;
        for cell in &mut cells[token][columns[token] + 1..] {
            *cell |= LEFT | RIGHT;
        }
    }
    let letters = if ascii { ASCII } else { BOX };
    let line = |row: &Vec<u8>| row.iter().map(|&cell| letters[usize::from(cell)]).collect();
    cells.iter().map(line).collect()
}

/// Draws a vertical line between the rows of a word and its head.
fn stroke(cells: &mut [Vec<u8>], column: usize, one: usize, other: usize) {
    let (top, bottom) = (one.min(other), one.max(other));
    cells[top][column] |= DOWN;
    cells[bottom][column] |= UP;
    for row in &mut cells[top + 1..bottom] {
        row[column] |= UP | DOWN;
    }
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn words_hang_on_the_column_of_their_head() {
        // The envoy urged rebels to leave.
        let heads = [Some(1), Some(2), None, Some(2), Some(5), Some(2)];
        let expected = ["  ┌───", "┌─┴───", "├─────", "├─────", "│ ┌───", "└─┴───"];
        assert_eq!(draw(&heads, false), expected);
        let expected = ["  +---", "+-+---", "+-----", "+-----", "| +---", "+-+---"];
        assert_eq!(draw(&heads, true), expected);
    }

    #[test]
    fn trees_that_cross_or_go_round_are_drawn_all_the_same() {
        assert_eq!(draw(&[Some(2), None, Some(1), Some(0)], false).len(), 4);
        assert_eq!(draw(&[Some(1), Some(0), Some(9), Some(3)], false).len(), 4);
        assert!(draw(&[], false).is_empty());
    }
}
