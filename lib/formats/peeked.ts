/** The first bytes of a file to look at, as many as there are up to `atLeast`, and all bytes, those first ones included. */
export async function peeked(source: AsyncIterable<Uint8Array>, atLeast: number): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const bytes = source[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  for (let length = 0; length < atLeast;) {
    const { done, value } = await bytes.next()
    if (done) break
    pieces.push(value)
    length += value.length
  }
  async function* all() {
    yield* pieces
    yield* { [Symbol.asyncIterator]: () => bytes }
  }
  return { first: Buffer.concat(pieces), all: all() }
}
