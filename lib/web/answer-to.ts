/** What a person is told of an error: a refusal as it is; bad input by field; anything else is a defect, logged once with an id. */
import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import { Refusal } from '@/lib/errors'
import type { Failure } from './action'
import { log } from './log'

export function answerTo(error: unknown): Failure {
  unstable_rethrow(error)
  if (error instanceof Refusal)
    return { code: error.code, reason: error.reason, values: error.values, fields: error.fields }
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.message.startsWith('key:') ? issue.message.slice(4) : issue.code,
    }))
    return { code: 'invalid', reason: 'fields', values: {}, fields }
  }
  const id = randomUUID().slice(0, 8)
  log.error({ id, err: error }, 'defect')
  return { code: 'defect', reason: 'defect', values: { id }, fields: [] }
}
