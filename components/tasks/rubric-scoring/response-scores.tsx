import { useFormatter, useTranslations } from 'next-intl'
import { shareValue, tripleOf, type Label } from '@/lib/tasks/rubric/scores'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'

/** S1, S2 and S3 of every response whose criteria are all judged: they follow from the labels and are never typed. */
export function ResponseScores({ content, labels }: { content: Pick<Content, 'rubric' | 'responses'>; labels: Draft['labels'] }) {
  const t = useTranslations('rubric-scoring')
  const format = useFormatter()
  const { criteria } = content.rubric
  const rows = content.responses.map(({ id }, nth) => {
    const own = new Map(labels.flatMap(({ response, criterion, label }): [string, Label][] => (response === id && label !== null ? [[criterion, label]] : [])))
    return { number: nth + 1, triple: criteria.every((criterion) => own.has(criterion.id)) ? tripleOf(criteria, own) : null }
  })
  if (rows.every(({ triple }) => triple === null)) return null
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="mb-1 text-start font-medium">{t('scores.title')}</caption>
      <thead>
        <tr className="text-start text-ink-soft">
          <th scope="col" className="py-1 text-start font-normal">{t('scores.response')}</th>
          {(['s1', 's2', 's3'] as const).map((name) => (
            <th key={name} scope="col" className="py-1 text-end font-normal">
              {t(`scores.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, triple }) => {
          const s1 = triple && shareValue(triple.s1)
          return (
            <tr key={number} className="border-t border-line">
              <th scope="row" className="py-1 text-start font-normal">{t('response', { number })}</th>
              <td className="py-1 text-end">{triple ? (s1 === null ? t('scores.undefined') : format.number(s1, { minimumFractionDigits: 2, maximumFractionDigits: 3 })) : '–'}</td>
              <td className="py-1 text-end">{triple ? triple.s2 : '–'}</td>
              <td className="py-1 text-end">{triple ? triple.s3 : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
