import type { Bump, ChangeLog } from './change-log'

/**
 * Semantic versions of data. Major: a score may mean something else (an item gone, another verdict, text or split). Minor:
 * more or better described items (added, tags or provenance changed); a score on the old ones stands. Patch: documents only.
 */
export function bumpDue(changes: ChangeLog): Bump {
  const { added, removed, verdicts, texts, splits, records } = changes
  if (removed.length || verdicts.length || texts.length || splits.length) return 'major'
  return added.length || records.length ? 'minor' : 'patch'
}

/** The version after `previous`; the first release of all is 1.0.0. Throws RangeError on what is no version. */
export function nextVersion(previous: string | null, bump: Bump): string {
  if (previous === null) return '1.0.0'
  const [, major, minor, patch] = (/^(\d+)\.(\d+)\.(\d+)$/.exec(previous) ?? []).map(Number)
  if (major === undefined || minor === undefined || patch === undefined)
    throw new RangeError(`${previous} is no version`)
  if (bump === 'major') return `${major + 1}.0.0`
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}
