'use client'
import { useTranslations } from 'next-intl'
import type { Failure } from './outcome'

/** A refusal in words: as a whole, and at one field. */
export function useFailureWords() {
  const t = useTranslations('refusals')
  const sentence = (failure: Failure): string => {
    const known = [failure.reason, failure.code].find((key) => key !== 'fields' && t.has(key as never)) ?? 'invalid'
    return t(known as never, failure.values as never)
  }
  const atField = (failure: Failure | null, path: string): string | undefined => {
    const problem = failure?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))
    if (!problem) return undefined
    const key = `fields.${problem.code}`
    return t((t.has(key as never) ? key : 'fields.invalid') as never, (problem.values ?? {}) as never)
  }
  return { sentence, atField }
}
