'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { splitNames, type SplitName } from '@/lib/releases/split-rule'
import { ReasonDialog } from '../running/reason-dialog'
import { reached, type Failure, type Outcome } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'

type Grant = { study: string; personId: string; split: SplitName; reason: string }
type Verb = (grant: Grant) => Promise<Outcome<unknown>>

/** Who may have hidden splits of this study: a list, and a row to give another. */
export function GrantList({
  slug,
  grants,
  researchers,
  verbs,
}: {
  slug: string
  grants: readonly { personId: string; name: string; split: string; reason: string; grantedAt: Date }[]
  researchers: readonly { personId: string; name: string }[]
  verbs: { grant: Verb; take: Verb }
}) {
  const t = useTranslations('releases')
  const words = useFailureWords()
  const router = useRouter()
  const [personId, setPersonId] = useState(researchers[0]?.personId ?? '')
  const [split, setSplit] = useState<SplitName>('test')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const give = async () => {
    const outcome = await reached(verbs.grant({ study: slug, personId, split, reason }))
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    setReason('')
    toast(t('grants.given'), { tone: 'good' })
    router.refresh()
  }
  const nameOf = (name: string) => (splitNames.includes(name as SplitName) ? t(`splits.${name as SplitName}`) : name)
  return (
    <Card title={t('grants.title')} note={t('grants.note')}>
      <div className="grid gap-5">
        <DataTable
          caption={t('grants.title')}
          captionHidden
          rows={grants}
          rowKey={(row) => `${row.personId} ${row.split}`}
          empty={t('grants.none')}
          columns={[
            { key: 'name', header: t('grants.person'), names: true, cell: ({ name }) => name },
            { key: 'split', header: t('grants.split'), cell: (row) => nameOf(row.split) },
            { key: 'reason', header: t('grants.reason'), cell: (row) => row.reason },
            { key: 'since', header: t('grants.since'), cell: ({ grantedAt }) => <AbsoluteTime at={grantedAt} show="date" /> },
            {
              key: 'take',
              header: <span className="sr-only">{t('grants.take')}</span>,
              align: 'end',
              cell: (row) => (
                <ReasonDialog
                  trigger={
                    <Button size="small">
                      {t('grants.take')}
                      <span className="sr-only"> {row.name}</span>
                    </Button>
                  }
                  title={t('grants.takeTitle')}
                  body={t('grants.takeBody', { name: row.name, split: nameOf(row.split) })}
                  confirmLabel={t('grants.take')}
                  act={(why) => verbs.take({ study: slug, personId: row.personId, split: row.split as SplitName, reason: why })}
                  onDone={() => toast(t('grants.taken'), { tone: 'good' })}
                />
              ),
            },
          ]}
        />
        {researchers.length === 0 ? (
          <p className="text-ink-soft">{t('grants.noResearchers')}</p>
        ) : (
          <form
            className="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              void give()
            }}
          >
            <Field label={t('grants.person')} className="grow basis-48">
              {(wires) => (
                <Select
                  {...wires}
                  value={personId}
                  options={researchers.map(({ personId: value, name }) => ({ value, label: name }))}
                  onChange={(event) => setPersonId(event.target.value)}
                />
              )}
            </Field>
            <Field label={t('grants.split')} className="basis-36">
              {(wires) => (
                <Select
                  {...wires}
                  value={split}
                  options={splitNames.map((value) => ({ value, label: t(`splits.${value}`) }))}
                  onChange={(event) => setSplit(event.target.value as SplitName)}
                />
              )}
            </Field>
            <Field label={t('grants.reason')} required className="grow basis-64" error={words.atField(failure, 'reason')}>
              {(wires) => <TextInput {...wires} value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />}
            </Field>
            <Button type="submit">{t('grants.give')}</Button>
          </form>
        )}
        {failure && !words.atField(failure, 'reason') && <Notice tone="danger">{words.sentence(failure)}</Notice>}
      </div>
    </Card>
  )
}
