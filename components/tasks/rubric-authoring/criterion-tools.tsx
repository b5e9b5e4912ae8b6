'use client'
import { ArrowDown, ArrowUp, Copy, Ellipsis, Merge, Split, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { groups } from '@/lib/tasks/rubric/groups'
import type { Authoring } from './use-authoring'

/** What can be done with a criterion as a whole. */
export function CriterionTools({ criterion, place, byPoints, authoring }: { criterion: Criterion; place: number; byPoints: boolean; authoring: Authoring }) {
  const t = useTranslations('rubric-authoring.tools')
  const { id, group } = criterion
  return (
    <Menu
      align="end"
      trigger={(props) => <IconButton {...props} size="small" label={t('menu', { place })} icon={<Ellipsis size={17} aria-hidden />} />}
      entries={[
        { kind: 'action', label: t('up'), shortcut: 'alt+up', icon: <ArrowUp size={16} aria-hidden />, onSelect: () => authoring.shift(id, -1) },
        { kind: 'action', label: t('down'), shortcut: 'alt+down', icon: <ArrowDown size={16} aria-hidden />, onSelect: () => authoring.shift(id, 1) },
        ...(byPoints ? [] : groups.filter((one) => one !== group).map((one) => ({ kind: 'action' as const, label: t(`to.${one}`), shortcut: String(groups.indexOf(one) + 1), onSelect: () => authoring.toGroup(id, one) }))),
        { kind: 'separator' },
        { kind: 'action', label: t('split'), shortcut: 's', icon: <Split size={16} aria-hidden />, onSelect: () => authoring.divide(id) },
        { kind: 'action', label: t('merge'), shortcut: 'm', icon: <Merge size={16} aria-hidden />, onSelect: () => authoring.join(id) },
        { kind: 'action', label: t('duplicate'), shortcut: 'd', icon: <Copy size={16} aria-hidden />, onSelect: () => authoring.duplicate(id) },
        { kind: 'separator' },
        { kind: 'action', label: t('remove'), shortcut: 'delete', tone: 'danger', icon: <Trash2 size={16} aria-hidden />, onSelect: () => authoring.remove(id) },
      ]}
    />
  )
}
