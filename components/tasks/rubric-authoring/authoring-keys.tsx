'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import { groups } from '@/lib/tasks/rubric/groups'
import type { Authoring } from './use-authoring'

/** The editor's keys, wherever the focus is not in a field. What needs a criterion acts on the one that is looked at. */
export function AuthoringKeys({ authoring, reviewing, byPoints, onView }: { authoring: Authoring; reviewing: boolean; byPoints: boolean; onView: (view: 'write' | 'try' | 'changes') => void }) {
  const { active } = authoring
  const on = (act: (id: string) => void) => () => active && act(active.id)
  return (
    <>
      <ShortcutKey keys="]" press={() => authoring.step(1)} />
      <ShortcutKey keys="[" press={() => authoring.step(-1)} />
      <ShortcutKey keys="a" press={() => authoring.add(active?.group ?? 'main', active?.id ?? null)} />
      <ShortcutKey keys="enter" press={on((id) => authoring.attend(id, 'text'))} enabled={active !== null} />
      <ShortcutKey keys="s" press={on((id) => authoring.divide(id))} />
      <ShortcutKey keys="m" press={on(authoring.join)} />
      <ShortcutKey keys="d" press={on(authoring.duplicate)} />
      <ShortcutKey keys="delete" press={on(authoring.remove)} />
      <ShortcutKey keys="alt+up" press={on((id) => authoring.shift(id, -1))} />
      <ShortcutKey keys="alt+down" press={on((id) => authoring.shift(id, 1))} />
      <ShortcutKey keys="n" press={authoring.normalise} enabled={!byPoints} />
      {groups.map((group, nth) => (
        <ShortcutKey key={group} keys={String(nth + 1)} press={on((id) => authoring.toGroup(id, group))} enabled={!byPoints} />
      ))}
      <ShortcutKey keys="p" press={() => authoring.review('pass')} enabled={reviewing} />
      <ShortcutKey keys="c" press={() => authoring.review('correct')} enabled={reviewing} />
      <ShortcutKey keys="r" press={() => authoring.review('reject')} enabled={reviewing} />
      <ShortcutKey keys="w" press={() => onView('write')} />
      <ShortcutKey keys="t" press={() => onView('try')} />
      <ShortcutKey keys="v" press={() => onView('changes')} />
    </>
  )
}

/** The same keys, for the sheet behind `?`. */
export function authoringShortcuts(t: ReturnType<typeof useTranslations<'rubric-authoring.keys'>>): ShortcutGroup[] {
  return [
    {
      title: t('writing'),
      shortcuts: [
        { keys: 'a', label: t('add') },
        { keys: 'enter', label: t('enter') },
        { keys: 'alt+enter', label: t('cut') },
        { keys: 'alt+1 alt+9', label: t('axis') },
        { keys: 'escape', label: t('escape') },
        { keys: '] [', label: t('step') },
        { keys: 'alt+up alt+down', label: t('move') },
        { keys: '1 3', label: t('group') },
        { keys: 's', label: t('split') },
        { keys: 'm', label: t('merge') },
        { keys: 'd', label: t('duplicate') },
        { keys: 'delete', label: t('remove') },
        { keys: 'n', label: t('normalise') },
      ],
    },
    {
      title: t('whole'),
      shortcuts: [
        { keys: 'p c r', label: t('review') },
        { keys: 'w t v', label: t('views') },
        { keys: 'g', label: t('guideline') },
        { keys: 'mod+z', label: t('undo') },
        { keys: 'mod+shift+z', label: t('redo') },
      ],
    },
  ]
}
