/**
 * A copy in random order (Fisher and Yates; Durstenfeld 1964): every order equally likely if `random` is uniform on [0, 1).
 */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const result = [...values]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = result[last]!
    result[last] = result[other]!
    result[other] = held
  }
  return result
}
