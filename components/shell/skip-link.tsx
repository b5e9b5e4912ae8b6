import { useTranslations } from 'next-intl'

/** First stop of the keyboard on every page: past the top bar, to #content. */
export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-2"
    >
      {t('skip')}
    </a>
  )
}
