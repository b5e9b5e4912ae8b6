import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { paths } from '@/lib/web/paths'
import { EventDetail } from './event-detail'
import type { EventShown } from './event-shown'

export type EventFilter = { kind?: string | undefined; from?: string | undefined; to?: string | undefined }

/** The audit trail as a table that is filtered by its address: it works without a script. */
export function EventTable({
  slug,
  kinds,
  filter,
  events,
  next,
  first,
}: {
  slug: string
  kinds: readonly string[]
  filter: EventFilter
  events: readonly EventShown[]
  next: string | null
  /** This is the newest page. */
  first: boolean
}) {
  const t = useTranslations('running.audit')
  const names = useTranslations('audit.kinds')
  const nameOf = (kind: string) => (names.has(kind as never) ? names(kind as never) : kind)
  const filtered = filter.kind ?? filter.from ?? filter.to
  return (
    <>
      <form action={paths.audit(slug)} className="flex flex-wrap items-end gap-3">
        <Field label={t('kind')} className="min-w-0 basis-64">
          {(wires) => (
            <Select
              {...wires}
              name="kind"
              defaultValue={filter.kind ?? ''}
              placeholder={t('all')}
              options={kinds
                .map((kind) => ({ value: kind, label: nameOf(kind) }))
                .sort((a, b) => a.label.localeCompare(b.label))}
            />
          )}
        </Field>
        <Field label={t('from')}>
          {(wires) => <TextInput {...wires} type="date" name="from" defaultValue={filter.from} />}
        </Field>
        <Field label={t('to')}>
          {(wires) => <TextInput {...wires} type="date" name="to" defaultValue={filter.to} />}
        </Field>
        <Button type="submit">{t('apply')}</Button>
        {filtered && (
          <LinkButton variant="plain" href={paths.audit(slug)}>
            {t('clear')}
          </LinkButton>
        )}
      </form>
      <Card flush>
        <DataTable
          caption={t('title')}
          captionHidden
          dense
          rows={events}
          rowKey={({ id }) => id}
          empty={t('empty')}
          columns={[
            { key: 'at', header: t('at'), cell: ({ at }) => <AbsoluteTime at={at} className="sm:whitespace-nowrap" /> },
            { key: 'kind', header: t('kind'), names: true, cell: ({ kind }) => nameOf(kind) },
            {
              key: 'actor',
              header: t('actor'),
              cell: ({ actor }) => actor ?? <span className="text-ink-faint">{t('hidden')}</span>,
            },
            {
              key: 'item',
              header: t('item'),
              cell: ({ itemId, externalId }) =>
                itemId ? (
                  <Link href={paths.item(slug, itemId)} className="inline-block min-w-[12ch] break-all">
                    {externalId ?? itemId}
                  </Link>
                ) : (
                  '–'
                ),
            },
            { key: 'detail', header: t('detail'), width: '40%', cell: ({ detail, named }) => <EventDetail detail={detail} named={named} /> },
          ]}
        />
      </Card>
      <div className="flex flex-wrap justify-center gap-3">
        {!first && <LinkButton href={paths.auditWhere(slug, filter)}>{t('newest')}</LinkButton>}
        {next && <LinkButton href={paths.auditWhere(slug, { ...filter, before: next })}>{t('older')}</LinkButton>}
      </div>
    </>
  )
}
