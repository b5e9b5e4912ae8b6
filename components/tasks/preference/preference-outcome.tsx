import { useFormatter, useTranslations } from 'next-intl'
import { LongText, PromptText } from '@/components/conversation/long-text'
import type { OutcomeProps } from '@/components/tasks/task-outcomes'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import type { ShownPreference } from '@/lib/tasks/preference/score/shown'

type Row = ShownPreference['choices'][number]

/** Which response the verdict has as the better one, on the whole and by axis, beside what a system scored them. */
export function PreferenceOutcome({ language, view }: OutcomeProps) {
  const t = useTranslations('board.outcome')
  const format = useFormatter()
  const { prompt, responses, choices } = view as ShownPreference
  return (
    <div className="grid gap-4">
      <PromptText prompt={prompt} language={language} />
      <div className="grid gap-3 md:grid-cols-2">
        {responses.map(({ id, text }) => (
          <LongText key={id} title={t('response', { id })} text={text} language={language} />
        ))}
      </div>
      <DataTable
        caption={t('choices')}
        captionHidden
        dense
        rows={choices}
        rowKey={({ axis }) => axis ?? ''}
        columns={[
          { key: 'axis', header: t('axis'), names: true, cell: ({ axis }) => (axis === null ? t('whole') : <bdi>{axis}</bdi>) },
          { key: 'is', header: t('verdict'), cell: ({ is }) => (is.pick === 'response' ? <bdi>{is.response}</bdi> : t(`picks.${is.pick}`)) },
          ...responses.map(({ id }, nth) => ({
            key: `of ${id}`,
            header: t('response', { id }),
            align: 'end' as const,
            cell: ({ scores }: Row) => (scores[nth] == null ? '–' : format.number(scores[nth], { maximumFractionDigits: 3 })),
          })),
          { key: 'right', header: t('system'), cell: (row) => <Verdict {...row} ids={responses.map(({ id }) => id)} /> },
        ]}
      />
    </div>
  )
}

/** Whether the better one is scored above all others; nothing where there is none. */
function Verdict({ is, scores, ids }: Row & { ids: readonly string[] }) {
  const t = useTranslations('board.outcome')
  if (is.pick !== 'response') return null
  const best = scores[ids.indexOf(is.response ?? '')] ?? null
  const right = best !== null && ids.every((id, nth) => id === is.response || (scores[nth] != null && best > scores[nth]))
  return <Badge tone={right ? 'good' : 'danger'}>{t(right ? 'rightOrder' : 'wrongOrder')}</Badge>
}
