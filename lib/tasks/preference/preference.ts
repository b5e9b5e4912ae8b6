import { textOfPrompt } from '../conversation/prompt'
import { genericTask, type Task } from '../task'
import { arrangement } from './arrangement'
import { contentFields } from './content'
import { disagreement } from './disagreement'
import { emptyDraft } from './empty-draft'
import { formSchema } from './form'
import { formats } from './formats/formats'
import { draftSchema, judgmentSchema } from './judgment'
import { imports } from './imports'
import { labels } from './labels'
import { merge } from './merge'
import { pairwise } from './pairwise'
import { problems } from './problems'
import { rated } from './rated'
import { readerAgreement } from './reader-agreement'
import { readingRecord, verdictRecord } from './record'
import { recordSchema } from './record-schema'
import { evaluation } from './score/evaluation'
import { settingsSchema } from './settings'
import { steadiness } from './steadiness'
import { blindPairs } from './templates/blind-pairs'

/** Which of several responses is better, without knowing whose they are. */
export const preference: Task = genericTask({
  code: 'preference',
  name: { en: 'Preference', 'zh-CN': '偏好比较' },
  hubTasks: ['text-ranking', 'reinforcement-learning'],
  contentFields,
  textOf: ({ prompt }) => textOfPrompt(prompt),
  arrangement,
  settings: settingsSchema,
  usualSettings: { counts: 'overall', strengthApart: null },
  form: formSchema,
  draft: draftSchema,
  judgment: judgmentSchema,
  emptyDraft,
  problems,
  disagreement,
  merge,
  succession: null,
  // Nothing of it quotes the text.
  anchors: () => [],
  imports,
  templates: [blindPairs],
  evaluation,
  verdictRecord,
  readingRecord,
  formats,
  readingFormats: [],
  labels,
  labelsFrom: [],
  recordSchema,
  agreement: readerAgreement,
  rated,
  draftReview: null,
  steadiness,
  revision: null,
  stillSaid: null,
  asGiven: null,
  axes: ({ axes }) => axes,
  pairwise,
})
