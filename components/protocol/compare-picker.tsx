'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** Which other version this one is held against. */
export function ComparePicker({
  against,
  choices,
  aloneHref,
}: {
  against: number | null
  choices: readonly { number: number; href: string }[]
  aloneHref: string
}) {
  const t = useTranslations('protocol')
  const router = useRouter()
  return (
    <Field label={t('difference.against')} className="w-52">
      {(wires) => (
        <Select
          {...wires}
          value={against === null ? '' : String(against)}
          placeholder={t('difference.alone')}
          onChange={(event) => router.push(choices.find(({ number }) => String(number) === event.target.value)?.href ?? aloneHref)}
          options={choices.map(({ number }) => ({ value: String(number), label: t('versions.version', { number }) }))}
        />
      )}
    </Field>
  )
}
