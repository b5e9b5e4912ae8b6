import type { Choice, LeftOut } from './choice'

/** What people write where they do not know: it must not pass for a licence. */
const placeholders = new Set(['unknown', 'unspecified', 'none', 'n/a', 'na', 'tbd', '?', '-', '未知', '不明', '无'])

/** A licence is known when something is said that is not a way of saying nothing. */
export const isKnownLicence = (licence: string | null): licence is string =>
  licence !== null && licence.trim() !== '' && !placeholders.has(licence.trim().toLowerCase())

/**
 * Material without a known licence stays out. An owner may take it in, with a reason: `override`; which items came in so is
 * said, for the card and the audit trail. A blank override is none.
 */
export function keepLicensed<Item extends { id: string; licence: string | null }>(
  items: readonly Item[],
  override: string | null,
): Choice<Item> & { overridden: string[] } {
  const kept: Item[] = []
  const leftOut: LeftOut[] = []
  const overridden: string[] = []
  for (const item of items) {
    if (isKnownLicence(item.licence)) kept.push(item)
    else if (override?.trim()) {
      kept.push(item)
      overridden.push(item.id)
    } else leftOut.push({ id: item.id, reason: 'unknown-licence', note: null })
  }
  return { kept, leftOut, overridden }
}
