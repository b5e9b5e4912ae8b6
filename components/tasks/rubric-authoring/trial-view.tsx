'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ResponseView } from '@/components/tasks/conversation/response-view'
import { DataTable } from '@/components/ui/data-table'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Derived } from '@/lib/tasks/rubric/derived'
import { shareValue, type Label } from '@/lib/tasks/rubric/scores'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import { trialScores } from './trial-scores'
import type { Authoring } from './use-authoring'

const choices = { main: ['met', 'partly', 'not-met'], bonus: ['met', 'not-met'], veto: ['violated', 'not-met'] } as const satisfies Record<string, readonly Label[]>

type Score = 'points' | 's1' | 's2' | 's3'

const scoresOf = (derived: Derived): Partial<Record<Score, number | null>> =>
  derived.by === 'points' ? { points: derived.score } : { s1: shareValue(derived.triple.s1), s2: derived.triple.s2, s3: derived.triple.s3 }

/** The rubric tried on the sample responses: whether its criteria can be decided, and what would follow. */
export function TrialView({ content, draft, byPoints, readOnly, language, authoring }: { content: Content; draft: Draft; byPoints: boolean; readOnly: boolean; language: string | null; authoring: Authoring }) {
  const t = useTranslations('rubric-authoring')
  const format = useFormatter()
  const { responses } = content
  const [shownId, setShownId] = useState(responses[0]?.id ?? '')
  const response = responses.find(({ id }) => id === shownId)
  const numberOf = (id: string) => responses.findIndex((one) => one.id === id) + 1
  const share = (value: number | null) => (value === null ? '–' : format.number(value, { maximumFractionDigits: 2 }))
  const column = (key: Score, header: string) => ({ key, header, align: 'end' as const, cell: ({ derived }: { derived: Derived }) => share(scoresOf(derived)[key] ?? null) })
  if (!response) return <p className="text-ink-soft">{t('trial.none')}</p>
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">{t('trial.about')}</p>
      <DataTable
        caption={t('trial.scores')}
        dense
        rows={responses.map(({ id }) => ({ id, ...trialScores(authoring.criteria, draft.trials, id, byPoints) }))}
        rowKey={({ id }) => id}
        columns={[
          { key: 'response', header: t('trial.response'), names: true, cell: ({ id }) => numberOf(id) },
          { key: 'tried', header: t('trial.tried'), align: 'end', cell: ({ tried }) => `${tried}/${authoring.criteria.length}` },
          ...(byPoints ? [column('points', t('trial.points'))] : [column('s1', 'S1'), column('s2', 'S2'), column('s3', 'S3')]),
        ]}
      />
      {responses.length > 1 && <SegmentedControl label={t('trial.response')} value={shownId} onChange={setShownId} options={responses.map(({ id }, nth) => ({ value: id, label: String(nth + 1) }))} />}
      <div className="max-h-72 overflow-y-auto rounded-md border border-line bg-surface px-4 py-3" tabIndex={0} role="region" aria-label={t('task.sample', { number: numberOf(response.id) })}>
        <ResponseView text={response.text} language={language} />
      </div>
      <ol className="grid gap-3">
        {authoring.inOrder.map((criterion, nth) => (
          <li key={criterion.id} className="grid gap-1.5 border-t border-line pt-3">
            <p dir="auto" className="[overflow-wrap:anywhere]">
              {nth + 1}. {criterion.text}
            </p>
            <SegmentedControl
              size="small"
              label={t('trial.of', { place: nth + 1 })}
              labelHidden
              value={draft.trials.find((one) => one.response === response.id && one.criterion === criterion.id)?.label ?? null}
              onChange={(label) => authoring.attempt(response.id, criterion.id, label)}
              options={choices[criterion.group].map((value) => ({ value, label: t(`labels.${value === 'not-met' && criterion.group === 'veto' ? 'kept' : value}`), disabled: readOnly }))}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
