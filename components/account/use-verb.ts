'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusalSentence } from '@/components/work/use-refusal-sentence'
import type { Failure } from '@/components/work/send'

/** A server action as a component is given it; the shape of Outcome in lib/web/action. */
export type Verb<Input, Value = unknown> = (
  input: Input,
) => Promise<
  | { ok: true; value: Value }
  | { ok: false; failure: Omit<Failure, 'values' | 'fields'> & { values: Readonly<Failure['values']>; fields: readonly Failure['fields'][number][] } }
>

/** What zod calls a problem, as a key of refusals.fields. */
const fieldKeys: Record<string, string> = {
  too_small: 'required',
  too_big: 'invalid',
  invalid_type: 'required',
  invalid_format: 'invalid',
  invalid_value: 'not-an-option',
  invalid_union: 'invalid',
}

/** One verb of a form: run it, know whether it runs, and say what was refused, at the field where it was. */
export function useVerb<Input, Value>(verb: Verb<Input, Value>) {
  const t = useTranslations('refusals')
  const sentenceOf = useRefusalSentence()
  const [pending, setPending] = useState(false)
  const [sentence, setSentence] = useState<string | null>(null)
  const [fields, setFields] = useState<readonly Failure['fields'][number][]>([])

  /** Resolves to what came of it, or to null when it was refused. */
  async function run(input: Input): Promise<{ value: Value } | null> {
    setPending(true)
    setSentence(null)
    setFields([])
    try {
      const answer = await verb(input)
      if (answer.ok) return { value: answer.value }
      setSentence(sentenceOf({ ...answer.failure, values: { ...answer.failure.values } }))
      setFields(answer.failure.fields)
      return null
    } catch {
      setSentence(t('offline'))
      return null
    } finally {
      setPending(false)
    }
  }

  const fieldError = (path: string): string | undefined => {
    const problem = fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))
    if (!problem) return undefined
    const key = `fields.${fieldKeys[problem.code] ?? problem.code}`
    return t.has(key as never) ? t(key as never, (problem.values ?? {}) as never) : t('fields.invalid')
  }
  return { run, pending, sentence, fieldError, clear: () => setSentence(null) }
}
