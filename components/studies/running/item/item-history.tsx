import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { taskItem } from '@/components/tasks/task-answers'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { paths } from '@/lib/web/paths'
import type { Outcome } from '../../setup/outcome'
import { EventList } from '../audit/event-list'
import type { EventShown } from '../audit/event-shown'
import { ReasonDialog } from '../reason-dialog'
import { StageBadge } from '../stage-badge'
import { DeclineList, ItemQuestions, type DeclineShown, type ThreadShown } from './item-asides'
import { ItemFacts, type ItemShown } from './item-facts'
import { ItemReadings, type ReadingShown } from './item-readings'
import { ItemSeal, type EarlierSealShown } from './item-seal'
import { ItemText, type Anchor } from './item-text'
import { ItemVerdicts, type VerdictShown } from './item-verdicts'
import { SealedNotice, type UnsealingShown } from './sealed-notice'

type Reasoned = (reason: string) => Promise<Outcome<unknown>>

export type ItemHistoryShown = {
  study: { slug: string; task: string }
  item: ItemShown
  /** What the study calls them. */
  axes: readonly NamedAxis[]
  anchors: Anchor[]
  verdicts: VerdictShown[]
  readings: ReadingShown[]
  seal: unknown
  earlierSeals: EarlierSealShown[]
  forms: { number: number; form: unknown }[]
  declines: DeclineShown[]
  unsealings: UnsealingShown[]
  threads: ThreadShown[]
  events: EventShown[]
  verbs: { unseal: Reasoned; reopen: Reasoned; withdraw: Reasoned }
}

/** All that is known of one item and may be told to this admin. What is sealed is not here at all. */
export function ItemHistory({
  study,
  item,
  axes,
  anchors,
  verdicts,
  readings,
  seal,
  earlierSeals,
  forms,
  declines,
  unsealings,
  threads,
  events,
  verbs,
}: ItemHistoryShown) {
  const t = useTranslations('items.history')
  const items = useTranslations('items')
  const { Item } = taskItem(study.task)
  const formOf = (protocol: number) => forms.find(({ number }) => number === protocol)?.form ?? null
  const open = item.stage === 'pool' || item.stage === 'reading' || item.stage === 'adjudicating'
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('backToItems'), href: paths.items(study.slug) }, { label: item.externalId }]}
        title={<span className="break-all">{item.externalId}</span>}
        meta={<StageBadge stage={item.stage} />}
        actions={
          <>
            {item.stage === 'closed' && (
              <ReasonDialog
                trigger={<Button>{t('reopen.action')}</Button>}
                title={t('reopen.title')}
                body={t('reopen.body')}
                confirmLabel={t('reopen.confirm')}
                tone="primary"
                act={verbs.reopen}
              />
            )}
            {item.stage !== 'withdrawn' && (
              <ReasonDialog
                trigger={<Button>{items('withdraw.action')}</Button>}
                title={items('withdraw.title', { count: 1 })}
                body={items('withdraw.body')}
                confirmLabel={items('withdraw.confirm')}
                act={verbs.withdraw}
              />
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Columns>
          {Item ? (
            <Card title={t('content')}>
              <Item content={item.content} language={item.language} axes={axes} />
            </Card>
          ) : (
            <ItemText text={item.text} language={item.language} anchors={anchors} />
          )}
          <ItemVerdicts
            task={study.task}
            verdicts={verdicts}
            stage={item.stage}
            language={item.language}
            formOf={formOf}
          />
          <Card
            title={t('readings')}
            note={
              item.judging
                ? t('judging')
                : item.stage === 'pool' || item.seats === 0
                  ? t('notOpened')
                  : t('progress', { submitted: item.submitted, seats: item.seats, held: item.held })
            }
          >
            <div className="grid gap-4">
              {!item.bared && !item.judging && item.stage !== 'pool' && (
                <SealedNotice unsealings={unsealings} unseal={open ? verbs.unseal : null} />
              )}
              {item.bared && unsealings.length > 0 && <SealedNotice unsealings={unsealings} unseal={null} />}
              {item.bared && (
                <ItemReadings
                  task={study.task}
                  readings={readings}
                  round={item.round}
                  language={item.language}
                  formOf={formOf}
                />
              )}
            </div>
          </Card>
        </Columns>
        <Columns>
          <ItemFacts item={item} slug={study.slug} />
          {item.bared && <ItemSeal seal={seal} earlier={earlierSeals} />}
          {declines.length > 0 && <DeclineList declines={declines} />}
          {threads.length > 0 && <ItemQuestions threads={threads} href={paths.threads(study.slug)} />}
          <Card title={t('events')} {...(events.length === 0 ? { note: t('noEvents') } : {})}>
            <EventList events={events} />
          </Card>
        </Columns>
      </div>
    </>
  )
}

const Columns = ({ children }: { children: ReactNode }) => <div className="grid min-w-0 gap-6">{children}</div>
