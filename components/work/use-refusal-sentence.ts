'use client'
import { useTranslations } from 'next-intl'
import type { Failure } from './send'

/** A refusal in the person's words: its own sentence where there is one, else that of its kind. */
export function useRefusalSentence(): (failure: Pick<Failure, 'code' | 'reason' | 'values'>) => string {
  const t = useTranslations('refusals')
  return ({ code, reason, values }) => {
    const known = [reason, code].find((key) => key !== 'fields' && t.has(key as never)) ?? 'conflict'
    return t(known as never, values as never)
  }
}
