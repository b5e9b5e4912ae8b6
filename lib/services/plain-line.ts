import { z } from 'zod'

/**
 * What would let one line pose as another where it is shown: controls and line breaks, and marks that turn the direction of
 * text (Unicode 16, UAX #9 explicit formatting). Names in right-to-left scripts need none of them.
 */
const misleading = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** A name or a title: one line that looks like what it is. Empty only where `min` is left at 0. */
export const plainLine = (longest: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min, 'key:required')
    .max(longest, 'key:invalid')
    .refine((line) => !misleading.test(line), 'key:controls')

/** The same for a name that somebody's computer has given and that nobody can be asked to change. */
export const asPlainLine = (line: string): string => line.replaceAll(new RegExp(misleading, 'gu'), '')
