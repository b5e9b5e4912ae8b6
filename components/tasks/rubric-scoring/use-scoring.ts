'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { useHistory } from '@/components/tasks/use-history'
import type { Label } from '@/lib/tasks/rubric/scores'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft, Evidence } from '@/lib/tasks/rubric-scoring/judgment'
import { offered } from '@/lib/tasks/rubric-scoring/problems'
import type { Point } from '@/lib/tasks/rubric-scoring/points'
import { wantsQuotes } from '@/lib/tasks/rubric-scoring/wanted-words'
import { cellsOf, movedCell, nextOpen, saidAt, type Cell, type Way } from './cells'
import { labelWord } from './label-keys'
import { openParts } from './open-parts'
import { explained, labelled, noted, quoted, taken, unquoted } from './scoring-changes'

/** What is to have the focus when what was asked for is on the page. */
export type Wanted = 'cell' | 'rationale' | 'marking' | null

/** Which cell is judged, in which order they come, and all that keys and mouse can do. */
export function useScoring({
  content,
  form,
  draft,
  onChange,
  readOnly,
  only,
}: {
  content: Content
  form: Form
  draft: Draft
  onChange: (draft: Draft) => void
  readOnly: boolean
  /** Where an adjudicator is asked: the cells that readings differ on, instead of all of them. */
  only?: readonly Cell[]
}) {
  const t = useTranslations('rubric-scoring')
  const history = useHistory(draft, onChange)
  const [way, setWay] = useState<Way>('response')
  const cells = useMemo(() => only ?? cellsOf(content, way), [content, way, only])
  const [active, setActive] = useState<Cell | null>(() => nextOpen(cells, null, (cell) => openParts(saidAt(draft, cell), form).length > 0) ?? cells[0] ?? null)
  const [marking, setMarking] = useState<Cell | null>(null)
  const [said, say] = useState('')
  const wantedRef = useRef<Wanted>(null)
  const criterionOf = useMemo(() => new Map(content.rubric.criteria.map((criterion) => [criterion.id, criterion])), [content])
  const numberOf = useMemo(() => new Map(content.responses.map(({ id }, nth) => [id, nth + 1])), [content])
  const isOpen = (now: Draft) => (cell: Cell) => openParts(saidAt(now, cell), form).length > 0

  const attend = (cell: Cell | null, focus: Wanted = 'cell') => {
    setActive(cell)
    if (cell && (marking?.response !== cell.response || marking.criterion !== cell.criterion)) setMarking(null)
    wantedRef.current = focus
    const criterion = cell && criterionOf.get(cell.criterion)
    if (criterion && focus === 'cell') say(t('announce.at', { number: numberOf.get(cell.response) ?? 0, text: criterion.text }))
  }
  /** On to what is still open, from the next cell on; where nothing is, it stays and says so. */
  const advance = (now: Draft, from: Cell) => {
    const next = nextOpen(cells, from, isOpen(now))
    if (next) attend(next)
    else {
      attend(from, 'cell')
      say(t('announce.allJudged'))
    }
  }
  const startMarking = (cell: Cell) => {
    setActive(cell)
    setMarking(cell)
    wantedRef.current = 'marking'
  }
  /** After something was said of a cell by key: to what it still owes, or on. */
  const settle = (now: Draft, cell: Cell) => {
    const [first] = openParts(saidAt(now, cell), form)
    if (first === 'rationale') attend(cell, 'rationale')
    else if (first === 'evidence') startMarking(cell)
    else if (!first) advance(now, cell)
  }

  return {
    way, cells, active, marking, said, wantedRef, history, criterionOf, numberOf,
    attend,
    startMarking,
    /** By key: where there is a violation to show, or still may be. */
    mark: () => {
      const label = active && saidAt(draft, active)?.label
      const group = active && criterionOf.get(active.criterion)?.group
      if (active && (label ? wantsQuotes(label) : group === 'veto')) startMarking(active)
    },
    turn: (next: Way) => {
      setWay(next)
      wantedRef.current = 'cell'
      say(t(`way.announce.${next}`))
    },
    step: (by: number) => attend(movedCell(cells, active, by)),
    seek: (way: 1 | -1) => {
      const next = nextOpen(cells, active, isOpen(draft), way)
      if (next) attend(next)
      else say(t('announce.allJudged'))
    },
    toResponse: (nth: number) => {
      const response = content.responses[nth]
      if (response && active) attend({ response: response.id, criterion: active.criterion })
    },
    /** By mouse: stays where it is. */
    label: (cell: Cell, label: Label) => {
      history.change(labelled(cell, label, form))
      setActive(cell)
    },
    /** By key: goes on. */
    press: (label: Label) => {
      const criterion = active && criterionOf.get(active.criterion)
      if (readOnly || !active || !criterion || !offered(criterion.group, form).includes(label)) return
      const next = labelled(active, label, form)(draft)
      history.change(() => next)
      say(t(`labels.${labelWord(label, criterion.group)}`))
      settle(next, active)
    },
    explain: (cell: Cell, rationale: string) => history.change(explained(cell, rationale), `${cell.response} ${cell.criterion}`),
    /** What one of the readings of the cell says, as it is. */
    take: (cell: Cell, said: Omit<Draft['labels'][number], 'response' | 'criterion'>, readings: Point['said']) => {
      const next = taken(cell, said, readings)(draft)
      history.change(() => next)
      settle(next, cell)
    },
    /** The reason is written. */
    explained: (cell: Cell) => settle(draft, cell),
    quote: (cell: Cell, place: Evidence) => {
      const next = quoted(cell, place)(draft)
      history.change(() => next)
      setMarking(null)
      settle(next, cell)
    },
    unquote: (cell: Cell, nth: number) => history.change(unquoted(cell, nth)),
    stopMarking: () => {
      setMarking(null)
      wantedRef.current = 'cell'
    },
    note: (note: string) => history.change(noted(note), 'note'),
  } // prettier-ignore
}

export type Scoring = ReturnType<typeof useScoring>
