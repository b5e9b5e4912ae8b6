'use client'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/errors'

/** A problem's code in words. */
export function useProblemSentence() {
  const t = useTranslations('preference.problems')
  return (problem: FieldProblem | undefined): string | undefined =>
    problem && (t.has(problem.code as never) ? t(problem.code as 'strength-unknown-level', { levels: 0, ...problem.values }) : t('other', { code: problem.code }))
}
