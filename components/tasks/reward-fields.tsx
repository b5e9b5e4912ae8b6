'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useProblemWords } from '@/components/protocol/use-problem-words'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { RewardSettings } from '@/lib/tasks/rubric/reward'
import { isProvisionalReward } from './is-provisional-reward'

const names = ['alpha', 'beta', 'lambda'] as const

/** What a reward for training follows by. It says so beside values that no source publishes. */
export function RewardFields({ value, problems, onChange }: { value: RewardSettings; problems: ReadonlyMap<string, string>; onChange: (value: RewardSettings) => void }) {
  const t = useTranslations('protocol.reward')
  const problemAt = useProblemWords(problems)
  const [typed, setTyped] = useState<Partial<Record<(typeof names)[number], string>>>({})
  const write = (name: (typeof names)[number], text: string) => {
    setTyped({ ...typed, [name]: text })
    if (text.trim() !== '' && Number.isFinite(Number(text))) onChange({ ...value, [name]: Number(text) })
  }
  return (
    <Card level={3} title={t('title')} note={t('note')} actions={isProvisionalReward(value) && <Badge tone="warn">{t('provisional')}</Badge>}>
      <div className="grid max-w-3xl gap-5 sm:grid-cols-3">
        {names.map((name) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} error={problemAt(`reward.${name}`)}>
            {(wires) => (
              <TextInput
                {...wires}
                type="number"
                inputMode="decimal"
                min={0}
                step="any"
                value={typed[name] ?? String(value[name])}
                onChange={(event) => write(name, event.target.value)}
                onBlur={() => setTyped({ ...typed, [name]: undefined })}
              />
            )}
          </Field>
        ))}
      </div>
    </Card>
  )
}
