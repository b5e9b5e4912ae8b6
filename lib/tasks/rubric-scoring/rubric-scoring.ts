import { textOfPrompt } from '../conversation/prompt'
import { genericTask, type Task } from '../task'
import { arrangement } from './arrangement'
import { asGiven } from './as-given'
import { contentFields } from './content'
import { disagreement } from './disagreement'
import { emptyDraft } from './empty-draft'
import { formSchema } from './form'
import { formats } from './formats/formats'
import { metaEvaluation } from './formats/meta-evaluation'
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
import { revision } from './revision'
import { evaluation } from './score/evaluation'
import { settingsSchema } from './settings'
import { stillSaid } from './still-said'
import { healthBench } from './templates/healthbench'
import { proMedical } from './templates/promedical'

/** Which criteria of its rubric each response meets, without knowing whose it is. */
export const rubricScoring: Task = genericTask({
  code: 'rubric-scoring',
  name: { en: 'Rubric scoring', 'zh-CN': '细则评分' },
  hubTasks: ['text-classification', 'reinforcement-learning'],
  contentFields,
  textOf: ({ prompt }) => textOfPrompt(prompt),
  arrangement,
  settings: settingsSchema,
  usualSettings: { tolerance: 'exact' },
  form: formSchema,
  draft: draftSchema,
  judgment: judgmentSchema,
  emptyDraft,
  problems,
  disagreement,
  merge,
  succession: null,
  // Evidence lies in the responses and not in the text that stands for the item; the database holds it against them.
  anchors: () => [],
  imports,
  templates: [proMedical, healthBench],
  evaluation,
  verdictRecord,
  readingRecord,
  formats,
  readingFormats: [metaEvaluation],
  labels,
  labelsFrom: ['rubric'],
  recordSchema,
  agreement: readerAgreement,
  rated,
  draftReview: null,
  steadiness: null,
  revision,
  stillSaid,
  asGiven,
  axes: ({ axes = [] }) => axes,
  pairwise,
})
