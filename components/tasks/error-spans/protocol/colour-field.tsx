'use client'
import { useTranslations } from 'next-intl'
import { colours, type Colour } from '@/lib/tasks/error-spans/form'

/** One of the twelve colours, each shown as the mark it makes. */
export function ColourField({ value, onChange, name }: { value: Colour; onChange: (value: Colour) => void; name: string }) {
  const t = useTranslations('protocol')
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('type.colour')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {colours.map((colour) => (
          <label
            key={colour}
            data-span-colour={colour}
            title={t(`colours.${colour}`)}
            className="relative grid size-9 place-items-center rounded-md border border-line bg-(--span-fill) text-sm text-(--span-ink) has-checked:outline-2 has-checked:outline-offset-1 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={colour}
              checked={value === colour}
              onChange={() => onChange(colour)}
              aria-label={t(`colours.${colour}`)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-md outline-none"
            />
            <span aria-hidden className="border-b-3 border-(--span-line) px-0.5 leading-none [border-bottom-style:var(--span-stroke)]">
              A
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
