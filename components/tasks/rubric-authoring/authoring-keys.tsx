'use client'
import type { useTranslations } from 'next-intl'
import { ShortcutKey } from '@/components/ui/shortcut-key'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import { groups, type Group } from '@/lib/tasks/rubric/groups'
import type { Criteria } from '@/lib/tasks/rubric-authoring/edit-rubric'
import { offeredGroups } from './offered-groups'
import type { Authoring } from './use-authoring'

/** Begins a group, or goes on with it. By digits, as groups go by them; with shift they are the same keys on every layout. */
export const addKeys: Record<Group, string> = { main: 'shift+1', bonus: 'shift+2', veto: 'shift+3' }

/** The editor's keys, wherever the focus is not in a field. What needs a criterion acts on the one that is looked at. */
export function AuthoringKeys({
  authoring,
  writing,
  reviewing,
  byPoints,
  onView,
}: {
  authoring: Authoring
  /** Nothing is written of a draft that was rejected. */
  writing: boolean
  reviewing: boolean
  byPoints: boolean
  onView: (view: 'write' | 'try' | 'changes') => void
}) {
  const { active } = authoring
  const on = (act: (id: string) => void) => () => active && act(active.id)
  return (
    <>
      <ShortcutKey keys="]" press={() => authoring.step(1)} />
      <ShortcutKey keys="[" press={() => authoring.step(-1)} />
      <ShortcutKey keys="a" press={() => authoring.add(active?.group ?? 'main', active?.id ?? null)} enabled={writing} />
      {offeredGroups(authoring.criteria, byPoints).map((group) => (
        <ShortcutKey
          key={group}
          keys={addKeys[group]}
          press={() => {
            onView('write')
            authoring.addTo(group)
          }}
          enabled={writing}
        />
      ))}
      <ShortcutKey keys="enter" press={on((id) => authoring.attend(id, 'text'))} enabled={active !== null} />
      <ShortcutKey keys="s" press={on((id) => authoring.divide(id))} enabled={writing} />
      <ShortcutKey keys="m" press={on(authoring.join)} enabled={writing} />
      <ShortcutKey keys="d" press={on(authoring.duplicate)} enabled={writing} />
      <ShortcutKey keys="delete" press={on(authoring.remove)} enabled={writing} />
      <ShortcutKey keys="alt+up" press={on((id) => authoring.shift(id, -1))} enabled={writing} />
      <ShortcutKey keys="alt+down" press={on((id) => authoring.shift(id, 1))} enabled={writing} />
      <ShortcutKey keys="n" press={authoring.normalise} enabled={writing && !byPoints} />
      {groups.map((group, nth) => (
        <ShortcutKey key={group} keys={String(nth + 1)} press={on((id) => authoring.toGroup(id, group))} enabled={writing && !byPoints} />
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
export function authoringShortcuts(t: ReturnType<typeof useTranslations<'rubric-authoring'>>, criteria: Criteria, byPoints: boolean): ShortcutGroup[] {
  return [
    {
      title: t('keys.writing'),
      shortcuts: [
        { keys: 'a', label: t('keys.add') },
        ...offeredGroups(criteria, byPoints).map((group) => ({ keys: addKeys[group], label: t(byPoints ? `addSigned.${group}` : `add.${group}`) })),
        { keys: 'enter', label: t('keys.enter') },
        { keys: 'alt+enter', label: t('keys.cut') },
        { keys: 'alt+1 alt+9', label: t('keys.axis') },
        { keys: 'escape', label: t('keys.escape') },
        { keys: '] [', label: t('keys.step') },
        { keys: 'alt+up alt+down', label: t('keys.move') },
        { keys: '1 3', label: t('keys.group') },
        { keys: 's', label: t('keys.split') },
        { keys: 'm', label: t('keys.merge') },
        { keys: 'd', label: t('keys.duplicate') },
        { keys: 'delete', label: t('keys.remove') },
        { keys: 'n', label: t('keys.normalise') },
      ],
    },
    {
      title: t('keys.whole'),
      shortcuts: [
        { keys: 'p c r', label: t('keys.review') },
        { keys: 'w t v', label: t('keys.views') },
        { keys: 'g', label: t('keys.guideline') },
        { keys: 'mod+z', label: t('keys.undo') },
        { keys: 'mod+shift+z', label: t('keys.redo') },
      ],
    },
  ]
}
