import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { LinkButton } from './link-button'

/** The way through a list that is too long for one page; nothing at all where it is not. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useTranslations('common.pager')
  const format = useFormatter()
  if (pages <= 1) return null
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center justify-center gap-3">
      {page > 1 && (
        <LinkButton href={hrefOf(page - 1)} icon={<ChevronLeft size={16} aria-hidden />}>
          {t('previous')}
        </LinkButton>
      )}
      <span className="text-sm text-ink-soft tabular-nums">
        {t('place', { page: format.number(page), pages: format.number(pages) })}
      </span>
      {page < pages && (
        <LinkButton href={hrefOf(page + 1)} icon={<ChevronRight size={16} aria-hidden />}>
          {t('next')}
        </LinkButton>
      )}
    </nav>
  )
}
