'use client'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Suspense, useMemo } from 'react'
import { taskComparison } from '@/components/tasks/task-comparisons'
import { Notice } from '@/components/ui/notice'
import { SkeletonText } from '@/components/ui/skeleton-text'
import { paths } from '@/lib/web/paths'
import { BenchBar } from './bench-bar'
import type { DisputeOnBench } from './dispute-on-bench'
import { EarlierVerdicts } from './earlier-verdicts'
import { VerdictReasons } from './verdict-reasons'

/** A dispute that has been settled here, to be looked at again. */
export function DisputeSettled({ dispute }: { dispute: DisputeOnBench }) {
  const t = useTranslations('bench')
  const { Comparison, startComparison } = taskComparison(dispute.study.task)
  const { given } = dispute
  const work = useMemo(() => {
    const start = startComparison(dispute)
    return given?.usable ? { ...start, answer: given.answer } : start
  }, [dispute, given, startComparison])
  return (
    <div className="flex min-h-0 grow flex-col">
      <BenchBar
        back={
          <Link href={paths.benchDone()} className="inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft pointer-coarse:min-h-11">
            <ChevronLeft size={16} aria-hidden /> {t('done.title')}
          </Link>
        }
        title={dispute.study.name}
      />
      {dispute.readAgain && <Notice tone="neutral" className="mx-4 mt-4 sm:mx-6">{t('done.readAgain')}</Notice>}
      {given && given.underRubric !== null && <Notice tone="neutral" className="mx-4 mt-4 sm:mx-6">{t('done.underRubric', { version: given.underRubric })}</Notice>}
      <EarlierVerdicts dispute={dispute} verdicts={dispute.earlier} />
      <Suspense fallback={<div className="p-6"><SkeletonText lines={8} /></div>}>
        <Comparison
          {...dispute}
          settings={dispute.study.settings}
          work={work}
          unusable={given !== null && !given.usable}
          problems={[]}
          attempts={0}
          readOnly
          finish={
            given && (
              <section aria-labelledby="verdict-reasons" className="grid gap-3 border-t border-line pt-5">
                <h2 id="verdict-reasons" className="font-serif text-lg font-semibold">
                  {t('verdict.reasons')}
                </h2>
                <VerdictReasons verdict={given} />
              </section>
            )
          }
        />
      </Suspense>
    </div>
  )
}
