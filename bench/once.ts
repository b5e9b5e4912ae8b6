/** The same promise for everyone who asks: what several measures stand on is done by whichever comes first. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
