'use client'
import clsx from 'clsx'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'

/** Every error type with its key, by group: what marks a selection, and the legend of the colours. */
export function TypeButtons({
  form,
  locale,
  current,
  onChoose,
  grouped = false,
}: {
  form: Form
  locale: Locale
  /** The active span's type. */
  current: string | null
  onChoose: (type: ErrorType) => void
  grouped?: boolean
}) {
  return (
    <div className={grouped ? 'grid gap-2' : 'flex flex-wrap gap-1.5'}>
      {form.taxonomy.map((group) => (
        <div key={group.code} role="group" aria-label={group.name[locale]} className={grouped ? undefined : 'contents'}>
          {grouped && form.taxonomy.length > 1 && <p className="mb-1 text-xs text-ink-faint">{group.name[locale]}</p>}
          <div className={grouped ? 'flex flex-wrap gap-1.5' : 'contents'}>
            {group.types.map((type) => (
              <button
                key={type.code}
                type="button"
                data-span-colour={type.colour}
                aria-pressed={current === type.code}
                title={type.definition[locale] || undefined}
                onClick={() => onChoose(type)}
                className={clsx(
                  'inline-flex min-h-7 items-center gap-1.5 rounded-t-sm border-b-3 border-(--span-line) bg-(--span-fill) px-2 text-sm font-medium text-(--span-ink) [border-bottom-style:var(--span-stroke)] pointer-coarse:min-h-11',
                  'hover:bg-[color-mix(in_srgb,var(--span-line)_22%,var(--span-fill))] aria-pressed:ring-2 aria-pressed:ring-(--span-line)',
                )}
              >
                <kbd className="font-sans text-xs font-normal">{type.key.toUpperCase()}</kbd>
                {type.name[locale]}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
