'use client'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/errors'

/** A problem's code in words. */
export function useProblemSentence() {
  const t = useTranslations('rubric-authoring.problems')
  return (problem: FieldProblem | undefined): string | undefined =>
    problem && (t.has(problem.code as never) ? t(problem.code as 'weights-not-one', { percent: 0, ...problem.values }) : t('other', { code: problem.code }))
}
