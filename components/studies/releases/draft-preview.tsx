'use client'
import { useTranslations } from 'next-intl'
import { FactsAgreement } from '@/components/releases/facts-agreement'
import { FactsBlinding } from '@/components/releases/facts-blinding'
import { FactsChoice } from '@/components/releases/facts-choice'
import { FactsHistory } from '@/components/releases/facts-history'
import { FactsSplits } from '@/components/releases/facts-splits'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { SectionHeading } from '@/components/ui/section-heading'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { paths } from '@/lib/web/paths'

/** What a draft would release, as it was last worked out. */
export function DraftPreview({ slug, releaseId, facts, isOld }: { slug: string; releaseId: string; facts: ReleaseFacts; isOld: boolean }) {
  const t = useTranslations('releases')
  const [now] = facts.history
  return (
    <section className="grid gap-6">
      <SectionHeading
        note={now?.bump ? t('preview.bump', { bump: t(`facts.bump.${now.bump}`) }) : t('preview.first')}
        actions={<LinkButton href={paths.nearDuplicates(slug, releaseId)}>{t('preview.pairs')}</LinkButton>}
      >
        {t('preview.would', { version: facts.release.version })}
      </SectionHeading>
      {isOld && <Notice tone="warn">{t('preview.old')}</Notice>}
      <FactsSplits facts={facts} />
      <FactsAgreement facts={facts} />
      <FactsChoice
        facts={facts}
        listLink={
          <a href={paths.leftOut(releaseId)} download className="text-sm text-accent underline underline-offset-2">
            {t('compose.leftOutList')}
          </a>
        }
      />
      <FactsHistory facts={now ? { ...facts, history: [now] } : facts} />
      <FactsBlinding blinding={facts.blinding} />
    </section>
  )
}
