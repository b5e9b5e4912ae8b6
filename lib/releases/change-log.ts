import type { SplitName } from './split-rule'

/** What of an item decides whether two releases say the same of it; the fingerprints are any fixed form (a SHA-256). */
export type ReleasedItem = {
  id: string
  split: SplitName
  /** Of what is judged. */
  text: string
  /** Of the verdict's answer alone: a rationale put better changes nothing that is scored. */
  verdict: string
  /** Of the whole record, tags and provenance included. */
  record: string
  /** Why the verdict in force is not the first; null where it is. */
  reason: string | null
}

/** What stays of an item that is gone. */
export type Tombstone = { id: string; split: SplitName; lastVersion: string; reason: string }

export type ChangeLog = {
  added: { id: string; split: SplitName }[]
  removed: Tombstone[]
  verdicts: { id: string; split: SplitName; reason: string | null }[]
  texts: { id: string }[]
  splits: { id: string; from: SplitName; to: SplitName }[]
  /** Tags or provenance alone. */
  records: { id: string }[]
}

export type Bump = 'major' | 'minor' | 'patch'
