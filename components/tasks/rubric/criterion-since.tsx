import { useTranslations } from 'next-intl'
import type { Criterion } from '@/lib/tasks/rubric/criterion'

/** Since which version of its rubric a criterion stands and whose word it is; nothing where that is not to be told, or was not kept. */
export function CriterionSince({ since }: { since?: Criterion['since'] | undefined }) {
  const t = useTranslations('conversation.since')
  return since ? <p className="text-xs text-ink-faint">{t(since.source, { version: since.version })}</p> : null
}
