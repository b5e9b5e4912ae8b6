'use client'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/errors'

/** A problem's code in words. */
export function useProblemSentence() {
  const t = useTranslations('error-spans.problems')
  return (problem: FieldProblem | undefined): string | undefined => {
    if (!problem) return undefined
    const { code, values = {} } = problem
    const key = code as Exclude<Parameters<typeof t>[0], 'other'>
    return t.has(key) ? t(key, { count: 0, levels: 0, ...values }) : t('other', { code })
  }
}
