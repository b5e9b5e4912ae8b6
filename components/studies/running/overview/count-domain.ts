/** From nothing to the largest count, and never so near that the axis would show fractions of an item. */
export const countDomain = (counts: readonly number[]): [number, number] => [0, Math.max(4, ...counts)]
