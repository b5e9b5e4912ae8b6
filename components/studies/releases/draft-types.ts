import type { LeftOutReason } from '@/lib/releases/choice'
import type { Recipe } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { Localised } from '@/lib/locale'
import type { Facets } from '../running/items/item-filters'
import type { Outcome } from '../setup/outcome'

export type DraftFields = { title: string; public: boolean; notes: string; recipe: Recipe }
export type DraftOfStudy = DraftFields & {
  id: string
  state: 'draft' | 'freezing' | 'frozen'
  preview: ReleaseFacts | null
  print: string | null
  facets: Facets
  formats: readonly { code: string; name: Localised; cannotHold: readonly Localised[] }[]
  submissions: readonly { id: string; system: string; split: string; version: string; matches: readonly string[] }[]
  isOwner: boolean
  job: { id: string; kind: string; state: string; failure: { code: string; reason: string; values: Readonly<Record<string, string | number>> } | null } | null
}
export type Counts = {
  items: number
  leftOut: readonly { reason: LeftOutReason; items: number }[]
  unlicensed: readonly string[]
  fields: readonly { field: string; values: readonly { value: string; items: number }[] }[]
}
export type ComposeVerbs = {
  change: (draft: DraftFields & { releaseId: string }) => Promise<Outcome<unknown>>
  count: (asked: { releaseId: string; recipe: Recipe }) => Promise<Outcome<Counts>>
  drop: (draft: { releaseId: string }) => Promise<Outcome<unknown>>
  preview: (draft: { releaseId: string }) => Promise<Outcome<{ jobId: string | null }>>
  freeze: (signed: { releaseId: string; proof: string; meaning: string; print: string }) => Promise<Outcome<{ jobId: string }>>
}
export type Editing = {
  fields: DraftFields
  set: (change: Partial<DraftFields>) => void
  setRecipe: (change: Partial<Recipe>) => void
  counts: Counts | null
  atField: (path: string) => string | undefined
}
