import type { Stage } from '@/lib/workflow/stage'

/** A row as it comes over the wire. */
export type ItemInTable = {
  id: string
  externalId: string
  opening: string
  language: string | null
  specialty: string | null
  stage: Stage
  batch: string | null
  seats: number
  submitted: number
  tags: Record<string, string | number | boolean | string[]>
  verdict: { source: 'consensus' | 'adjudication'; usable: boolean } | null
}
