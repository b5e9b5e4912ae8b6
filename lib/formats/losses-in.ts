import type { Localised } from '@/lib/locale'
import type { Loss } from './exchange-format'
import { noPlaceIn } from './no-place-in'

/** What the format that is called so always loses, in full: a field told alone has no place in it. */
export const lossesIn = (name: Localised, always: readonly (Loss | string)[]): Loss[] =>
  always.map((each) => (typeof each === 'string' ? { field: each, why: noPlaceIn(name) } : each))
