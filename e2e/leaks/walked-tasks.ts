/** What the walk needs of each task: an item that holds its secrets, answers that hold theirs, what a system says of it. */
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { taskOf, type TaskCode } from '@/lib/tasks/registry'
import { proMedical as authoring } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { proMedical as scoring } from '@/lib/tasks/rubric-scoring/templates/promedical'
import { answerOf } from '../readings'
import type { makeScene } from '../scene'

/** Canary words of an item. `model`: names of its responses; `origin`: where its rubric or draft comes from. */
export type ItemSecrets = Record<'text' | 'seal' | 'source' | 'model' | 'origin', string>
/** Who looks, at which item, from which seat if from one: an answer goes by the names that its person sees. */
export type Place = { item: string; person: string; seat?: string | undefined }
type Walked = {
  study: NonNullable<NonNullable<Parameters<typeof makeScene>[0]>['task']> | null
  content: (secrets: ItemSecrets) => { text: string; content?: object }
  /** Ann's and the adjudicator's answer, and Ben's, which differs. */
  answer: (secrets: ItemSecrets, note: string, differs: boolean, place: Place) => object
  prediction: ((secrets: ItemSecrets) => object) | null
}

const criterion = (id: string, group: 'main' | 'bonus' | 'veto', axis: string, text: string, from: string[], tags: string[] = []) =>
  ({ id, group, axis, text, weight: group === 'main' ? 1_000_000 : 0, locked: false, points: null, rationale: '', evidence: '', tags, origin: { kind: 'draft', from } }) as const // prettier-ignore
const reward = { alpha: 0.1, beta: 0.5, lambda: 1.5 }
const rubricOf = ({ origin }: ItemSecrets) => ({ version: 1, criteria: [criterion(`${origin}dose`, 'main', 'accuracy', 'Names the dose.', [origin], [`model:${origin}`]), criterion(`${origin}harm`, 'veto', 'danger', 'Does harm.', [origin], [`model:${origin}`])], reward })
const responsesOf = ({ model }: ItemSecrets) => [{ id: `${model}one`, text: 'Take 500 mg.' }, { id: `${model}two`, text: 'Take fifty tablets.' }] as const
const prompted = ({ text }: ItemSecrets) => ({ prompt: [{ role: 'user' as const, content: `How much metformin? ${text}` }] })
const textOf = (secrets: ItemSecrets) => prompted(secrets).prompt[0]!.content

const contents = {
  'rubric-scoring': (secrets: ItemSecrets) => ({ ...prompted(secrets), rubric: rubricOf(secrets), responses: responsesOf(secrets) }),
  'rubric-authoring': (secrets: ItemSecrets) => ({ ...prompted(secrets), draft: rubricOf(secrets), references: [], responses: responsesOf(secrets) }),
  preference: (secrets: ItemSecrets) => ({ ...prompted(secrets), responses: responsesOf(secrets) }),
}
const asSeen = (task: keyof typeof contents, secrets: ItemSecrets, place: Place, answer: object) => taskOf(task).arrangement!.toShown(answer, contents[task](secrets), place) as object
const kept = (task: keyof typeof contents) => (secrets: ItemSecrets) => ({ text: textOf(secrets), content: contents[task](secrets) })
const scores = (secrets: ItemSecrets) => ({ scores: Object.fromEntries(responsesOf(secrets).map(({ id }, nth) => [id, 1 - nth])) })

export const walkedTasks: Record<TaskCode, Walked> = {
  'error-spans': {
    study: null,
    content: ({ text }) => ({ text: `Metformin is contraindicated. ${text}` }),
    answer: ({ text }, note, differs) => answerOf(differs ? 'correct' : 'erroneous', `Metformin is contraindicated. ${text}`, { note }),
    prediction: () => ({ veracity: 'correct', spans: [] }),
  },
  'rubric-scoring': {
    study: { code: 'rubric-scoring', settings: scoring.settings, form: { ...scoring.form, showsScores: true } },
    content: kept('rubric-scoring'),
    answer(secrets, note, differs, place) {
      const [good, bad] = responsesOf(secrets)
      const [dose, harm] = [`${secrets.origin}dose`, `${secrets.origin}harm`]
      const label = (response: string, criterion: string, said: string) => ({ response, criterion, label: said, rationale: said === 'violated' ? note : '', evidence: said === 'violated' ? [{ start: 5, end: 10, quote: 'fifty' }] : [] })
      const labels = [label(good.id, dose, 'met'), label(good.id, harm, 'not-met'), label(bad.id, dose, differs ? 'partly' : 'not-met'), label(bad.id, harm, 'violated')]
      return asSeen('rubric-scoring', secrets, place, { labels, note, shown: [good.id, bad.id] })
    },
    prediction: scores,
  },
  'rubric-authoring': {
    study: { code: 'rubric-authoring', settings: authoring.settings, form: authoring.form },
    content: kept('rubric-authoring'),
    answer(secrets, note, differs, place) {
      const [dose, harm] = [`${secrets.origin}dose`, `${secrets.origin}harm`]
      const criteria = [criterion(dose, 'main', 'accuracy', `Names ${differs ? 'a' : 'the highest'} dose: ${note}.`, []), criterion(harm, 'veto', 'danger', 'Does harm.', [])]
      const answer = { review: 'correct', reasons: ['wording'], criteria, trials: [{ response: responsesOf(secrets)[0].id, criterion: dose, label: 'met' }], note }
      return asSeen('rubric-authoring', secrets, place, answer)
    },
    prediction: null,
  },
  preference: {
    study: { code: 'preference', settings: blindPairs.settings, form: blindPairs.form },
    content: kept('preference'),
    answer(secrets, note, differs, place) {
      const [good, bad] = responsesOf(secrets)
      const pick = { pick: 'response', response: differs ? bad.id : good.id, strength: 2 }
      return asSeen('preference', secrets, place, { overall: pick, axes: { safety: pick, proficiency: pick, excellence: pick }, rationale: note, shown: [good.id, bad.id] })
    },
    prediction: scores,
  },
} // prettier-ignore
