'use client'
import { useTranslations } from 'next-intl'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Badge } from '@/components/ui/badge'
import type { FieldProblem } from '@/lib/errors'
import { countsByPoints } from '@/lib/tasks/rubric/counts-by-points'
import { groups, inGroup } from '@/lib/tasks/rubric/groups'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { CellFields } from './cell-fields'
import { cellPath, sameCell, saidAt } from './cells'
import { CriterionHead } from './criterion-head'
import { groupWord } from './label-keys'
import type { Scoring } from './use-scoring'

const tones = { main: 'neutral', bonus: 'good', veto: 'danger' } as const

/** The rubric, group by group, with what is said: of one response at a time, or of all of them criterion by criterion. */
export function CriterionList({
  content,
  form,
  draft,
  scoring,
  problems,
  readOnly,
  language,
}: {
  content: Content
  form: Form
  draft: Draft
  scoring: Scoring
  problems: readonly FieldProblem[]
  readOnly: boolean
  language: string | null
}) {
  const t = useTranslations('rubric-scoring')
  const sentence = useProblemSentence('rubric-scoring')
  const { way, active } = scoring
  const byPoints = countsByPoints(content.rubric)
  const responses = way === 'response' ? content.responses.filter(({ id }) => id === (active?.response ?? content.responses[0]?.id)) : content.responses
  return (
    <div className="grid gap-6">
      {groups.map((group) => {
        const criteria = inGroup(content.rubric.criteria, group)
        return (
          criteria.length > 0 && (
            <section key={group} aria-labelledby={`group-${group}`} className="grid gap-2.5">
              <h3 id={`group-${group}`} className="flex items-center gap-2 font-medium">
                {t(groupWord(group, byPoints))} {!byPoints && <Badge tone={tones[group]}>{t(`axes.${group}`)}</Badge>}
              </h3>
              <ol className="grid gap-2.5">
                {criteria.map((criterion) => (
                  <li key={criterion.id} className="grid gap-2.5 rounded-lg border border-line bg-surface p-3">
                    <CriterionHead {...{ criterion, byPoints, language }} axes={form.axes} />
                    {responses.map(({ id }) => {
                      const cell = { response: id, criterion: criterion.id }
                      const path = cellPath(cell)
                      return (
                        <CellFields
                          key={id}
                          {...{ cell, criterion, form, readOnly, language, scoring }}
                          number={scoring.numberOf.get(id) ?? 0}
                          named={responses.length > 1}
                          said={saidAt(draft, cell)}
                          active={active !== null && sameCell(active, cell)}
                          errorAt={(part) => sentence(problems.find((problem) => problem.path === (part ? `${path}.${part}` : path)))}
                        />
                      )
                    })}
                  </li>
                ))}
              </ol>
            </section>
          )
        )
      })}
    </div>
  )
}
