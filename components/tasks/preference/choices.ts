import type { Form } from '@/lib/tasks/preference/form'
import type { Choice, Draft } from '@/lib/tasks/preference/judgment'

/** What is asked: overall (null), or on an axis by its code. */
export type Question = string | null
/** What is asked of a question first, and then. */
export type Step = 'choice' | 'strength'
export type Edit = (draft: Draft) => Draft

export const questionsOf = (form: Form): Question[] => [null, ...form.axes.map(({ code }) => code)]
export const questionPath = (question: Question): string => (question === null ? 'overall' : `axes.${question}`)
export const choiceAt = (draft: Draft, question: Question): Choice | null => (question === null ? draft.overall : (draft.axes[question] ?? null))

export const withChoice =
  (question: Question, choice: Choice | null): Edit =>
  (draft) => {
    if (question === null) return { ...draft, overall: choice }
    const { [question]: _, ...others } = draft.axes
    return { ...draft, axes: choice ? { ...others, [question]: choice } : others }
  }

/** A choice anew: how strong it is has to be said again. The same choice twice is no change. */
export const chosen =
  (question: Question, pick: Choice['pick'], response: string | null): Edit =>
  (draft) => {
    const before = choiceAt(draft, question)
    return before?.pick === pick && before.response === response ? draft : withChoice(question, { pick, response, strength: null })(draft)
  }

export const strengthened =
  (question: Question, strength: number): Edit =>
  (draft) => {
    const before = choiceAt(draft, question)
    return before?.pick === 'response' && before.strength !== strength ? withChoice(question, { ...before, strength })(draft) : draft
  }

export const explained = (rationale: string): Edit => (draft) => ({ ...draft, rationale })

/** What a question still asks for; null when it is answered. An axis that nobody has to answer asks all the same. */
export function openStep(draft: Draft, question: Question, form: Form): Step | null {
  const choice = choiceAt(draft, question)
  if (!choice) return 'choice'
  return choice.pick === 'response' && form.strength && choice.strength === null ? 'strength' : null
}

/** The next question that asks for something, from the one after on and round the end; undefined where none does. */
export function nextQuestion(draft: Draft, from: Question, form: Form): Question | undefined {
  const questions = questionsOf(form)
  const at = questions.indexOf(from)
  return [...questions.slice(at + 1), ...questions.slice(0, at + 1)].find((question) => openStep(draft, question, form) !== null)
}
