/** The words in which a study's story is told: marks, readings, and items that wait, are read, agreed, disputed or closed. */
import type { DemoAdjudication, DemoReading, DemoScript, DemoSpan, PersonKey } from './types'

export const mark = (
  quote: string,
  type: string,
  correction: string,
  explanation: string,
  ...references: string[]
): DemoSpan => ({ quote, type, correction, explanation, references })

/** A reading whose moment is not yet fixed; `schedule` gives it one. */
export type ToldReading = Omit<DemoReading, 'submitted'>

export const correct = (
  reader: PersonKey,
  difficulty: number | null,
  confidence: number,
  activeMinutes: number,
  note = '',
): ToldReading => ({ reader, veracity: 'correct', spans: [], difficulty, confidence, activeMinutes, note })

export const erroneous = (
  reader: PersonKey,
  difficulty: number | null,
  confidence: number,
  activeMinutes: number,
  spans: DemoSpan | DemoSpan[],
  note = '',
): ToldReading => ({
  reader,
  veracity: 'erroneous',
  spans: Array.isArray(spans) ? spans : [spans],
  difficulty,
  confidence,
  activeMinutes,
  note,
})

export type ToldAdjudication = Omit<DemoAdjudication, 'decided'> & { daysAgo: number }

export type ToldScript = Omit<DemoScript, 'readings' | 'adjudication'> & {
  daysAgo: number
  readings: ToldReading[]
  adjudication: ToldAdjudication | null
}

type Asides = Partial<Pick<DemoScript, 'drafts' | 'declines' | 'threads'>>

const told = (
  state: DemoScript['state'],
  item: string,
  daysAgo: number,
  readings: ToldReading[],
  asides: Asides = {},
  adjudication: ToldAdjudication | null = null,
): ToldScript => ({ item, state, daysAgo, readings, drafts: [], declines: [], threads: [], adjudication, ...asides })

export const untouched = (item: string, asides?: Asides) => told('untouched', item, 0, [], asides)
export const reading = (item: string, daysAgo: number, readings: ToldReading[], asides?: Asides) =>
  told('reading', item, daysAgo, readings, asides)
export const agreed = (item: string, daysAgo: number, readings: ToldReading[], asides?: Asides) =>
  told('agreed', item, daysAgo, readings, asides)
export const disputed = (item: string, daysAgo: number, readings: ToldReading[], asides?: Asides) =>
  told('disputed', item, daysAgo, readings, asides)
export const adjudicated = (
  item: string,
  daysAgo: number,
  readings: ToldReading[],
  adjudication: ToldAdjudication,
  asides?: Asides,
) => told('adjudicated', item, daysAgo, readings, asides, adjudication)
