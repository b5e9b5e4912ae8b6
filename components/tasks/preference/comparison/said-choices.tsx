import { useTranslations } from 'next-intl'
import { LetterBadge } from '@/components/tasks/letter-badge'
import { Button } from '@/components/ui/button'
import type { Form } from '@/lib/tasks/preference/form'
import type { Choice } from '@/lib/tasks/preference/judgment'
import { ChoiceWords } from '../choice-words'

/** What each reading says of one question; each can be taken as it is. */
export function SaidChoices({
  letters,
  choices,
  form,
  ids,
  onTake,
}: {
  letters: readonly string[]
  choices: readonly (Choice | null)[]
  form: Form
  ids: readonly string[]
  /** Null where nothing can be changed. */
  onTake: ((choice: Choice) => void) | null
}) {
  const t = useTranslations('preference.comparison')
  return (
    <ul className="grid gap-1.5" aria-label={t('said')}>
      {choices.map((choice, nth) => (
        <li key={letters[nth]} className="flex flex-wrap items-center gap-2">
          <LetterBadge letter={letters[nth] ?? ''} />
          <span className="me-auto">
            <ChoiceWords {...{ choice, form, ids }} />
          </span>
          {onTake && choice && (
            <Button size="small" variant="plain" onClick={() => onTake(choice)}>
              {t('take', { letter: letters[nth] ?? '' })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
