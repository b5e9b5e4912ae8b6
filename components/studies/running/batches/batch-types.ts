import type { Forecast } from '@/lib/workflow/forecast'
import type { Outcome } from '../../setup/outcome'
import type { Facets } from '../items/item-filters'

export type Pool = { people: string[]; specialties: string[]; languages: string[] }

export type BatchShown = {
  id: string
  name: string
  state: 'open' | 'paused' | 'closed'
  readersPerItem: number
  priority: number
  dueOn: string | null
  openedAt: Date
  closedAt: Date | null
  pool: Pool
  items: number
  reading: number
  adjudicating: number
  closed: number
  seats: number
  held: number
  submitted: number
  forNobody: number
  forecast: Forecast
  paceDays: number
}

export type ReaderChoice = { personId: string; name: string; specialties: string[]; languages: string[] }

export type Taking =
  | { take: 'all' }
  | { take: 'first'; count: number }
  | { take: 'random'; count: number; seed: string }
  | { take: 'stratified'; count: number; seed: string; by: 'specialty' | 'language' | 'source' }
export type ItemChoice = {
  filter: Partial<Record<'search' | 'language' | 'specialty' | 'source' | 'tag' | 'import', string>>
  taking: Taking
}
export type Wanted = ItemChoice & { pool: Pool; readersPerItem: number }
export type Preview = { items: number; readers: number; fewest: number | null; short: number; unfamiliar: string[]; protocol: number | null }

export type BatchVerbs = {
  preview: (wanted: Wanted & { study: string }) => Promise<Outcome<Preview>>
  open: (
    batch: Wanted & { study: string; name: string; priority: number; dueOn: string | null; repeats?: number },
  ) => Promise<Outcome<{ items: number }>>
  change: (change: {
    study: string
    batchId: string
    name?: string
    state?: 'open' | 'paused'
    priority?: number
    dueOn?: string | null
    pool?: Pool
  }) => Promise<Outcome<unknown>>
  close: (batch: { study: string; batchId: string; interrupt: boolean }) => Promise<Outcome<{ returned: number }>>
}

/** What the dialogs offer to choose from. */
export type BatchChoices = { facets: Facets; readers: readonly ReaderChoice[] }
