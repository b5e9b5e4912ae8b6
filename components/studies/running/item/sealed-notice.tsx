import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Outcome } from '../../setup/outcome'
import { ReasonDialog } from '../reason-dialog'

export type UnsealingShown = { reason: string; at: Date; by: string | null }

/** That names and judgments are sealed, who has looked nevertheless and why, and the way to do so. `unseal` null: nothing to unseal. */
export function SealedNotice({
  unsealings,
  unseal,
}: {
  unsealings: readonly UnsealingShown[]
  unseal: ((reason: string) => Promise<Outcome<unknown>>) | null
}) {
  const t = useTranslations('items.history')
  const looked = unsealings.length > 0 && (
    <ul className="mt-2 grid gap-1 text-sm">
      {unsealings.map(({ reason, at, by }, nth) => (
        <li key={nth}>
          {t('unsealings')} {by ?? t('someone')}, <AbsoluteTime at={at} />: {reason}
        </li>
      ))}
    </ul>
  )
  if (!unseal) return looked ? <Notice tone="warn">{looked}</Notice> : null
  return (
    <Notice
      title={t('sealedTitle')}
      action={
        <ReasonDialog
          trigger={<Button size="small">{t('unseal.action')}</Button>}
          title={t('unseal.title')}
          body={t('unseal.body')}
          confirmLabel={t('unseal.confirm')}
          act={unseal}
        />
      }
    >
      {t('sealedBody')}
      {looked}
    </Notice>
  )
}
