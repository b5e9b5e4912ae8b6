'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useHistory } from '@/components/tasks/use-history'
import { randomUuid } from '@/components/ui/random-uuid'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { groups, inGroup, type Group } from '@/lib/tasks/rubric/groups'
import type { Label } from '@/lib/tasks/rubric/scores'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { criteriaOf } from '@/lib/tasks/rubric-authoring/criteria-of'
import { duplicated, moved, normalised, type Criteria } from '@/lib/tasks/rubric-authoring/edit-rubric'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { hintsFor } from '@/lib/tasks/rubric-authoring/hints'
import type { Draft, Review } from '@/lib/tasks/rubric-authoring/judgment'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import { added, blank, divided, joined, reasoned, regrouped, removed, reviewed, rewritten, seamOf, stepped, written } from './authoring-changes'

/** Where the focus is wanted next: a criterion's card, or its words. */
export type Wanted = { id: string; part: 'card' | 'text'; atStart?: boolean }

/** All that keys, mouse and finger can do to a rubric, and which criterion is looked at. Knows nothing of layout. */
export function useAuthoring({ content, settings, form, draft, onChange, readOnly }: { content: Content; settings: Settings; form: Form; draft: Draft; onChange: (draft: Draft) => void; readOnly: boolean }) {
  const t = useTranslations('rubric-authoring.announce')
  const history = useHistory(draft, onChange)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [said, setSaid] = useState('')
  const criteria = criteriaOf(draft, content)
  // The sign of points decides the group: a card that followed it at once would take the focus along, and the digits yet to be typed.
  const [held, setHeld] = useState<{ id: string; group: Group } | null>(null)
  const laidOut = useMemo(() => (held ? criteria.map((one) => (one.id === held.id ? { ...one, group: held.group } : one)) : criteria), [criteria, held])
  const inOrder = useMemo(() => groups.flatMap((group) => inGroup(laidOut, group)), [laidOut])
  const hints = useMemo(() => hintsFor(inOrder), [inOrder])
  const say = useCallback((sentence: string) => setSaid((before) => (before === sentence ? `${sentence}\u00a0` : sentence)), [])
  const active = criteria.find(({ id }) => id === activeId) ?? null

  const rewrite = (edit: (now: Criteria) => Criterion[], step: string | null = null) => {
    if (!readOnly) history.change(rewritten({ content, settings }, edit), step)
  }
  const attend = (id: string, part: Wanted['part'] | null = null) => {
    setActiveId(id)
    setHeld((now) => (now?.id === id ? now : null))
    if (part) setWanted({ id, part })
  }
  const add = (group: Group, after: string | null) => {
    const id = randomUuid()
    rewrite(added(blank(id, group, settings.counting === 'points' ? (group === 'veto' ? -5 : 5) : null), after))
    attend(id, 'text')
    say(t('added'))
  }
  const letGo = () => {
    const one = criteria.find(({ id }) => id === held?.id)
    setHeld(null)
    if (one && one.group !== held?.group) say(t(`toSigned.${one.group === 'veto' ? 'veto' : 'main'}`))
  }
  const placeOf = (id: string) => inOrder.findIndex((one) => one.id === id) + 1
  return {
    criteria,
    /** As they stand on the page. */
    laidOut,
    inOrder,
    hints,
    active,
    wanted,
    settleWanted: () => setWanted(null),
    said,
    history,
    attend,
    write: (id: string, some: Partial<Criterion>, step: string | null = null) => rewrite(written(id, some), step),
    review: (review: Review) => {
      if (readOnly) return
      history.change(reviewed(review))
      say(t(review))
    },
    reason: (code: string, on: boolean) => history.change(reasoned(code, on)),
    note: (note: string) => history.change((now) => ({ ...now, note }), 'note'),
    add,
    /** As the last of its group, whatever is looked at. */
    addTo: (group: Group) => add(group, inGroup(criteria, group).at(-1)?.id ?? null),
    remove: (id: string) => {
      const at = inOrder.findIndex((one) => one.id === id)
      const next = inOrder[at + 1] ?? inOrder[at - 1]
      rewrite(removed(id))
      setHeld(null)
      if (next) attend(next.id, 'card')
      say(t('removed'))
    },
    step: (way: 1 | -1) => {
      const at = active ? inOrder.findIndex(({ id }) => id === active.id) : way === 1 ? -1 : inOrder.length
      const next = inOrder[at + way]
      if (next) attend(next.id, 'card')
    },
    /** While its points are written, a criterion stays in its place. */
    hold: (id: string, group: Group) => setHeld({ id, group }),
    letGo,
    shift: (id: string, way: 1 | -1, part: Wanted['part'] = 'card') => {
      setHeld(null)
      const next = stepped(criteria, id, way)
      if (!next) return say(t('noFurther'))
      rewrite(() => next)
      attend(id, part)
      say(t('moved', { place: groups.flatMap((group) => inGroup(next, group)).findIndex((one) => one.id === id) + 1, total: next.length }))
    },
    toGroup: (id: string, group: Group) => {
      rewrite(regrouped(form, id, { group, before: null }))
      attend(id, 'card')
      say(t(`to.${group}`))
    },
    /** `name`: as it is said. */
    toAxis: (id: string, axis: string, name: string) => {
      rewrite(written(id, { axis }))
      say(name)
    },
    drop: (id: string, group: Group, before: string | null) => {
      // Where points count, their sign says the group, so that a drop elsewhere changes nothing of it.
      if (id !== before) rewrite(settings.counting === 'points' ? (now) => moved(now, id, { group, before }) : regrouped(form, id, { group, before }))
    },
    duplicate: (id: string) => {
      const copy = randomUuid()
      rewrite((now) => duplicated(now, id, copy))
      attend(copy, 'text')
      say(t('duplicated'))
    },
    divide: (id: string, at?: number) => {
      const one = criteria.find((each) => each.id === id)
      if (!one) return
      const ids = [randomUuid(), randomUuid()] as const
      rewrite(divided(id, at === undefined ? seamOf(one.text) : { end: at, next: at }, ids))
      setActiveId(ids[1])
      setWanted({ id: ids[1], part: 'text', atStart: true })
      say(t('split'))
    },
    join: (id: string) => {
      const made = randomUuid()
      const next = joined(criteria, id, made)
      if (!next) return say(t('nothingAbove'))
      rewrite(() => next)
      attend(made, 'text')
      say(t('merged'))
    },
    normalise: () => {
      const next = normalised(criteria)
      if (typeof next === 'string') return say(t(next))
      rewrite(() => next)
      say(t('normalised'))
    },
    attempt: (response: string, criterion: string, label: Label | null) =>
      history.change((now) => ({
        ...now,
        trials: [...now.trials.filter((one) => one.response !== response || one.criterion !== criterion), ...(label === null ? [] : [{ response, criterion, label }])],
      })),
    placeOf,
  }
}

export type Authoring = ReturnType<typeof useAuthoring>
