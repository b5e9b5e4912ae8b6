import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { factsFor } from './facts.testing'
import { releaseDocuments } from './release-documents'
import type { ReleaseFacts } from './release-facts'
import { documentsWording } from './wording'

/** Facts in which the documents go their other ways: nothing found, nothing hidden, everything hidden, unsaid, under one licence. */
function variants(): ReleaseFacts[] {
  const facts = factsFor()
  const { release, leakage, agreement, splits } = facts
  const nothing = {
    ...facts,
    release: { ...release, description: '', date: null, url: null, filesUrl: null, languages: [], keywords: [] },
    labels: [], leftOut: [], licences: [], licenceOverride: null, files: [], tombstones: [],
    protocols: [{ number: 1, name: 'One', items: 1, provisional: false }],
    division: { ...facts.division, salt: 'salt', stratifyBy: [] },
    achieved: [],
    splits: splits.map((split) => ({ ...split, hidden: false })),
    verdicts: { consensus: 0, single: 1, adjudicated: 0, causes: [] },
    agreement: { ...agreement, of: 'all', readersPerItem: [{ readers: 1, items: 1 }], measures: [] },
    leakage: { ...leakage, gone: { texts: 0, pairs: [], dismissed: [] }, conflicts: [], nearDuplicates: { ...leakage.nearDuplicates, crowded: 0, passedOver: 0, exhausted: 0, pairs: [], dismissed: [] } },
    history: facts.history.slice(1),
    blinding: { ...facts.blinding, exceptions: [] },
  } satisfies ReleaseFacts // prettier-ignore
  const hidden = { ...facts, axes: [{ code: 'type', name: { en: 'Kind', 'zh-CN': '类别' } }], splits: splits.map((split) => ({ ...split, hidden: true })), licences: facts.licences.slice(0, 1), verdicts: null, agreement: { ...agreement, of: 'hidden-in-steps', readersPerItem: [{ readers: 1, items: 2 }, { readers: 2, items: 2 }, { readers: 3, items: 2 }] } } satisfies ReleaseFacts
  return [facts, nothing, hidden]
}

test('the same facts make the documents that this number of the wording stands for; whoever words them otherwise raises it and puts the new print here', () => {
  const hash = createHash('sha256')
  for (const facts of variants()) for (const { path, text } of releaseDocuments(facts)) hash.update(`${path}\n${text}\n`)
  for (const code of taskCodes) hash.update(JSON.stringify(z.toJSONSchema(taskOf(code).recordSchema)))
  expect({ [documentsWording]: hash.digest('hex') }).toEqual({ 4: 'ee6e4d8ec091f41535a4be82e8074b46806c860e2629b39d99a0f41ce60bc9cc' })
})
