'use client'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/errors'
import type { TaskCode } from '@/lib/tasks/registry'

/** A problem's code in the words of a task; a code without words is told as it is. */
export function useProblemSentence(task: TaskCode) {
  // Every task has these words; which codes it has, and with which values, is its rules' to know.
  const t = useTranslations(`${task}.problems` as 'error-spans.problems')
  return (problem: FieldProblem | undefined): string | undefined => {
    if (!problem) return undefined
    const { code, values = {} } = problem
    const key = code as Exclude<Parameters<typeof t>[0], 'other'>
    return t.has(key) ? t(key, { count: 0, levels: 0, percent: 0, ...values }) : t('other', { code })
  }
}
