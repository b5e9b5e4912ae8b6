'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { ReasonDialog } from '../running/reason-dialog'
import type { Outcome } from './outcome'

type Group = { licence: string | null; isKnown: boolean; items: number; sources: number; stated: readonly { since: string; reason: string; items: number }[] }
type Verb = (statement: { licence: string; reason: string; of: { licence: string | null } }) => Promise<Outcome<{ items: number }>>

/** Under which licences the study's items are, and for owners the word that changes it. */
export function LicenceTable({ groups, isOwner, state }: { groups: readonly Group[]; isOwner: boolean; state: Verb }) {
  const t = useTranslations('studies.licences')
  const format = useFormatter()
  if (groups.length === 0) return null
  return (
    <Card title={t('title')} note={t(isOwner ? 'note' : 'noteAdmin')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={groups}
        rowKey={({ licence }) => licence ?? ''}
        columns={[
          { key: 'licence', header: t('licence'), names: true, cell: (group) => <NameOf group={group} /> },
          { key: 'items', header: t('items'), align: 'end', cell: ({ items }) => format.number(items) },
          { key: 'sources', header: t('sources'), align: 'end', cell: ({ sources }) => format.number(sources) },
          {
            key: 'said',
            header: t('said'),
            cell: ({ items, stated }) => (
              <ul className="grid gap-1">
                {stated.map(({ since, reason, items: of }) => (
                  <li key={since}>
                    {t('byOwner', { items: of })} <AbsoluteTime at={since} show="date" />: {reason}
                  </li>
                ))}
                {stated.reduce((sum, one) => sum + one.items, 0) < items && <li className="text-ink-soft">{t('atImport')}</li>}
              </ul>
            ),
          },
          ...(isOwner ? [{ key: 'act', header: <span className="sr-only">{t('state')}</span>, align: 'end' as const, cell: (group: Group) => <StateLicence group={group} state={state} /> }] : []),
        ]}
      />
    </Card>
  )
}

function NameOf({ group: { licence, isKnown } }: { group: Group }) {
  const t = useTranslations('studies.licences')
  if (isKnown) return licence
  return <span className="text-warn">{licence === null ? t('unknown') : t('unknownAs', { licence })}</span>
}

function StateLicence({ group, state }: { group: Group; state: Verb }) {
  const t = useTranslations('studies.licences')
  const [licence, setLicence] = useState('')
  const name = group.isKnown ? (group.licence ?? '') : t('unknown')
  return (
    <ReasonDialog
      trigger={
        <Button size="small">
          {t('state')}
          <span className="sr-only"> {name}</span>
        </Button>
      }
      title={t('stateTitle')}
      body={t('stateBody', { items: group.items, name })}
      confirmLabel={t('state')}
      tone="primary"
      act={(reason) => state({ licence, reason, of: { licence: group.licence } })}
      onDone={() => {
        setLicence('')
        toast(t('done'), { tone: 'good' })
      }}
    >
      <Field label={t('licence')} hint={t('licenceHint')} optional>
        {(wires) => <TextInput {...wires} maxLength={200} value={licence} placeholder="CC-BY-4.0" onChange={(event) => setLicence(event.target.value)} />}
      </Field>
    </ReasonDialog>
  )
}
