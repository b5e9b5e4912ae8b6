/** Ascending places in a text (code points) where something begins or ends, with 0 and the text's length among them. */
export type Edges = Uint32Array

/** How many edges are `<= offset`. */
function upTo(edges: Edges, offset: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (edges[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const last = (edges: Edges) => edges[edges.length - 1] ?? 0

export const isEdge = (edges: Edges, offset: number) => edgeAtOrBefore(edges, offset) === offset

/** The nearest edge `<= offset`; 0 when there is none. */
export const edgeAtOrBefore = (edges: Edges, offset: number) => edges[upTo(edges, offset) - 1] ?? 0

/** The nearest edge `>= offset`; the last one when there is none. */
export const edgeAtOrAfter = (edges: Edges, offset: number) => edges[upTo(edges, offset - 1)] ?? last(edges)

/** The nearest edge `< offset`; 0 when there is none. */
export const edgeBefore = (edges: Edges, offset: number) => edges[upTo(edges, offset - 1) - 1] ?? 0

/** The nearest edge `> offset`; the last one when there is none. */
export const edgeAfter = (edges: Edges, offset: number) => edges[upTo(edges, offset)] ?? last(edges)
