import type { useTranslations } from 'next-intl'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import type { AnswerOf } from '@/lib/tasks/task'
import type { CommandKeys } from './command-keys'

/** Everything the editor's keys do, for the sheet behind `?`. */
export function shortcutGroups(
  t: ReturnType<typeof useTranslations<'error-spans.keys'>>,
  { fields }: Form,
  types: readonly ErrorType[],
  keys: CommandKeys,
  locale: Locale,
  of: AnswerOf,
): ShortcutGroup[] {
  return [
    {
      title: t('judging'),
      shortcuts: [
        { keys: keys.correct, label: t('correct') },
        { keys: keys.erroneous, label: t('erroneous') },
        { keys: keys.guideline, label: t('guideline') },
        ...(of === 'judgment' ? [...(fields.difficulty || fields.confidence ? [{ keys: keys.rate, label: t('rate') }] : []), { keys: keys.note, label: t('note') }] : []),
        { keys: 'mod+z', label: t('undo') },
        { keys: 'mod+shift+z', label: t('redo') },
      ],
    },
    {
      title: t('reading'),
      shortcuts: [
        { keys: 'left right', label: t('character') },
        { keys: 'mod+left mod+right', label: t('word') },
        { keys: 'up down', label: t('line') },
        { keys: 'mod+up mod+down', label: t('sentence') },
        { keys: 'home end', label: t('lineEdge') },
        { keys: 'pageup pagedown', label: t('page') },
        { keys: 'mod+home mod+end', label: t('textEdge') },
        { keys: 'shift', label: t('extend') },
        { keys: keys.sentence, label: t('selectSentence') },
        { keys: keys.word, label: t('selectWord') },
        { keys: 'mod+a', label: t('selectAll') },
      ],
    },
    {
      title: t('types'),
      shortcuts: types.map((type) => ({ keys: type.key.toLowerCase(), label: type.name[locale] })),
    },
    {
      title: t('marking'),
      shortcuts: [
        { keys: `${keys.previous} ${keys.next}`, label: `${t('previous')} · ${t('next')}` },
        { keys: keys.cycle, label: t('cycle') },
        { keys: keys.open, label: t('open') },
        { keys: 'escape', label: t('back') },
        { keys: keys.move, label: t('move') },
        { keys: keys.endLater, label: t('endLater') },
        { keys: keys.endEarlier, label: t('endEarlier') },
        { keys: keys.startEarlier, label: t('startEarlier') },
        { keys: keys.startLater, label: t('startLater') },
        { keys: keys.remove, label: t('remove') },
      ],
    },
  ]
}
