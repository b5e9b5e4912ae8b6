'use client'
import type { KeyboardEvent } from 'react'
import { singleKeys } from '@/components/ui/single-keys'
import type { Interval } from '@/lib/spans/interval'
import { isCaret } from '@/components/text/text-selection'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Span, Veracity } from '@/lib/tasks/error-spans/judgment'
import { commandOf, typeOfKey, type Command, type CommandKeys } from './command-keys'
import { spansAt } from './span-order'
import type { SpanEditing } from './use-span-editing'

type Verbs = {
  applyType: (type: ErrorType) => void
  judge: (veracity: Veracity) => void
  toText: () => void
  toField: (span: Span) => void
  showCard: (span: Span | null) => void
  travel: (way: 'undo' | 'redo') => void
  guideline: () => void
  note: () => void
  rate: () => void
  heard: (place: Interval) => void
}

const writes = 'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true]'

/** The text region acts on every key of its own; elsewhere in the editor these keys belong to what has the focus. */
const onlyInText: ReadonlySet<Command> = new Set(['cycle', 'open', 'remove', 'word', 'sentence'])

/** Binds the editor's keys to its verbs. Keys typed into a field stay the field's, but for Escape and undo. */
export function useEditorKeys({
  types,
  keys,
  editing,
  readOnly,
  verbs,
}: {
  types: readonly ErrorType[]
  keys: CommandKeys
  editing: SpanEditing
  readOnly: boolean
  verbs: Verbs
}) {
  const run: Record<Command, () => void> = {
    correct: () => verbs.judge('correct'),
    erroneous: () => verbs.judge('erroneous'),
    sentence: () => select('sentence'),
    word: () => select('word'),
    guideline: verbs.guideline,
    note: verbs.note,
    rate: verbs.rate,
    previous: () => verbs.showCard(editing.step(-1)),
    next: () => verbs.showCard(editing.step(1)),
    cycle: () => verbs.showCard(editing.cycle()),
    open: () => {
      const span = editing.active ?? spansAt(editing.spans, editing.selection.focus)[0]
      if (span) verbs.toField(span)
      else editing.cycle()
    },
    move: editing.moveHere,
    endLater: () => editing.nudge('end', true),
    endEarlier: () => editing.nudge('end', false),
    startEarlier: () => editing.nudge('start', false),
    startLater: () => editing.nudge('start', true),
    remove: () => editing.remove(),
  }
  const select = (unit: 'sentence' | 'word') => {
    const place = editing.selectUnit(unit)
    if (place) verbs.heard(place)
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    // Dialogs are children of the editor to React, not to the reader.
    if (!event.currentTarget.contains(event.target)) return
    const inText = event.target.matches('[data-text-surface]')
    const writing = event.target.matches(writes)
    const mod = event.ctrlKey || event.metaKey
    const done = (act: () => void) => {
      event.preventDefault()
      act()
    }
    if (mod && !event.altKey && !readOnly) {
      const key = event.key.toLowerCase()
      if (key === 'z') return done(() => verbs.travel(event.shiftKey ? 'redo' : 'undo'))
      if (key === 'y' && !event.shiftKey) return done(() => verbs.travel('redo'))
    }
    if (event.key === 'Escape') {
      if (!inText) return done(verbs.toText)
      if (!isCaret(editing.selection)) return done(editing.fold)
      return editing.active ? done(editing.letGo) : undefined
    }
    if (writing || mod || event.altKey) return
    if (event.key.length === 1 && event.key !== ' ' && !singleKeys.on()) return
    const type = typeOfKey(event.nativeEvent, types)
    if (type) return done(() => verbs.applyType(type))
    const command = commandOf(event.nativeEvent, keys)
    if (command && (inText || !onlyInText.has(command))) done(run[command])
  }
}
