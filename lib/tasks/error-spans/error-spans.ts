import { genericTask, type Task } from '../task'
import { contentFields } from './content'
import { disagreement } from './disagreement'
import { formats } from './formats/formats'
import { formSchema } from './form'
import { emptyDraft } from './empty-draft'
import { draftSchema, judgmentSchema } from './judgment'
import { merge } from './merge'
import { problems } from './problems'
import { readingRecord, verdictRecord } from './record'
import { evaluation } from './score/evaluation'
import { settingsSchema } from './settings'
import { medec } from './templates/medec'
import { medfact } from './templates/medfact'

/** Is a text correct, and if not, where exactly is it wrong and how. */
export const errorSpans: Task = genericTask({
  code: 'error-spans',
  contentFields,
  textOf: ({ text }) => text,
  arrangement: null,
  settings: settingsSchema,
  form: formSchema,
  draft: draftSchema,
  judgment: judgmentSchema,
  emptyDraft,
  problems,
  disagreement,
  merge,
  anchors: (draft) => draft.spans.map(({ id, start, end, quote }) => ({ id, start, end, quote })),
  templates: [medfact, medec],
  evaluation,
  verdictRecord,
  readingRecord,
  formats,
})
