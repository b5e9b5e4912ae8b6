import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Two readings of one line, meeting: the mark and the name. */
export function Brand({ href, className }: { href: string; className?: string }) {
  const t = useTranslations('shell')
  return (
    <Link
      href={href}
      aria-label={t('home')}
      className={clsx('inline-flex min-h-9 items-center gap-2 rounded-sm', className)}
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0">
        <path d="M4 5.5h16M4 10h9" className="stroke-ink" strokeWidth="2.4" strokeLinecap="round" fill="none" />
        <path d="M4 15h16M11 19.5h9" className="stroke-accent" strokeWidth="2.4" strokeLinecap="round" fill="none" />
      </svg>
      <span className="font-serif text-lg font-semibold tracking-tight">{t('product')}</span>
    </Link>
  )
}
