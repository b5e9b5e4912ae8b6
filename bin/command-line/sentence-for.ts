import { createTranslator } from 'next-intl'
import { ZodError } from 'zod'
import { Refusal } from '@/lib/errors'
import { sentenceOf } from '../first/halt.mjs'

type Translate = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean }

/** What a person at a terminal is told of an error: the pages' own sentence for a refusal; undefined for a defect. */
export async function sentenceFor(error: unknown): Promise<string | undefined> {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.replace(/^key:/, '')}`).join('\n')
  if (!(error instanceof Refusal)) return sentenceOf(error)
  const { en } = await import('@/lib/messages/en')
  const say = createTranslator({
    locale: 'en',
    messages: en,
    namespace: 'refusals',
    onError: () => {},
  }) as unknown as Translate
  const ofFiles = createTranslator({
    locale: 'en',
    messages: en,
    namespace: 'formats.files',
    onError: () => {},
  }) as unknown as Translate
  const main =
    [say, ofFiles].find((words) => error.reason !== 'fields' && words.has(error.reason))?.(
      error.reason,
      error.values,
    ) ?? say('invalid')
  const fields = error.fields.map(
    ({ path, code, values }) => `  ${path}: ${say.has(`fields.${code}`) ? say(`fields.${code}`, values) : code}`,
  )
  return [main, ...fields].join('\n')
}
