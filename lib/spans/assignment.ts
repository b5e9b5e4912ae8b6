/**
 * The one-to-one assignment of rows to columns with the greatest total weight (Hungarian algorithm with potentials, Kuhn 1955,
 * Munkres 1957). `weight(row, column) >= 0`; needs rows <= columns. Returns the column of every row.
 * Deterministic: the same weights in the same order give the same assignment. O(rows² · columns).
 */
export function bestAssignment(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): number[] {
  if (rows > columns) throw new RangeError('an assignment needs as many columns as rows')
  const weights = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) weights[row * columns + column] = weight(row, column)
  }
  // 1-based; index 0 is the algorithm's own empty row and column.
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const cameFrom = new Int32Array(columns + 1)
  const slack = new Float64Array(columns + 1)
  const visited = new Uint8Array(columns + 1)

  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    slack.fill(Infinity)
    visited.fill(0)
    let column = 0
    do {
      visited[column] = 1
      const current = rowOf[column]!
      const ofRow = (current - 1) * columns - 1
      const potential = rowPotential[current]!
      let step = Infinity
      let next = 0
      for (let c = 1; c <= columns; c++) {
        if (visited[c]) continue
        const reduced = -weights[ofRow + c]! - potential - columnPotential[c]!
        if (reduced < slack[c]!) {
          slack[c] = reduced
          cameFrom[c] = column
        }
        if (slack[c]! < step) {
          step = slack[c]!
          next = c
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (visited[c]) {
          rowPotential[rowOf[c]!] = rowPotential[rowOf[c]!]! + step
          columnPotential[c] = columnPotential[c]! - step
        } else slack[c] = slack[c]! - step
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const previous = cameFrom[column]!
      rowOf[column] = rowOf[previous]!
      column = previous
    }
  }
  const columnOf = new Array<number>(rows).fill(-1)
  for (let c = 1; c <= columns; c++) if (rowOf[c]! > 0) columnOf[rowOf[c]! - 1] = c - 1
  return columnOf
}
