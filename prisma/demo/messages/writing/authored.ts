/** What a physician makes of a drafted rubric, or writes from nothing. */
import type { Review } from '@/lib/tasks/rubric-authoring/judgment'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { JsonObject } from '@/lib/tasks/task'
import type { PlayedDraft, PlayedReading } from '../../played'
import type { PersonKey } from '../../types'
import { changed, written, type PatientMessage } from '../message'
import { messages } from '../messages'

const answer = (review: Review | null, criteria: readonly Criterion[], reasons: string[] = [], note = ''): JsonObject => ({ review, reasons, criteria, trials: [], note })

const messageOf = (id: string): PatientMessage => messages.find((message) => message.id === id)!

/** The rubric of the message as physicians agree on it, maybe changed; what the draft does not have is somebody's own. */
function better(id: string, change: Parameters<typeof changed>[1] = {}): Criterion[] {
  const { rubric, draft } = messageOf(id)
  const known = new Set(draft?.map((one) => one.id))
  return changed(rubric, change).map((one) => (known.has(one.id) ? one : written(one)))
}

export const passed = (id: string): JsonObject => answer('pass', messageOf(id).draft!)
export const corrected = (id: string, reasons: string[], change?: Parameters<typeof changed>[1], note = ''): JsonObject => answer('correct', better(id, change), reasons, note)
export const rejected = (id: string, reasons: string[], note: string): JsonObject => answer('reject', messageOf(id).draft!, reasons, note)
export const fromNothing = (criteria: Criterion[], note = ''): JsonObject => answer(null, criteria.map(written), [], note)

export const wrote = (reader: PersonKey, activeMinutes: number, said: JsonObject): PlayedReading => ({ reader, activeMinutes, answer: said })
export const begun = (reader: PersonKey, activeMinutes: number, minutesAgo: number, said: JsonObject): PlayedDraft => ({ reader, activeMinutes, saved: { minutesAgo }, answer: said })
