/**
 * The edge of a server action: parse, find out who is asking, run the use case, and turn a refusal into data that a form
 * can show. Only defects are logged, each once, with the id that the person sees.
 */
import type { z } from 'zod'
import { currentViewer } from '@/lib/auth/current-viewer'
import type { Viewer } from '@/lib/blinding/viewer'
import type { FieldProblem } from '@/lib/errors'
import { answerTo } from './answer-to'
import { storable } from './storable'

export type Failure = {
  code: string
  reason: string
  values: Readonly<Record<string, string | number>>
  fields: readonly FieldProblem[]
}
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  useCase: (viewer: Viewer, input: z.output<Schema>) => Promise<T>,
): (input: z.input<Schema>) => Promise<Outcome<T>> {
  return async (input) => {
    try {
      return { ok: true, value: await useCase(await currentViewer(), schema.parse(storable(input))) }
    } catch (error) {
      return { ok: false, failure: answerTo(error) }
    }
  }
}
