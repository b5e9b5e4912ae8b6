'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { BoardVerbs } from './board'
import type { BoardShown } from './board-shown'

/** Where scores stand by earlier rules than the present ones: which, and an admin's way to have them computed anew. */
export function RulesNotice({ releaseId, split, match, rules, admin, anew }: Pick<BoardShown, 'releaseId' | 'split' | 'match' | 'rules' | 'admin'> & Pick<BoardVerbs, 'anew'>) {
  const t = useTranslations('board.rules')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [begun, setBegun] = useState(false)
  if (rules.shown >= rules.present && rules.waiting === 0) return null
  const begin = async () => {
    setBusy(true)
    const outcome = await reached(anew({ releaseId, split, match }))
    setBusy(false)
    setFailure(outcome.ok ? null : outcome.failure)
    setBegun(outcome.ok)
    router.refresh()
  }
  const button = (
    <Button size="small" pending={busy} onClick={() => void begin()}>
      {t('anew')}
    </Button>
  )
  return (
    <Notice tone="warn" live={begun} {...(admin && !begun ? { action: button } : {})}>
      {begun ? t('begun') : rules.shown < rules.present ? t('earlier', rules) : t('waiting', { count: rules.waiting })}
      {failure && <p>{sentence(failure)}</p>}
    </Notice>
  )
}
