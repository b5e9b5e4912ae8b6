/**
 * Everything a release says of itself, computed once by whoever freezes or previews it. Every number in every document comes
 * from here, so that no two documents can differ. Names no reader. Frozen, it holds nothing that follows from the labels of a
 * hidden split (`published-facts.ts`): null stands for what is not told. A preview, which only admins see, tells all.
 */
import type { NamedAxis } from '@/lib/tasks/named-axes'
import type { Cause } from '@/lib/workflow/causes'
import type { AgreementFacts } from './agreement-facts'
import type { BlindingStatement } from './blinding-statement'
import type { Bump, ChangeLog, Tombstone } from './change-log'
import type { LeftOutReason } from './choice'
import type { Feature } from './feature'
import type { FieldLost } from './left-behind'
import type { LeakageReport } from './leakage-report'
import type { ReleaseFile } from './manifest'
import type { AchievedRow, SplitName, SplitRule } from './split-rule'

export type ReleaseFacts = {
  /** Number of the words that its documents are made with (`wording.ts`); absent in releases from before it was kept. */
  wording?: number
  /** By format the number of the rules that its files are written by; absent in releases from before it was kept. */
  writing?: Record<string, number>
  release: {
    id: string
    slug: string
    version: string
    title: string
    /** Plain text of the admin who composed it, blank lines between paragraphs; may be empty. */
    description: string
    /** ISO day; null in a preview. */
    date: string | null
    /** Page of the release, without a slash at the end; null where the installation does not know its own address. */
    url: string | null
    /** Address of a file of this release when `/` and its path are added, for the loading examples; null as above. */
    filesUrl: string | null
    /** Codes such as `zh` or `en-GB`, sorted. */
    languages: string[]
    /** Free words for search engines. */
    keywords: string[]
  }
  /** `hubTasks`: the task's categories in the vocabulary of dataset cards, such as `token-classification`. */
  study: { slug: string; name: string; task: string; taskName: string; hubTasks: string[] }
  /** What the study's forms call axes; absent where they name none, and in releases from before this was kept. */
  axes?: NamedAxis[]
  /** As they wish to be cited; at least one. */
  authors: { name: string; orcid: string | null }[]
  protocols: { number: number; name: string; items: number; provisional: boolean }[]
  division: Pick<SplitRule, 'ratios' | 'stratifyBy'> & { saltSha256: string; salt: string | null }
  splits: { name: SplitName; items: number; hidden: boolean }[]
  achieved: AchievedRow[]
  /** Counts of verdicts: `veracity` by value, error types by value; null where a split is hidden. */
  labels: { field: string; value: string; counts: Record<SplitName, number | null> }[]
  agreement: AgreementFacts
  /** Of the open splits; null where there are none. `single`: one reading, which agreed with nobody's. */
  verdicts: { consensus: number; single: number; adjudicated: number; causes: { cause: Cause; items: number }[] } | null
  leftOut: { reason: LeftOutReason; items: number; notes: { note: string; items: number }[] }[]
  licences: {
    /** Null: unknown, and here by an override. */
    licence: string | null
    items: number
    sources: { source: string | null; items: number }[]
    /** What an owner said of items that were there already, since which ISO day and why; absent where nobody did. */
    stated?: { since: string; reason: string; items: number }[]
  }[]
  /** Why material without a known licence is here; null where there is none. */
  licenceOverride: string | null
  /** Files of data; documents are known only to the manifest. */
  files: ReleaseFile[]
  /** `lost`: of how many records of the open splits each field is left behind; absent in a preview, where every split is hidden, of formats whose writers do not tell, and in releases from before it was counted. */
  formats: { code: string; name: string; cannotHold: string[]; lost?: FieldLost[] }[]
  /** Fields of a native record, in its order, for the description of the data. `feature` is absent in releases from before it was stated. */
  fields: { name: string; type: 'text' | 'integer' | 'number' | 'boolean' | 'json'; description: string; feature?: Feature }[]
  leakage: LeakageReport
  /** Newest first, this version included. `changes` of the hidden splits are told without their reasons. */
  history: { version: string; date: string | null; bump: Bump | null; changes: ChangeLog | null; note: string }[]
  /** Of every item that an earlier version had and this one has not. */
  tombstones: Tombstone[]
  blinding: BlindingStatement
}
