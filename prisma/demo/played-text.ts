/** A study of texts, told by quotes, as the loader plays it: spans stand at their offsets. */
import { derivedId } from '@/lib/tasks/error-spans/derived-id'
import type { JsonObject } from '@/lib/tasks/task'
import { placed } from './placed'
import type { PlayedScript, PlayedStudy } from './played'
import type { DemoItem, DemoReading, DemoScript, DemoSpan, DemoStudy } from './types'

type Told = Pick<DemoReading, 'spans' | 'difficulty' | 'confidence' | 'note'> & { veracity: DemoReading['veracity'] | null }

export function playedText(study: DemoStudy): PlayedStudy {
  const itemOf = new Map(study.items.map((item) => [item.id, item]))
  return {
    ...study,
    items: study.items.map(({ text, tags, sealed, ...item }) => ({ ...item, content: { text }, tags: { ...tags }, sealed: sealedOf(text, sealed) })),
    scripts: study.scripts.map((script) => playedScript(script, itemOf.get(script.item)!)),
  }
}

function playedScript({ readings, drafts, adjudication, ...script }: DemoScript, { text }: DemoItem): PlayedScript {
  return {
    ...script,
    readings: readings.map(({ reader, activeMinutes, submitted, ...told }) => ({ reader, activeMinutes, submitted, answer: answerOf(told, text) })),
    drafts: drafts.map(({ reader, activeMinutes, saved, ...told }) => ({ reader, activeMinutes, saved, answer: answerOf(told, text) })),
    adjudication: adjudication && { ...adjudication, answer: settled(adjudication.decision, readings, text) },
  }
}

/** A verdict of an adjudicator's own is as hard as its first reader found it. */
function settled(decision: NonNullable<DemoScript['adjudication']>['decision'], readings: readonly DemoReading[], text: string): JsonObject | null {
  if (decision.kind === 'unusable') return null
  if (decision.kind === 'took') return answerOf(readings.find(({ reader }) => reader === decision.reader)!, text)
  return answerOf({ ...decision, difficulty: readings[0]!.difficulty, confidence: null, note: '' }, text)
}

const answerOf = ({ veracity, spans, difficulty, confidence, note }: Told, text: string): JsonObject => ({
  veracity,
  spans: spans.map((span, nth) => spanOf(span, text, nth)),
  difficulty,
  confidence,
  note,
})

function spanOf({ occurrence, quote, ...span }: DemoSpan, text: string, nth: number): JsonObject {
  const place = placed({ quote, ...(occurrence ? { occurrence } : {}) }, text)
  return { id: derivedId(`${nth} ${quote} ${JSON.stringify(span)}`), ...place, quote, ...span }
}

const sealedOf = (text: string, { model, reference }: DemoItem['sealed']): JsonObject => ({
  model,
  reference: {
    veracity: reference.veracity,
    spans: reference.spans.map(({ type, correction, ...quoted }) => ({ ...placed(quoted, text), quote: quoted.quote, type, correction })),
  },
})
