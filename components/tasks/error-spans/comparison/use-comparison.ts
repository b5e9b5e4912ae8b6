'use client'
import { useMemo, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useHistory } from '@/components/tasks/use-history'
import type { Draft, Veracity } from '@/lib/tasks/error-spans/judgment'
import { excerpt } from '../excerpt'
import { nextInCycle } from '../span-order'
import type { Compared, NamedPoint } from './compared'
import { choiceAt, judgedErroneous, noErrorAfterAll, none, noneAt, takenAt, takenWhole, type Work } from './decisions'

const noChange = () => {}

/** Which point is looked at, and all that keys and mouse can do with the readings. `say` tells the live region. */
export function useComparison(compared: Compared, work: Work, onChange: ((work: Work) => void) | null, say: (sentence: string) => void) {
  const t = useTranslations('comparison.announce')
  const [activeId, setActiveId] = useState<string | null>(() => compared.points.find(({ agreed }) => !agreed)?.id ?? null)
  const history = useHistory<Work>(work, onChange ?? noChange)
  const change = (edit: (now: Work) => Work, step: string | null = null) => {
    if (onChange) history.change(edit, step)
  }
  const open = compared.points.filter(({ agreed }) => !agreed)

  const pointSentence = (point: NamedPoint): string => {
    const said = point.spans.map((span, nth) => t(span ? 'marked' : 'notMarked', { letter: compared.letters[nth]!, quote: excerpt(span?.quote ?? '') }))
    return t('point', { number: open.indexOf(point) + 1, total: open.length, said: said.join(' ') })
  }

  return {
    activeId,
    change,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    attend: setActiveId,
    choiceAt: (point: NamedPoint) => choiceAt(compared, work, point),
    takeWhole: (letter: string) => {
      const taken = takenWhole(compared, letter)
      if (!taken) return
      change(() => taken)
      say(t('tookWhole', { letter, veracity: t(taken.answer.veracity ?? 'correct'), count: taken.answer.spans.length }))
    },
    /** A letter, or `none`. */
    take: (pointId: string, choice: string) => {
      change((now) => (choice === none ? noneAt(compared, now, pointId) : takenAt(compared, now, pointId, choice)))
      say(choice === none ? t('tookNone') : t('took', { letter: choice }))
    },
    judge: (veracity: Veracity) => {
      change((now) => (veracity === 'correct' ? noErrorAfterAll(compared) : judgedErroneous(compared, now)))
      say(t(veracity === 'correct' ? 'noError' : 'erroneousNow'))
    },
    write: (answer: Draft) => change((now) => ({ ...now, answer }), 'write'),
    travel: (way: 'undo' | 'redo') => {
      history[way]()
      say(t(way === 'undo' ? 'undone' : 'redone'))
    },
    /** The next or previous point of difference; null where there is none. */
    step: (way: 1 | -1): NamedPoint | null => {
      const order = way === 1 ? open : open.toReversed()
      const current = order.find(({ id }) => id === activeId) ?? null
      const point = order.length > 0 ? nextInCycle(order, current) : undefined
      if (!point) return null
      setActiveId(point.id)
      say(pointSentence(point))
      return point
    },
    active: useMemo(() => compared.points.find(({ id }) => id === activeId) ?? null, [compared, activeId]),
  }
}

export type Comparing = ReturnType<typeof useComparison>
