/**
 * The shape of the demo world: what is told, without ids, offsets, seats or passwords. The loader makes those. Spans are
 * given by quote, moments relative to the day the world is made. Nothing here may depend on the database.
 */
import type { Locale } from '@/lib/locale'
import type { Recipe } from '@/lib/releases/recipe'

export type PersonKey = string
export type Language = 'en' | 'zh-CN'

export type DemoConflict = {
  /** `source`: an item's `source` is `value`. `person`: an item's `author` tag is `value`. */
  kind: 'source' | 'person'
  value: string
  reason: string
}

export type DemoPerson = {
  key: PersonKey
  name: string
  email: string
  locale: Locale
  instanceOwner: boolean
  specialties: string[]
  languages: Language[]
  licence: { number: string; expires: string } | null
  yearsOfPractice: number
  conflicts: DemoConflict[]
  /** Shown first among the printed demo accounts, as the person to be when trying this role. */
  showcase: DemoRole | null
}

export type DemoRole = 'admin' | 'adjudicator' | 'reader' | 'researcher'

/** `occurrence` (from 1) is given only where the quote stands in the text more than once. */
export type DemoSpan = {
  quote: string
  occurrence?: number
  type: string
  correction: string
  explanation: string
  references: string[]
}

export type DemoItem = {
  id: string
  text: string
  language: Language
  specialty: string
  group?: string
  source: string
  licence: string
  tags: { style: string; difficulty: string; author?: string }
  /** Goes to the seal. `reference` is the label that came with the material, not the department's verdict. */
  sealed: {
    model: string
    reference: {
      veracity: 'correct' | 'erroneous'
      spans: { quote: string; occurrence?: number; type: string; correction: string }[]
    }
  }
}

/**
 * A day before the world is made and a clock time on it, or a moment of this very shift. The days are told as if today were a
 * Tuesday: 1 is Monday, 4 is Friday; 2 and 3 never occur.
 */
export type DemoWhen = { daysAgo: number; time: string } | { minutesAgo: number }

export type DemoReading = {
  reader: PersonKey
  veracity: 'correct' | 'erroneous'
  spans: DemoSpan[]
  /** Null where the study's form has no such scale; else the 1-based level. */
  difficulty: number | null
  confidence: number | null
  note: string
  activeMinutes: number
  submitted: DemoWhen
}

/** A reading begun and not submitted: its seat is held. */
export type DemoDraft = {
  reader: PersonKey
  veracity: 'correct' | 'erroneous' | null
  spans: DemoSpan[]
  difficulty: number | null
  confidence: number | null
  note: string
  activeMinutes: number
  saved: { minutesAgo: number }
}

export type DemoDecline = {
  reader: PersonKey
  reason: 'conflict' | 'competence' | 'unreadable'
  note: string
  declined: DemoWhen
}

export type Cause =
  'oversight' | 'ambiguous-guideline' | 'missing-context' | 'genuine-clinical-disagreement' | 'taxonomy-gap'

export type DemoAdjudication = {
  adjudicator: PersonKey
  decision:
    | { kind: 'took'; reader: PersonKey }
    | { kind: 'own'; veracity: 'correct' | 'erroneous'; spans: DemoSpan[] }
    | { kind: 'unusable' }
  rationale: string
  cause: Cause
  activeMinutes: number
  decided: DemoWhen
}

export type DemoThread = {
  reader: PersonKey
  messages: { by: PersonKey; text: string; written: DemoWhen }[]
}

/**
 * What has happened to one item so far. The state is claimed so that the test can prove it:
 * `agreed` all seats read, verdict by consensus; `disputed` all seats read, waits at the bench; `adjudicated` closed there.
 */
export type DemoScript = {
  item: string
  state: 'untouched' | 'reading' | 'agreed' | 'disputed' | 'adjudicated'
  readings: DemoReading[]
  drafts: DemoDraft[]
  declines: DemoDecline[]
  threads: DemoThread[]
  adjudication: DemoAdjudication | null
}

export type DemoBatch = {
  name: string
  items: string[]
  pool: PersonKey[]
  k: number
  /** A greater number is served first. */
  priority: number
  dueInDays: number | null
  opened: DemoWhen
  state: 'open' | 'paused' | 'closed'
}

/** A frozen release of a finished study: what its recipe says beside the plain one. */
export type DemoRelease = { by: PersonKey; title: string; meaning: string; notes: string; public: boolean; recipe: Partial<Recipe> }

export type DemoStudy = {
  key: string
  name: string
  description: string
  task: 'error-spans'
  languages: Language[]
  licence: string
  k: number
  adjudication: 'on-disagreement'
  settings: { errorsPerText: 'exactly-one' | 'any'; tolerance: 'exact' | { overlap: number } }
  /** Readers see their own judgment beside the verdict once the item is closed. */
  showVerdicts: boolean
  template: 'medfact' | 'medec'
  guideline: string
  created: DemoWhen
  members: { person: PersonKey; roles: DemoRole[] }[]
  /** Every item of the study; one that no batch names is imported and not yet planned. */
  items: DemoItem[]
  batches: DemoBatch[]
  /** One for every item. */
  scripts: DemoScript[]
  release?: DemoRelease
}
