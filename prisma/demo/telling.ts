/** The words in which a study's story is told: marks, readings, and items that wait, are read, agreed, disputed or closed. */
import type { DemoAdjudication, DemoDraft, DemoReading, DemoScript, DemoSpan, PersonKey } from './types'

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

/** Readings, adjudication and drafts are those of a study of texts, unless they are of another task. */
export type ToldScript<Reading = ToldReading, Adjudication = ToldAdjudication, Draft = DemoDraft> = Omit<
  DemoScript,
  'readings' | 'adjudication' | 'drafts'
> & {
  daysAgo: number
  readings: Reading[]
  adjudication: Adjudication | null
  drafts: Draft[]
}

type Asides<Draft> = Partial<Pick<DemoScript, 'declines' | 'threads'> & { drafts: Draft[] }>

const told = <R, A, D>(
  state: DemoScript['state'],
  item: string,
  daysAgo: number,
  readings: R[],
  asides: Asides<D> = {},
  adjudication: A | null = null,
): ToldScript<R, A, D> => ({ item, state, daysAgo, readings, drafts: [], declines: [], threads: [], adjudication, ...asides })

export const untouched = <R = ToldReading, A = ToldAdjudication, D = DemoDraft>(item: string, asides?: Asides<D>) =>
  told<R, A, D>('untouched', item, 0, [], asides)
export const reading = <R, A = ToldAdjudication, D = DemoDraft>(
  item: string,
  daysAgo: number,
  readings: R[],
  asides?: Asides<D>,
) => told<R, A, D>('reading', item, daysAgo, readings, asides)
export const agreed = <R, A = ToldAdjudication, D = DemoDraft>(
  item: string,
  daysAgo: number,
  readings: R[],
  asides?: Asides<D>,
) => told<R, A, D>('agreed', item, daysAgo, readings, asides)
export const disputed = <R, A = ToldAdjudication, D = DemoDraft>(
  item: string,
  daysAgo: number,
  readings: R[],
  asides?: Asides<D>,
) => told<R, A, D>('disputed', item, daysAgo, readings, asides)
export const adjudicated = <R, A, D = DemoDraft>(
  item: string,
  daysAgo: number,
  readings: R[],
  adjudication: A,
  asides?: Asides<D>,
) => told<R, A, D>('adjudicated', item, daysAgo, readings, asides, adjudication)
