import { createTranslator } from 'next-intl'
import { ZodError } from 'zod'
import { Refusal } from '@/lib/errors'
import { sentenceOf } from '../first/halt.mjs'

type Translate = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean }

/** What a person at a terminal is told of an error: the pages' own sentence for a refusal; undefined for a defect. */
export async function sentenceFor(error: unknown): Promise<string | undefined> {
  if (!(error instanceof Refusal) && !(error instanceof ZodError)) return sentenceOf(error)
  const { en } = await import('@/lib/messages/en')
  const words = (namespace: 'refusals' | 'formats.files') =>
    createTranslator({ locale: 'en', messages: en, namespace, onError: () => {} }) as unknown as Translate
  const say = words('refusals')
  const { reason, values, fields }: Pick<Refusal, 'reason' | 'values' | 'fields'> =
    error instanceof Refusal ? error : { reason: 'fields', values: {}, fields: fieldsOf(error) }
  const known = [say, words('formats.files')].find((some) => reason !== 'fields' && some.has(reason))
  const problems = fields.map(({ path, code, values: numbers }) =>
    say.has(`fields.${code}`) ? `${path}: ${say(`fields.${code}`, numbers)}` : `${path}: ${code}`,
  )
  return [known ? known(reason, values) : reason === 'fields' ? [] : say('invalid'), ...problems].flat().join('\n')
}

const fieldsOf = (error: ZodError): Refusal['fields'] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.message.replace(/^key:/, '') }))
