'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'

export type StudyTab = 'overview' | 'items' | 'batches' | 'rounds' | 'import' | 'protocol' | 'people' | 'threads' | 'agreement' | 'releases' | 'audit' | 'downloads' | 'settings'

/** The parts of a study. The first tab is the study's own address; every other covers what lies below its own. */
export function StudyTabs({ tabs }: { tabs: readonly { tab: StudyTab; href: string }[] }) {
  const t = useTranslations('studies')
  const pathname = usePathname()
  const here = tabs.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`)) ?? tabs[0]
  return <TabLinks label={t('tabs.label')} links={tabs.map(({ tab, href }) => ({ href, label: t(`tabs.${tab}`), current: tab === here?.tab }))} />
}
