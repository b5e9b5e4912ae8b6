/** Sets of things that belong together, by union-find with path halving and union by size. Near O(1) an operation. */
export class Clusters {
  readonly #parent: Int32Array
  readonly #size: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, index) => index)
    this.#size = new Int32Array(count).fill(1)
  }

  /** The one member that stands for the whole set. */
  of(member: number): number {
    let at = member
    while (this.#parent[at] !== at) {
      const next = this.#parent[this.#parent[at]!]!
      this.#parent[at] = next
      at = next
    }
    return at
  }

  join(a: number, b: number): void {
    let [large, small] = [this.of(a), this.of(b)]
    if (large === small) return
    if (this.#size[large]! < this.#size[small]!) [large, small] = [small, large]
    this.#parent[small] = large
    this.#size[large] = this.#size[large]! + this.#size[small]!
  }
}
