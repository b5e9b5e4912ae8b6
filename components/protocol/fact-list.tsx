import { useTranslations } from 'next-intl'

/** One thing that a form says; `key` tells it apart from the others of the same form. */
export type Fact = { key: string; label: string; value: string }

/** A published form, to be read. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[14rem_1fr]">
      {facts.map(({ key, label, value }) => (
        <div key={key} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What one form says otherwise than another, one sentence each. */
export function FactDifference({ from, to }: { from: readonly Fact[]; to: readonly Fact[] }) {
  const t = useTranslations('protocol.difference')
  const before = new Map(from.map((fact) => [fact.key, fact]))
  const after = new Map(to.map((fact) => [fact.key, fact]))
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key)?.value !== after.get(key)?.value)
  if (keys.length === 0) return <p className="text-ink-soft">{t('formSame')}</p>
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {keys.map((key) => (
        <li key={key} className="whitespace-pre-line">
          {t('fact', { name: (after.get(key) ?? before.get(key))!.label, from: before.get(key)?.value ?? '–', to: after.get(key)?.value ?? '–' })}
        </li>
      ))}
    </ul>
  )
}
