/**
 * What a hand-in says of the draft it was written as: the version seen and the browser's copies whose saves are its own. With
 * it, a page that has fallen behind another cannot hand in its older work and end the newer draft unseen.
 */
import { z } from 'zod'

export const handedInFrom = z.object({ base: z.int().min(0), copies: z.array(z.uuid()).max(16) })
