import { useLocale, useTranslations } from 'next-intl'
import type { Form } from '@/lib/tasks/error-spans/form'
import { formChanges } from './form-changes'

const coded = { 'type-recoloured': 'colours', 'correction-changed': 'fields.obligations', 'explanation-changed': 'fields.obligations' } as const

/** What changed in the taxonomy and the fields, one sentence each. */
export function FormDifference({ from, to }: { from: unknown; to: unknown }) {
  const t = useTranslations('protocol')
  const changes = formChanges(from as Form, to as Form, useLocale())
  if (changes.length === 0) return <p className="text-ink-soft">{t('difference.formSame')}</p>
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {changes.map(({ kind, name = '', from: old = '', to: now = '' }, at) => {
        const words = kind in coded ? coded[kind as keyof typeof coded] : null
        const said = (value: string) => (words ? t(`${words}.${value}` as never) : value.toUpperCase() === value || kind !== 'type-rekeyed' ? value : value.toUpperCase())
        return <li key={at}>{t(`changes.${kind}`, { name, from: said(old), to: said(now) })}</li>
      })}
    </ul>
  )
}
