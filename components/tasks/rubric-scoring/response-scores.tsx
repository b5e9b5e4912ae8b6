import { useFormatter, useTranslations } from 'next-intl'
import { countsByPoints } from '@/lib/tasks/rubric/counts-by-points'
import { derivedOf, type Derived } from '@/lib/tasks/rubric/derived'
import { shareValue, type Label } from '@/lib/tasks/rubric/scores'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'

/** S1, S2 and S3, or points and the score by them, of every response whose criteria are all judged: they follow from the labels and are never typed. */
export function ResponseScores({ content, labels }: { content: Pick<Content, 'rubric' | 'responses'>; labels: Draft['labels'] }) {
  const t = useTranslations('rubric-scoring')
  const format = useFormatter()
  const { criteria } = content.rubric
  const columns = countsByPoints(content.rubric) ? (['points', 'healthBench'] as const) : (['s1', 's2', 's3'] as const)
  const share = (value: number | null) => (value === null ? t('scores.undefined') : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 3 }))
  const cellsOf = (derived: Derived) => (derived.by === 'points' ? [derived.points, share(derived.score)] : [share(shareValue(derived.triple.s1)), derived.triple.s2, derived.triple.s3])
  const rows = content.responses.map(({ id }, nth) => {
    const own = new Map(labels.flatMap(({ response, criterion, label }): [string, Label][] => (response === id && label !== null ? [[criterion, label]] : [])))
    return { number: nth + 1, derived: criteria.every((criterion) => own.has(criterion.id)) ? derivedOf(content.rubric, own) : null }
  })
  if (rows.every(({ derived }) => derived === null)) return null
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="mb-1 text-start font-medium">{t('scores.title')}</caption>
      <thead>
        <tr className="text-start text-ink-soft">
          <th scope="col" className="py-1 text-start font-normal">{t('scores.response')}</th>
          {columns.map((name) => (
            <th key={name} scope="col" className="py-1 text-end font-normal">
              {t(`scores.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, derived }) => {
          const cells = derived ? cellsOf(derived) : null
          return (
            <tr key={number} className="border-t border-line">
              <th scope="row" className="py-1 text-start font-normal">{t('response', { number })}</th>
              {columns.map((name, nth) => (
                <td key={name} className="py-1 text-end">{cells ? cells[nth] : '–'}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
