/** The finite number that a text writes in decimals, or null: nothing that only JavaScript reads as one (``, `0x1`, `Infinity`). */
export function asNumber(text: string): number | null {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null
  const number = Number(text)
  // -0 is a 0 that compares as another category.
  return Number.isFinite(number) ? number + 0 : null
}
