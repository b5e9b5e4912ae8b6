'use client'
import { Gavel } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Switch } from '@/components/ui/switch'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import { causes } from '@/lib/workflow/causes'
import type { AdjudicationDraft } from './adjudication-draft'

/** What every verdict owes, whatever the task: whether the item can be judged at all, why so, and why readers differed where they do. */
export function VerdictForm({
  draft,
  differs,
  problems,
  showProblems,
  pending,
  onChange,
  onGive,
}: {
  draft: AdjudicationDraft
  differs: boolean
  problems: readonly FieldProblem[]
  showProblems: boolean
  pending: boolean
  onChange: (next: Partial<AdjudicationDraft>) => void
  onGive: () => void
}) {
  const t = useTranslations('bench')
  const errorAt = (path: 'cause' | 'rationale') => (showProblems && problems.some((problem) => problem.path === path) ? t(`problems.${path}`) : undefined)
  return (
    <section aria-labelledby="verdict-reasons" className="grid gap-5 border-t border-line pt-5">
      <h2 id="verdict-reasons" className="font-serif text-lg font-semibold">
        {t('verdict.reasons')}
      </h2>
      <Switch
        label={t('verdict.unusableSwitch')}
        hint={t('verdict.unusableHint')}
        checked={draft.outcome === 'unusable'}
        onChange={(event) => onChange({ outcome: event.target.checked ? 'unusable' : 'answer' })}
      />
      {differs ? (
        <RadioGroup
          legend={t('verdict.cause')}
          error={errorAt('cause')}
          value={draft.cause}
          onChange={(cause) => onChange({ cause })}
          options={causes.map((value) => ({ value, label: t(`causes.${value}.name`), hint: t(`causes.${value}.hint`) }))}
        />
      ) : (
        <p className="text-sm text-ink-soft">{t('verdict.agreed')}</p>
      )}
      <Field label={t('verdict.rationale')} hint={t('verdict.rationaleHint')} error={errorAt('rationale')}>
        {(wires) => (
          <TextArea
            {...wires}
            data-field="rationale"
            dir="auto"
            rows={3}
            maxLength={20_000}
            aria-required
            value={draft.rationale}
            onChange={(event) => onChange({ rationale: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-2">
        <Button variant="primary" size="large" icon={<Gavel size={18} aria-hidden />} shortcut="mod+enter" pending={pending} onClick={onGive}>
          {t('room.give')}
        </Button>
        <p className="text-sm text-ink-soft">{t('verdict.final')}</p>
      </div>
    </section>
  )
}
