import { genericTask, type Task } from '../task'
import { contentFields } from './content'
import { disagreement } from './disagreement'
import { formats } from './formats/formats'
import { formSchema } from './form'
import { emptyDraft } from './empty-draft'
import { draftSchema, judgmentSchema } from './judgment'
import { labels } from './labels'
import { merge } from './merge'
import { problems } from './problems'
import { rated } from './rated'
import { readerAgreement } from './reader-agreement'
import { readingRecord, verdictRecord } from './record'
import { evaluation } from './score/evaluation'
import { recordSchema } from './record-schema'
import { settingsSchema } from './settings'
import { medec } from './templates/medec'
import { medfact } from './templates/medfact'

/** Is a text correct, and if not, where exactly is it wrong and how. */
export const errorSpans: Task = genericTask({
  code: 'error-spans',
  name: { en: 'Error spans', 'zh-CN': '错误片段' },
  hubTasks: ['text-classification', 'token-classification'],
  contentFields,
  textOf: ({ text }) => text,
  arrangement: null,
  settings: settingsSchema,
  usualSettings: { errorsPerText: 'any', tolerance: { overlap: 0.5 } },
  form: formSchema,
  draft: draftSchema,
  judgment: judgmentSchema,
  emptyDraft,
  problems,
  disagreement,
  merge,
  succession: null,
  anchors: (draft) => draft.spans.map(({ id, start, end, quote }) => ({ id, start, end, quote })),
  templates: [medfact, medec],
  imports: { shared: ['native', 'csv', 'medec', 'medrect', 'plain'], records: [] },
  evaluation,
  verdictRecord,
  readingRecord,
  formats,
  readingFormats: [],
  labels,
  labelsFrom: [],
  recordSchema,
  // Nothing wrong and nothing flagged, or an error found in its place.
  agreement: readerAgreement,
  rated,
  draftReview: null,
  steadiness: null,
  revision: null,
  stillSaid: null,
  asGiven: null,
  axes: null,
  pairwise: null,
})
