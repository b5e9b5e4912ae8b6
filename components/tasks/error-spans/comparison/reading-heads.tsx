'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/locale'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Draft } from '@/lib/tasks/error-spans/judgment'
import type { Compared } from './compared'
import { isTakenWhole } from './decisions'
import { LetterBadge } from '@/components/tasks/letter-badge'

/** The readings side by side: what each says of the whole text, and the choice to take it as it is. */
export function ReadingHeads({
  compared,
  answer,
  form,
  locale,
  onTake,
}: {
  compared: Compared
  answer: Draft
  form: Form
  locale: Locale
  /** Null: nothing can be taken here. */
  onTake: ((letter: string) => void) | null
}) {
  const t = useTranslations('comparison.readings')
  return (
    <ul className="grid gap-2 @xl:grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))]">
      {compared.readings.map(({ letter, answer: said }) => {
        const chosen = isTakenWhole(compared, answer, letter)
        const levels = (['difficulty', 'confidence'] as const).flatMap((field) => {
          const level = said[field] === null ? undefined : form.fields[field]?.levels[said[field] - 1]
          return level ? [{ field, name: level[locale] }] : []
        })
        return (
          <li key={letter} className={`flex flex-col gap-1.5 rounded-md border bg-surface p-3 ${chosen ? 'border-accent' : 'border-line'}`}>
            <div className="flex flex-wrap items-center gap-2">
              <LetterBadge letter={letter} />
              <Badge tone={said.veracity === 'correct' ? 'good' : 'danger'}>{t(said.veracity)}</Badge>
              {said.spans.length > 0 && <span className="text-sm text-ink-soft">{t('errors', { count: said.spans.length })}</span>}
            </div>
            {levels.map(({ field, name }) => (
              <p key={field} className="text-sm text-ink-soft">
                {t(field)} <span className="text-ink">{name}</span>
              </p>
            ))}
            {said.note && (
              <p dir="auto" className="text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">
                <span className="text-ink-soft">{t('note')}</span> {said.note}
              </p>
            )}
            {onTake && (
              <Button
                size="small"
                shortcut={letter.toLowerCase()}
                icon={chosen ? <Check size={15} aria-hidden /> : undefined}
                aria-pressed={chosen}
                className="mt-auto"
                onClick={() => onTake(letter)}
              >
                <span className="grow text-start">{t('takeWhole', { letter })}</span>
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
