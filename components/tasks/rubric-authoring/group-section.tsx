'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Button } from '@/components/ui/button'
import type { FieldProblem } from '@/lib/errors'
import type { Group } from '@/lib/tasks/rubric/groups'
import { inGroup } from '@/lib/tasks/rubric/groups'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { addKeys } from './authoring-keys'
import { CriterionCard } from './criterion-card'
import type { Authoring } from './use-authoring'
import { WeightSum } from './weight-sum'

/** One of the three groups, what it counts, and the way to add to it. */
export function GroupSection({ group, form, byPoints, readOnly, language, problems, authoring }: { group: Group; form: Form; byPoints: boolean; readOnly: boolean; language: string | null; problems: readonly FieldProblem[]; authoring: Authoring }) {
  const t = useTranslations('rubric-authoring')
  const sentence = useProblemSentence('rubric-authoring')
  const own = inGroup(authoring.laidOut, group)
  return (
    <section
      aria-labelledby={`group-${group}`}
      className="grid gap-2"
      onDragOver={(event) => event.dataTransfer.types.includes('text/criterion') && event.preventDefault()}
      onDrop={(event) => {
        const dragged = event.dataTransfer.getData('text/criterion')
        if (dragged && !event.defaultPrevented) authoring.drop(dragged, group, null)
      }}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`group-${group}`} className="me-auto font-medium">
          {t(byPoints ? `signed.${group}` : `groups.${group}`)} <span className="font-normal text-ink-soft tabular-nums">{own.length}</span>
        </h3>
        {group === 'main' && !byPoints && own.length > 0 && (
          <WeightSum criteria={authoring.criteria} error={sentence(problems.find(({ path }) => path === 'weights'))} onNormalise={readOnly ? null : authoring.normalise} />
        )}
      </div>
      <p className="-mt-1 text-sm text-ink-soft">{t(byPoints ? `signedHint.${group}` : `groupHint.${group}`)}</p>
      {own.length > 0 && (
        <ol className="grid gap-2">
          {own.map((criterion) => (
            <CriterionCard
              key={criterion.id}
              {...{ criterion, form, byPoints, readOnly, language, authoring }}
              place={authoring.placeOf(criterion.id)}
              problems={problems.filter(({ path }) => path === `criteria.${criterion.id}` || path.startsWith(`criteria.${criterion.id}.`))}
            />
          ))}
        </ol>
      )}
      {!readOnly && (
        <div>
          <Button size="small" icon={<Plus size={15} aria-hidden />} shortcut={addKeys[group]} onClick={() => authoring.addTo(group)}>
            {t(byPoints ? `addSigned.${group}` : `add.${group}`)}
          </Button>
        </div>
      )}
    </section>
  )
}
