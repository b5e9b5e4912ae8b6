import type { Label } from '../rubric/scores'
import type { Disagreement } from '../task'
import { keyOf } from './problems'
import type { Judgment } from './judgment'
import type { Point } from './points'
import type { Settings } from './settings'

/**
 * The disagreement rule, criterion by criterion: readings differ on a criterion of a response when one of them says nothing of
 * it, or their labels lie further apart than the study tolerates. Met, partly and not met are half a step apart each; whether
 * something applies, and whether a veto is violated, is never a matter of degree. Rationales and evidence open no dispute.
 * Points by response and criterion, in code-unit order.
 */
export function disagreement(judgments: readonly Judgment[], settings: Settings): Disagreement<Point> {
  const said = judgments.map(({ labels }) => new Map(labels.map((label) => [keyOf(label.response, label.criterion), label])))
  const subjects = new Map(judgments.flatMap(({ labels }) => labels.map(({ response, criterion }) => [keyOf(response, criterion), { response, criterion }])))
  const points = [...subjects].map(([key, subject]): Point => {
    const labels = said.map((own) => own.get(key) ?? null)
    return {
      kind: 'label',
      ...subject,
      agreed: agree(labels.map((one) => one?.label ?? null), settings),
      said: labels.map((one) => one && { label: one.label, rationale: one.rationale, evidence: one.evidence }),
    } // prettier-ignore
  })
  points.sort((a, b) => compare(a.response, b.response) || compare(a.criterion, b.criterion))
  return { disputed: points.some(({ agreed }) => !agreed), points }
}

/** Half steps above "not met"; undefined for what is not of degree. */
export const degreeOf: Partial<Record<Label, number>> = { 'not-met': 0, partly: 1, met: 2 }

function agree(labels: readonly (Label | null)[], { tolerance }: Settings): boolean {
  if (new Set(labels).size <= 1) return labels[0] !== null
  const degrees = labels.map((label) => (label === null ? undefined : degreeOf[label]))
  if (tolerance === 'exact' || degrees.includes(undefined)) return false
  const known = degrees.filter((degree) => degree !== undefined)
  return Math.max(...known) - Math.min(...known) <= 1
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
