'use client'
import { useTranslations } from 'next-intl'
import { taskAnswer } from '@/components/tasks/task-answers'
import { useTaskPart } from '@/components/tasks/task-parts'
import { Notice } from '@/components/ui/notice'
import type { DisputeOnBench } from './dispute-on-bench'
import { VerdictReasons } from './verdict-reasons'

/** What was decided before the item was re-opened, with its reasons. It stays as a version, whatever is decided now. */
export function EarlierVerdicts({ dispute, verdicts }: { dispute: DisputeOnBench; verdicts: DisputeOnBench['earlier'] }) {
  const t = useTranslations('bench.earlier')
  const unusable = useTranslations('bench.verdict')('unusable')
  const { Summary } = useTaskPart(dispute.study.task)
  const Answer = taskAnswer(dispute.study.task)
  if (verdicts.length === 0) return null
  return (
    <Notice tone="accent" className="mx-4 mt-4 sm:mx-6" title={t('title', { count: verdicts.length })}>
      <ol className="mt-1 grid gap-3">
        {verdicts.map((verdict) => (
          <li key={verdict.version}>
            <details open={verdict === verdicts[0]}>
              <summary>
                {t('version', { version: verdict.version })} · {verdict.usable ? <Summary draft={verdict.answer} /> : unusable}
              </summary>
              <div className="mt-2 grid gap-3 border-s-3 border-line ps-3">
                <VerdictReasons verdict={verdict} />
                {verdict.content !== null && <Answer answer={verdict.answer} form={dispute.protocol.form} language={dispute.language} content={verdict.content} toJudge />}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Notice>
  )
}
