import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { taskAnswer } from '@/components/tasks/task-answers'
import type { Cause } from '@/lib/workflow/causes'
import type { Stage } from '@/lib/workflow/stage'

export type VerdictShown = {
  version: number
  source: 'consensus' | 'adjudication'
  usable: boolean
  answer: unknown
  rationale: string
  cause: string | null
  protocol: number
  decidedAt: Date
  inForce: boolean
  undone: boolean
  by: string | null
  /** The item as it was asked then; of what is in force, as it is asked now. */
  content: unknown
  underRubric: number | null
}

/** Every version of the verdict, the newest first: the answer, how it came about and why. */
export function ItemVerdicts({
  task,
  verdicts,
  stage,
  language,
  formOf,
}: {
  task: string
  verdicts: readonly VerdictShown[]
  stage: Stage
  language: string | null
  formOf: (protocol: number) => unknown
}) {
  const t = useTranslations('items.history')
  const causes = useTranslations('running.causes')
  const Answer = taskAnswer(task)
  if (verdicts.length === 0)
    return <Card title={t('verdicts')} note={stage === 'closed' ? t('undecided') : t('noVerdict')} />
  return (
    <Card title={t('verdicts')} note={stage === 'closed' && !verdicts.some(({ inForce }) => inForce) ? t('undecided') : undefined}>
      <ul className="grid gap-5">
        {verdicts.map((verdict, nth) => (
          <li key={verdict.version} className="grid gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3 className="font-semibold">{t('version', { version: verdict.version })}</h3>
              {verdict.inForce && <Badge tone="good">{t('inForce')}</Badge>}
              {verdict.undone && <Badge>{t('undone')}</Badge>}
              {verdict.underRubric !== null && <Badge>{t('underRubric', { version: verdict.underRubric })}</Badge>}
              <span className="text-sm text-ink-soft">
                {t(verdict.source === 'consensus' ? 'byConsensus' : 'byAdjudication')}
                {verdict.by && <>, {t('by', { name: verdict.by })}</>},{' '}
                {t('underProtocol', { number: verdict.protocol })}, <AbsoluteTime at={verdict.decidedAt} />
              </span>
            </div>
            {verdict.usable ? (
              <Answer answer={verdict.answer} form={formOf(verdict.protocol)} language={language} content={verdict.content} earlier={verdicts.slice(nth + 1)} />
            ) : (
              <Badge tone="danger" className="justify-self-start">
                {t('unusable')}
              </Badge>
            )}
            {verdict.rationale && (
              <p className="whitespace-pre-wrap">
                <span className="text-sm text-ink-soft">{t('rationale')}: </span>
                {verdict.rationale}
              </p>
            )}
            {verdict.cause && (
              <p>
                <span className="text-sm text-ink-soft">{t('cause')}: </span>
                {causes(verdict.cause as Cause)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
