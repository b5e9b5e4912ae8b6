import { useFormatter, useTranslations } from 'next-intl'
import { LongText, PromptText } from '@/components/conversation/long-text'
import type { OutcomeProps } from '@/components/tasks/task-outcomes'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import type { ShownScoring } from '@/lib/tasks/rubric-scoring/score/shown'

/** A verdict on every criterion and pair of responses, beside what a system said of them. */
export function RubricScoringOutcome({ language, view }: OutcomeProps) {
  const t = useTranslations('board.outcome')
  const format = useFormatter()
  const { prompt, byPoints, responses, criteria, pairs } = view as ShownScoring
  return (
    <div className="grid gap-4">
      <PromptText prompt={prompt} language={language} />
      <div className="grid gap-3 md:grid-cols-2">
        {responses.map(({ id, text, score }) => (
          <LongText key={id} title={t('response', { id })} text={text} language={language}>
            {score !== null && <Badge>{t('score', { score: format.number(score, { maximumFractionDigits: 3 }) })}</Badge>}
          </LongText>
        ))}
      </div>
      {pairs.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {pairs.map(({ a, b, preferred, decidedBy, said }) => (
            <li key={`${a} ${b}`} className="flex flex-wrap items-center gap-2">
              <bdi>{t('pair', { a, b })}</bdi>
              <Badge>{preferred === null ? t('verdictTie') : t('verdictPrefers', { id: preferred, by: t(`decidedBy.${decidedBy}`) })}</Badge>
              <Badge tone={preferred === null ? 'neutral' : said === (preferred === a ? 1 : -1) ? 'good' : 'danger'}>
                {said === null ? t('saysNothing') : said === 0 ? t('saysTie') : t('saysPrefers', { id: said > 0 ? a : b })}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <DataTable
        caption={t('criteria')}
        captionHidden
        dense
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          { key: 'criterion', header: t('criterion'), names: true, cell: ({ text }) => <span lang={language ?? undefined} dir="auto" className="[overflow-wrap:anywhere]">{text}</span> },
          { key: 'group', header: t('group'), cell: ({ group }) => <span className="whitespace-nowrap">{t(byPoints ? `signed.${group}` : `groups.${group}`)}</span> },
          ...responses.map(({ id }, nth) => ({
            key: id,
            header: t('response', { id }),
            cell: ({ labels }: ShownScoring['criteria'][number]) => <Labels {...labels[nth]!} />,
          })),
        ]}
      />
    </div>
  )
}

function Labels({ is, said, same }: ShownScoring['criteria'][number]['labels'][number]) {
  const t = useTranslations('board.outcome')
  return (
    <span className="inline-grid gap-1">
      <span className="whitespace-nowrap">{t(`labels.${is}`)}</span>
      {said !== null && <Badge tone={same === null ? 'neutral' : same ? 'good' : 'danger'}>{t('says', { label: t(`labels.${said}`) })}</Badge>}
    </span>
  )
}
