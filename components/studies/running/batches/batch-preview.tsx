'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { Notice } from '@/components/ui/notice'
import { reached, type Failure } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import type { BatchVerbs, Preview, Wanted } from './batch-types'

/** Long enough that a number is typed, short enough that nobody waits. */
const restMs = 300

/** What opening would mean, asked of the server whenever the choice rests. */
export function BatchPreview({
  slug,
  wanted,
  preview,
}: {
  slug: string
  wanted: Wanted
  preview: BatchVerbs['preview']
}) {
  const t = useTranslations('batches.preview')
  const words = useFailureWords()
  const { nameOf } = useSpecialtyName()
  const { list } = useFormatter()
  const asked = JSON.stringify(wanted)
  const [answer, setAnswer] = useState<{ asked: string; preview: Preview | null; failure: Failure | null } | null>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const outcome = await reached(preview({ ...(JSON.parse(asked) as Wanted), study: slug }))
      if (current)
        setAnswer({ asked, preview: outcome.ok ? outcome.value : null, failure: outcome.ok ? null : outcome.failure })
    }, restMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, preview, slug])

  if (answer?.failure) return <Notice tone="warn">{words.sentence(answer.failure)}</Notice>
  const found = answer?.preview
  if (!found) return <Notice>{t('counting')}</Notice>
  const k = (JSON.parse(answer.asked) as Wanted).readersPerItem
  if (found.items === 0)
    return (
      <Notice tone="warn" live>
        {t('none')}
      </Notice>
    )
  const fewest = found.fewest ?? 0
  return (
    <div aria-busy={answer.asked !== asked}>
      <Notice tone={found.short > 0 ? 'warn' : 'good'} live>
        <p>{t('line', { items: found.items, k, readings: found.items * k, readers: found.readers })}</p>
        <p>{found.short > 0 ? t('short', { short: found.short, k, fewest }) : t('enough', { fewest })}</p>
        {found.readers > 0 && found.unfamiliar.length > 0 && <p>{t('unfamiliar', { specialties: list(found.unfamiliar.map(nameOf)) })}</p>}
        <p className="text-sm text-ink-soft">
          {t('declines')} {found.protocol !== null && t('protocol', { number: found.protocol })}
        </p>
      </Notice>
    </div>
  )
}
