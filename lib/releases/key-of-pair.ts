import { byCodeUnit } from './by-code-unit'

/** The same for a pair either way round. */
export const keyOfPair = (a: string, b: string): string => JSON.stringify([a, b].sort(byCodeUnit))
