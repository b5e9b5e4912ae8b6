'use client'
import { useTranslations } from 'next-intl'

type Said = { reason: string; values?: Record<string, string | number> | null }

/** Why a row or a file was not taken, in words; what a fate means. */
export function useFileWords() {
  const t = useTranslations('formats')
  const own = useTranslations('import')
  return {
    row: ({ reason, values }: Said) => reason === 'says-else' ? own('saysElse') : (t.has(`reasons.${reason}` as never) ? t(`reasons.${reason}` as never, (values ?? {}) as never) : own('clash')),
    file: ({ reason, values }: Said) => (t.has(`files.${reason}` as never) ? t(`files.${reason}` as never, (values ?? {}) as never) : null),
    column: ({ reason, values }: Said) => t(`mapping.${reason}` as never, (values ?? {}) as never),
  }
}
