import { useFormatter, useTranslations } from 'next-intl'

/** What was said against what is: counts of items, two by two, with how many of the found ones were found in the right place. */
export function Confusion({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations('board.confusion')
  const format = useFormatter()
  const at = (name: string) => counts[name] ?? 0
  const cell = (value: number, good: boolean, note?: string) => (
    <td className={`border border-line px-4 py-3 text-center tabular-nums ${good ? 'bg-good-soft' : value > 0 ? 'bg-danger-soft' : ''}`}>
      <span className="block font-serif text-xl font-semibold">{format.number(value)}</span>
      {note && <span className="block text-sm text-ink-soft">{note}</span>}
    </td>
  )
  return (
    <div role="region" aria-label={t('caption')} tabIndex={0} className="max-w-full overflow-x-auto">
      <table className="border-collapse">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="sr-only">{t('is')}</th>
            <th scope="col" className="px-4 py-2 font-medium">{t('saidErroneous')}</th>
            <th scope="col" className="px-4 py-2 font-medium">{t('saidCorrect')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="px-4 py-2 text-start font-medium">{t('isErroneous')}</th>
            {cell(at('tp'), true, t('localised', { count: at('localised') }))}
            {cell(at('fn'), false, t('missed'))}
          </tr>
          <tr>
            <th scope="row" className="px-4 py-2 text-start font-medium">{t('isCorrect')}</th>
            {cell(at('fp'), false, t('overCriticised'))}
            {cell(at('tn'), true)}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
