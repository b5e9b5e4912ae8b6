'use client'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useVerb, type Verb } from '@/components/account/use-verb'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { MenuEntry } from '@/components/ui/menu-entry'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { VirtualTable } from '@/components/ui/virtual-table'
import { ResetDialog, type MakeReset } from './reset-dialog'

export type PersonShown = { id: string; name: string; email: string; owner: boolean; deactivatedAt: Date | null; createdAt: Date; studies: number }
export type PeopleVerbs = {
  setOwner: Verb<{ personId: string; owner: boolean }>
  deactivate: Verb<{ personId: string }>
  reactivate: Verb<{ personId: string }>
  makeReset: MakeReset
}
type Act = 'makeOwner' | 'unmakeOwner' | 'deactivate'

/** Everyone, found by a few letters; what an owner may do to each is behind the row's menu. */
export function PeopleTable({ people, me, verbs }: { people: PersonShown[]; me: string; verbs: PeopleVerbs }) {
  const t = useTranslations('people')
  const router = useRouter()
  const [wanted, setWanted] = useState('')
  const [resetting, setResetting] = useState<PersonShown | null>(null)
  const [asked, setAsked] = useState<{ act: Act; person: PersonShown } | null>(null)
  const perform = useVerb(async ({ act, person }: { act: Act | 'reactivate'; person: PersonShown }) => {
    if (act === 'deactivate') return verbs.deactivate({ personId: person.id })
    if (act === 'reactivate') return verbs.reactivate({ personId: person.id })
    return verbs.setOwner({ personId: person.id, owner: act === 'makeOwner' })
  })
  const shown = useMemo(() => {
    const text = wanted.trim().toLowerCase()
    return people.filter(({ name, email }) => name.toLowerCase().includes(text) || email.includes(text))
  }, [people, wanted])
  const carryOut = async (act: Act | 'reactivate', person: PersonShown) => {
    if (await perform.run({ act, person })) toast(t('done'), { tone: 'good' })
    router.refresh()
  }
  const entriesFor = (person: PersonShown): MenuEntry[] =>
    person.deactivatedAt
      ? [{ kind: 'action', label: t('reactivate'), onSelect: () => void carryOut('reactivate', person) }]
      : [
          { kind: 'action', label: t(person.owner ? 'unmakeOwner' : 'makeOwner'), onSelect: () => setAsked({ act: person.owner ? 'unmakeOwner' : 'makeOwner', person }) },
          ...(person.id === me
            ? []
            : [
                { kind: 'action' as const, label: t('reset.action'), onSelect: () => setResetting(person) },
                { kind: 'action' as const, label: t('deactivate'), tone: 'danger' as const, onSelect: () => setAsked({ act: 'deactivate', person }) },
              ]),
        ]
  return (
    <div className="grid gap-3">
      {perform.sentence && <Notice tone="danger" live>{perform.sentence}</Notice>}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Field label={t('filter')} className="min-w-0 grow basis-60 sm:max-w-80">
          {(wires) => <TextInput {...wires} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />}
        </Field>
        <output className="text-sm text-ink-soft">{t('count', { count: shown.length })}</output>
      </div>
      <VirtualTable
        caption={t('title')}
        className="overflow-hidden rounded-lg border border-line bg-surface"
        minWidth="46rem"
        rowCount={shown.length}
        rowAt={(index) => shown[index]}
        empty={t('noneFound')}
        columns={[
          {
            key: 'name',
            header: t('columns.name'),
            width: 'minmax(11rem, 2fr)',
            cell: ({ id, name }) => (
              <span className="font-medium">
                {name}
                {id === me && <span className="font-normal text-ink-faint"> ({t('you')})</span>}
              </span>
            ),
          },
          { key: 'email', header: t('columns.email'), width: 'minmax(12rem, 2fr)', cell: ({ email }) => email },
          { key: 'studies', header: t('columns.studies'), width: '6rem', align: 'end', cell: ({ studies }) => studies },
          {
            key: 'state',
            header: t('columns.state'),
            width: '8rem',
            cell: ({ deactivatedAt, owner }) => (
              <Badge tone={deactivatedAt ? 'neutral' : owner ? 'accent' : 'good'}>{t(deactivatedAt ? 'deactivated' : owner ? 'owner' : 'active')}</Badge>
            ),
          },
          { key: 'since', header: t('columns.since'), width: '8.5rem', cell: ({ createdAt }) => <AbsoluteTime at={createdAt} show="date" /> },
          {
            key: 'actions',
            header: <span className="sr-only">{t('columns.actions')}</span>,
            width: '4rem',
            align: 'end',
            cell: (person) => (
              <Menu
                trigger={(props) => <IconButton {...props} size="small" label={t('actionsFor', { name: person.name })} icon={<Ellipsis size={16} aria-hidden />} />}
                entries={entriesFor(person)}
              />
            ),
          },
        ]}
      />
      {resetting && <ResetDialog person={resetting} makeReset={verbs.makeReset} onClose={() => setResetting(null)} />}
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={t(asked.act)}
          body={t(`${asked.act}Body`, { name: asked.person.name })}
          confirmLabel={t(asked.act)}
          tone={asked.act === 'makeOwner' ? 'primary' : 'danger'}
          onConfirm={() => carryOut(asked.act, asked.person)}
        />
      )}
    </div>
  )
}
