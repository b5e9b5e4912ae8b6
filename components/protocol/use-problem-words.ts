'use client'
import { useTranslations } from 'next-intl'

/** What is wrong at a place of the form, in words. */
export function useProblemWords(problems: ReadonlyMap<string, string>) {
  const t = useTranslations('protocol.problems')
  return (path: string): string | undefined => {
    const code = problems.get(path)
    if (code === undefined) return undefined
    return t((t.has(code as never) ? code : 'other') as 'other')
  }
}
