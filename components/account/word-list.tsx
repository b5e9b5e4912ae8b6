'use client'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { withTyped } from './with-typed'

/**
 * A few words out of a known list, or of one's own. `nameOf` says a known word in the person's language. Whoever keeps the words takes
 * what still stands in the box too (withTyped): to the person it looks as said as the others.
 */
export function WordList({
  label,
  hint,
  error,
  words,
  known,
  nameOf,
  typed,
  onType,
  onChange,
}: {
  label: string
  hint?: string
  error?: string | undefined
  words: readonly string[]
  known: readonly string[]
  nameOf: (word: string) => string
  /** What stands in the box. */
  typed: string
  onType: (typed: string) => void
  onChange: (words: string[]) => void
}) {
  const t = useTranslations('account.profile')
  const listId = useId()
  const add = () => {
    onChange(withTyped(words, typed, known, nameOf))
    onType('')
  }
  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint} error={error}>
        {(wires) => (
          <span className="flex gap-2">
            <TextInput
              {...wires}
              list={listId}
              value={typed}
              autoComplete="off"
              onChange={(event) => onType(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                add()
              }}
            />
            <Button icon={<Plus size={16} aria-hidden />} onClick={add} className="shrink-0 whitespace-nowrap">
              {t('addWord')}
            </Button>
          </span>
        )}
      </Field>
      <datalist id={listId}>
        {known.filter((word) => !words.includes(word)).map((word) => (
          <option key={word}>{nameOf(word)}</option>
        ))}
      </datalist>
      {words.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {words.map((word) => (
            <li key={word} className="inline-flex items-center gap-1 rounded-md bg-sunken ps-2.5 text-sm">
              {nameOf(word)}
              <button
                type="button"
                aria-label={t('removeWord', { word: nameOf(word) })}
                onClick={() => onChange(words.filter((one) => one !== word))}
                className="grid size-7 place-items-center rounded-md text-ink-soft hover:text-danger pointer-coarse:size-11"
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
