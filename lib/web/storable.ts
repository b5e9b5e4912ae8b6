import { Refusal } from '@/lib/errors'
import { unstorable } from '@/lib/formats/unstorable'

/**
 * Input as it came, unless the database could not hold it as it is: U+0000, half a character, a number that was rounded on
 * the way, nesting without end. Asked at every edge, so that none of these is ever found out by the database.
 */
export function storable<T>(input: T): T {
  const found = unstorable(input, '')
  if (!found) return input
  const path = (found.field ?? '').replace(/^\./, '').replaceAll(/\[(\d+)\]/g, '.$1')
  throw new Refusal('invalid', 'unstorable', {}, [{ path, code: found.reason, values: found.values ?? {} }])
}
