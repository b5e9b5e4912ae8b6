import { textOfPrompt } from '../conversation/prompt'
import { genericTask, type Task } from '../task'
import { arrangement } from './arrangement'
import { contentFields } from './content'
import { disagreement } from './disagreement'
import { draftReview } from './draft-review'
import { emptyDraft } from './empty-draft'
import { formSchema } from './form'
import { formats } from './formats/formats'
import { imports } from './imports/imports'
import { draftSchema, judgmentSchema } from './judgment'
import { labels } from './labels'
import { merge } from './merge'
import { problems } from './problems'
import { rated } from './rated'
import { readerAgreement } from './reader-agreement'
import { readingRecord, verdictRecord } from './record'
import { recordSchema } from './record-schema'
import { settingsSchema } from './settings'
import { succession } from './succession'
import { healthBench } from './templates/healthbench'
import { proMedical } from './templates/promedical'

/** What a good answer to an instruction has to do, written by physicians or corrected from a model's draft. */
export const rubricAuthoring: Task = genericTask({
  code: 'rubric-authoring',
  name: { en: 'Rubric authoring', 'zh-CN': '细则撰写' },
  hubTasks: ['text-generation', 'reinforcement-learning'],
  contentFields,
  textOf: ({ prompt }) => textOfPrompt(prompt),
  arrangement,
  settings: settingsSchema,
  usualSettings: proMedical.settings,
  form: formSchema,
  draft: draftSchema,
  judgment: judgmentSchema,
  emptyDraft,
  problems,
  disagreement,
  merge,
  succession,
  anchors: () => [],
  templates: [proMedical, healthBench],
  imports,
  evaluation: null,
  verdictRecord,
  readingRecord,
  formats,
  readingFormats: [],
  labels,
  labelsFrom: [],
  recordSchema,
  agreement: readerAgreement,
  rated,
  draftReview,
  steadiness: null,
  revision: null,
  stillSaid: null,
  asGiven: null,
  axes: ({ axes }) => axes,
  pairwise: null,
})
