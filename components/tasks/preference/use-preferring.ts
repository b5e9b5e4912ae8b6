'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useHistory } from '@/components/tasks/use-history'
import type { Form } from '@/lib/tasks/preference/form'
import type { Choice, Draft } from '@/lib/tasks/preference/judgment'
import type { Response } from '@/lib/tasks/conversation/responses'
import type { AnswerOf } from '@/lib/tasks/task'
import { choiceAt, chosen, explained, nextQuestion, openStep, questionsOf, strengthened, withChoice, type Edit, type Question, type Step } from './choices'

/** Which question is asked, and all that keys and mouse can answer. */
export function usePreferring({
  responses,
  form,
  draft,
  onChange,
  readOnly,
  of = 'judgment',
}: {
  responses: readonly Response[]
  form: Form
  draft: Draft
  onChange: (draft: Draft) => void
  readOnly: boolean
  /** A verdict has a rationale of its own, elsewhere on the page. */
  of?: AnswerOf
}) {
  const t = useTranslations('preference')
  const history = useHistory(draft, onChange)
  const questions = questionsOf(form)
  const [active, setActive] = useState<Question>(() => questions.find((question) => openStep(draft, question, form) !== null) ?? null)
  const [again, setAgain] = useState(false)
  const [said, say] = useState('')
  const wantedRef = useRef<'question' | 'rationale' | null>(null)
  /** Digits choose a response first and then say how strongly; going back to a question they choose again. */
  const step: Step = !again && openStep(draft, active, form) === 'strength' ? 'strength' : 'choice'

  const attend = (question: Question, focus = true) => {
    setActive(question)
    setAgain(true)
    wantedRef.current = focus ? 'question' : null
  }
  const settle = (next: Draft) => {
    setAgain(false)
    if (openStep(next, active, form) !== null) return
    const question = nextQuestion(next, active, form)
    if (question !== undefined) {
      setActive(question)
      wantedRef.current = 'question'
    } else if (of === 'judgment' && form.rationale === 'required' && next.rationale.trim() === '') wantedRef.current = 'rationale'
    else say(t('announce.allAnswered'))
  }
  const press = (edit: Edit, sentence: string) => {
    if (readOnly) return
    const next = edit(draft)
    history.change(() => next)
    say(sentence)
    settle(next)
  }
  const pickByKey = (pick: Choice['pick'], response: string | null, sentence: string) => press(chosen(active, pick, response), sentence)

  return {
    questions, active, step, said, wantedRef, history, attend,
    move: (by: 1 | -1) => attend(questions[Math.min(Math.max(questions.indexOf(active) + by, 0), questions.length - 1)] ?? null),
    digit: (digit: number) => {
      if (step === 'strength') {
        if (digit <= (form.strength?.levels.length ?? 0)) press(strengthened(active, digit), t('announce.strength', { level: digit }))
        return
      }
      const response = responses[digit - 1]
      if (response) pickByKey('response', response.id, t('response', { number: digit }))
    },
    tie: () => form.tie && pickByKey('tie', null, t('tie')),
    allBad: () => form.allBad && pickByKey('all-bad', null, t('allBad')),
    /** By mouse: stays where it is. */
    choose: (question: Question, pick: Choice['pick'], response: string | null) => {
      history.change(chosen(question, pick, response))
      setActive(question)
      setAgain(false)
    },
    /** What a reading says, as it is. */
    take: (question: Question, choice: Choice) => {
      history.change(withChoice(question, choice))
      setActive(question)
    },
    strengthen: (question: Question, level: number) => {
      history.change(strengthened(question, level))
      setActive(question)
    },
    explain: (rationale: string) => history.change(explained(rationale), 'rationale'),
    toRationale: () => {
      wantedRef.current = 'rationale'
      setAgain((before) => !before)
    },
    choiceOf: (question: Question) => choiceAt(draft, question),
  } // prettier-ignore
}

export type Preferring = ReturnType<typeof usePreferring>
