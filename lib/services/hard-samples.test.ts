/** What every chosen system got right is left out of the next release, by what they were scored at on one before. */
import { beforeAll, expect, test } from 'vitest'
import { plainRecipe } from '@/lib/releases/recipe'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { listLeftOut } from './list-left-out'
import { openFile } from './open-download'
import { countRelease, previewRelease } from './preview-release'
import { readDraft } from './read-draft'
import { readRelease } from './read-release'
import { runJobNow } from './run-job-now'
import { submitPredictions, submitPredictionsInput } from './submit-predictions'
import { bytesOf } from './testing/frozen-release'
import { allOf, isWrong, someItems, studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
const items = someItems(12)
const wrong = items.filter(({ text }) => isWrong(text)).map(({ externalId }) => externalId!)
let study: StudyToRelease
let submissions: string[]

/** A system that knows every text but those named, where it says the contrary; where it flags, it marks the right word. */
async function scoredSystem(system: string, releaseId: string, mistaken: readonly string[]): Promise<string> {
  const lines = items.map(({ externalId, text }) => {
    const flagged = isWrong(text) !== mistaken.includes(externalId!)
    return JSON.stringify({ id: externalId, veracity: flagged ? 'erroneous' : 'correct', spans: flagged ? [{ start: 0, end: text.indexOf(' ') }] : [] })
  })
  const taken = await submitPredictions(study.admin, submitPredictionsInput.parse({ releaseId, split: 'test', system }), bytesOf(lines.join('\n')))
  if ('problems' in taken || !taken.jobId) throw new Error(JSON.stringify(taken))
  await runJobNow(study.admin, taken.jobId)
  return taken.submissionId
}

beforeAll(async () => {
  study = await studyToRelease(db, { items })
  const releaseId = await study.released()
  submissions = [await scoredSystem('one', releaseId, [wrong[0]!, 'note-0001']), await scoredSystem('two', releaseId, [wrong[0]!, wrong[1]!])]
})

const hard = (more: Partial<NonNullable<typeof plainRecipe.hard>> = {}) => ({ ...plainRecipe, hard: { submissions, match: 'exact', ...more } })
/** What one of the two got wrong. */
const kept = [wrong[0]!, wrong[1]!, 'note-0001'].toSorted()

test('a draft counts and lists what all chosen systems got right as too easy, and the release says so and holds the rest', async () => {
  const releaseId = await study.draft({ hard: hard().hard })
  expect(await countRelease(study.admin, { releaseId, recipe: hard() })).toMatchObject({ items: 3, leftOut: [{ reason: 'too-easy', items: 9 }] })
  let listed = ''
  for await (const piece of (await listLeftOut(study.admin, { releaseId })).lines) listed += piece
  const rows = listed.trim().split('\n').map((line) => JSON.parse(line) as { id: string; reason: string }) // prettier-ignore
  expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['too-easy']))
  expect([...rows.map(({ id }) => id), ...kept].toSorted()).toEqual(items.map(({ externalId }) => externalId))

  await previewRelease(study.admin, { releaseId })
  const leftOut = [{ reason: 'too-easy', items: 9, notes: [] }]
  expect((await readDraft(study.admin, { releaseId })).preview).toMatchObject({ leftOut })
  await study.freeze(releaseId)
  expect((await readRelease(study.admin, { releaseId })).facts).toMatchObject({ leftOut })
  const file = async (path: string) => {
    const { send, size } = await openFile(study.admin, { releaseId, path: [path] })
    return (await allOf(await send(0, size))).toString()
  }
  expect((await file('native/test.jsonl')).trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id).toSorted()).toEqual(kept)
  expect(await file('README.md')).toMatch(/9.*every chosen system got it right|every chosen system got it right.*9/)
})

test('one system alone leaves out what it alone got right; one that is not scored by the rule, or is not of the study, is refused', async () => {
  const releaseId = await study.draft()
  expect(await countRelease(study.admin, { releaseId, recipe: hard({ submissions: [submissions[0]!] }) })).toMatchObject({ items: 2 })
  const refused = { code: 'invalid', reason: 'hard-rule-not-scored' }
  await expect(countRelease(study.admin, { releaseId, recipe: hard({ match: 'judged' }) })).rejects.toMatchObject(refused)
  const other = await studyToRelease(db, { items: 2 })
  await expect(countRelease(other.admin, { releaseId: await other.draft(), recipe: hard() })).rejects.toMatchObject(refused)
})

test('a mark counts against the verdict it was made under: what has another one now stays in; a system that was withdrawn is refused', async () => {
  const releaseId = await study.draft()
  const easy = items.find(({ externalId }) => ![...wrong.slice(0, 2), 'note-0001'].includes(externalId!))!.externalId
  await db.sql(
    `insert into verdict (item_id, study_id, protocol_id, version, source, answer) select v.item_id, v.study_id, v.protocol_id, 2, 'consensus', v.answer
     from verdict v join item i on i.id = v.item_id where i.external_id = $1 and i.study_id = $2`,
    [easy, study.studyId],
  )
  expect(await countRelease(study.admin, { releaseId, recipe: hard() })).toMatchObject({ items: 4, leftOut: [{ reason: 'too-easy', items: 8 }] })
  await db.sql(`update submission set state = 'withdrawn' where id = $1`, [submissions[0]])
  await expect(countRelease(study.admin, { releaseId, recipe: hard() })).rejects.toMatchObject({ reason: 'hard-rule-not-scored' })
})
