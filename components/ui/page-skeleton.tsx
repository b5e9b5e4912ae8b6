import { useTranslations } from 'next-intl'
import { Skeleton } from './skeleton'
import { SkeletonText } from './skeleton-text'

/** A page on its way, for loading.tsx files; says so once to screen readers. */
export function PageSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" className="mx-auto grid w-full max-w-6xl gap-6 px-4 py-8 sm:px-6">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-8 w-56" />
      <div className="grid gap-5 rounded-lg border border-line bg-surface p-6">
        <SkeletonText lines={6} />
      </div>
    </div>
  )
}
