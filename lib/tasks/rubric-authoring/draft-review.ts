import type { DraftReview } from '../draft-review'
import type { Content } from './content'
import type { Form } from './form'
import { exampleRow } from './formats/example-row'
import type { Judgment } from './judgment'
import type { Settings } from './settings'

/** Drafted rubrics that physicians pass, correct or reject. */
export const draftReview: DraftReview<Content, Settings, Form, Judgment> = {
  stopRule: ({ stopRule }) => stopRule,
  reasons: ({ reasons }) => reasons,
  example: (id, { prompt, draft }, { criteria, counting, reasons }) => exampleRow({ id, prompt, draft: draft?.criteria ?? null, criteria, counting, reasons }),
}
