import type { Message } from '../../conversation/prompt'
import type { Response } from '../../conversation/responses'
import type { JsonObject } from '../../task'
import { asPreference } from '../formats/preference-record'
import type { Choice } from '../judgment'
import type { Prediction } from './prediction'
import { onAxis } from './tally-of'

/** One item of an error browser: which response is better beside what a system scored them, on the whole (`axis` null) and by axis. */
export type ShownPreference = {
  prompt: Message[]
  responses: Response[]
  choices: { axis: string | null; is: Choice; scores: (number | null)[] }[]
}

export function shown(record: JsonObject, prediction: Prediction | undefined): ShownPreference {
  const { prompt, responses, overall } = asPreference(record)
  const scoresIn = (scores: Prediction['scores'] = {}) => responses.map(({ id }) => (Object.hasOwn(scores, id) ? scores[id]! : null))
  const axes = record['axes'] as unknown as Record<string, Choice>
  return {
    prompt,
    responses,
    choices: [
      { axis: null, is: overall!, scores: scoresIn(prediction?.scores) },
      ...Object.keys(axes).sort().map((axis) => ({ axis, is: axes[axis]!, scores: scoresIn(onAxis(prediction, axis)) })),
    ],
  } // prettier-ignore
}
