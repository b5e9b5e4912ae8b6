'use client'
import { ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'

export type StudyLink = { name: string; href: string }

/** Which study this page belongs to, and the way to the person's others. */
export function StudyContext({ study, others = [] }: { study: StudyLink; others?: readonly StudyLink[] }) {
  const t = useTranslations('shell')
  return (
    <div className="flex min-w-0 items-center gap-1">
      <span className="sr-only">{t('study')}: </span>
      <Link href={study.href} className="min-w-0 truncate rounded-sm py-0.5 text-sm text-ink-soft hover:text-ink">
        {study.name}
      </Link>
      {others.length > 0 && (
        <Menu
          align="start"
          trigger={<IconButton size="small" label={t('switchStudy')} icon={<ChevronsUpDown size={14} aria-hidden />} />}
          entries={others.map(({ name, href }) => ({ kind: 'link', label: name, href }))}
        />
      )}
    </div>
  )
}
