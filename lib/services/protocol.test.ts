import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { taskOf } from '@/lib/tasks/registry'
import { addItems, addMember, makePerson, makeStudy, openBatch, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { addPicture } from './add-picture'
import { archiveStudy, changeStudy } from './change-study'
import { claimSeat } from './claim-seat'
import { createStudy, createStudyInput } from './create-study'
import { saveProtocolDraft, startProtocolDraft, discardProtocolDraft } from './protocol-draft'
import { publishProtocol } from './publish-protocol'
import { readPicture } from './read-picture'
import { compareProtocols, readProtocols } from './read-protocols'
import { listStudies, readStudySettings } from './read-study'
import { reopenItems } from './reopen-items'
import { submitJudgment } from './submit-judgment'

const db = freshDatabase()
let owner: Viewer
const refresh = async (viewer: Viewer) => viewerOf(viewer.personId)
const medec = taskOf('error-spans').templates.find(({ code }) => code === 'medec')!
const notFound = { code: 'not-found' }

const wanted = (over: object = {}) =>
  createStudyInput.parse({
    name: '出院记录核查',
    description: '',
    languages: ['zh-CN'],
    licence: '',
    readersPerItem: 2,
    policy: 'on-disagreement',
    settings: { errorsPerText: 'any', tolerance: 'exact' },
    showsVerdicts: false,
    task: 'error-spans',
    template: { code: 'medec', locale: 'zh-CN' },
    ...over,
  })
const found = async (over: object = {}) => {
  const { slug } = await createStudy(owner, wanted(over))
  owner = await refresh(owner)
  return slug
}
const changes = (slug: string, over: object = {}) => {
  const { slug: _slug, task: _task, template: _template, ...fields } = wanted()
  return { study: slug, reason: '', ...fields, ...over }
}
const draftOf = async (slug: string) => (await readProtocols(owner, { study: slug })).draft!
const publish = async (slug: string, note = 'first') => publishProtocol(owner, { study: slug, seen: (await draftOf(slug)).revision, note })
const stranger = async () => {
  const person = await makePerson()
  const { studyId } = await makeStudy()
  await addMember(studyId, person.personId, 'admin')
  return viewerOf(person.personId)
}
const idOf = async (slug: string) => (await db.sql<{ id: string }>('select id from study where slug = $1', [slug]))[0]!.id

beforeAll(async () => {
  owner = await viewerOf((await makePerson({ owner: true })).personId)
})

describe('a study', () => {
  test('is founded by an owner, who becomes its admin, with an address of its own and an audit entry', async () => {
    const [first, second] = [await found(), await found()]
    expect([first, second]).toEqual(['study', 'study-2'])
    expect(owner.roles[await idOf(first)]).toEqual(['admin'])
    const kinds = await db.sql<{ kind: string }>('select kind from audit_event where study_id = $1', [await idOf(first)])
    expect(kinds).toEqual([{ kind: 'study-created' }])
    expect((await listStudies(owner)).studies.map(({ slug }) => slug)).toEqual(expect.arrayContaining([first, second]))
  })

  test('is founded by nobody else, and not twice at one address', async () => {
    const plain = await stranger()
    await expect(createStudy(plain, wanted())).rejects.toMatchObject(notFound)
    await found({ slug: 'taken' })
    await expect(createStudy(owner, wanted({ slug: 'taken' }))).rejects.toMatchObject({ reason: 'study-name-taken' })
  })

  test("shows another study's admin nothing and lets them change nothing", async () => {
    const slug = await found()
    const other = await stranger()
    await expect(readStudySettings(other, { study: slug })).rejects.toMatchObject(notFound)
    await expect(changeStudy(other, changes(slug))).rejects.toMatchObject(notFound)
    await expect(archiveStudy(other, { study: slug, archived: true })).rejects.toMatchObject(notFound)
    await expect(readProtocols(other, { study: slug })).rejects.toMatchObject(notFound)
    await expect(compareProtocols(other, { study: slug, from: null, to: 'draft' })).rejects.toMatchObject(notFound)
    await expect(startProtocolDraft(other, { study: slug, from: { kind: 'newest' } })).rejects.toMatchObject(notFound)
    await expect(reopenItems(other, { study: slug, under: 1, reason: 'x', batch: 'x' })).rejects.toMatchObject(notFound)
    expect((await listStudies(other)).others).toEqual([])
  })
})

describe('a protocol', () => {
  test('is saved only over what was seen', async () => {
    const slug = await found()
    const seen = (await draftOf(slug)).revision
    const mine = await saveProtocolDraft(owner, { study: slug, seen, guideline: 'mine', form: medec.form as never })
    await expect(saveProtocolDraft(owner, { study: slug, seen, guideline: 'theirs', form: medec.form as never })).rejects.toMatchObject({ code: 'conflict', reason: 'protocol-draft-changed' })
    expect(await draftOf(slug)).toMatchObject({ guideline: 'mine', revision: mine.revision })
    await expect(publishProtocol(owner, { study: slug, seen, note: 'x' })).rejects.toMatchObject({ reason: 'protocol-draft-changed' })
  })

  test('may be incomplete as a draft, but not of another shape, and is published only when complete, with the fields named', async () => {
    const slug = await found()
    const form = structuredClone(medec.form) as { taxonomy: { types: { key: string; name: { en: string } }[] }[] }
    form.taxonomy[0]!.types[1]!.key = form.taxonomy[0]!.types[0]!.key
    form.taxonomy[0]!.types[2]!.name.en = ''
    const { revision } = await saveProtocolDraft(owner, { study: slug, seen: (await draftOf(slug)).revision, guideline: 'g', form })
    await expect(saveProtocolDraft(owner, { study: slug, seen: revision, guideline: 'g', form: { anything: true } })).rejects.toMatchObject({ reason: 'form-malformed' })
    await expect(publish(slug)).rejects.toMatchObject({ reason: 'protocol-incomplete' })
  })

  test('once published cannot change, not even by SQL as the application', async () => {
    const slug = await found()
    expect(await publish(slug)).toEqual({ number: 1 })
    const [published] = await db.sql<{ id: string }>('select id from protocol where study_id = $1', [await idOf(slug)])
    for (const statement of [`update protocol set guideline = 'other' where id = $1`, `update protocol set number = null where id = $1`, `delete from protocol where id = $1`])
      await expect(db.sqlAs(owner.personId, statement, [published!.id])).rejects.toThrow('protocol is immutable')
  })

  test('has one draft at a time, made from the newest version, and can be given up', async () => {
    const slug = await found()
    await expect(startProtocolDraft(owner, { study: slug, from: { kind: 'newest' } })).rejects.toMatchObject(notFound)
    await publish(slug)
    await startProtocolDraft(owner, { study: slug, from: { kind: 'newest' } })
    await expect(startProtocolDraft(owner, { study: slug, from: { kind: 'newest' } })).rejects.toMatchObject({ reason: 'protocol-draft-exists' })
    const draft = await draftOf(slug)
    expect(draft).toMatchObject({ guideline: medec.guideline['zh-CN'], form: medec.form, base: 1 })
    await discardProtocolDraft(owner, { study: slug, seen: draft.revision })
    expect((await readProtocols(owner, { study: slug })).draft).toBeNull()
  })
})

describe('after the first readings', () => {
  const answer = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }
  let slug: string
  let studyId: string
  const readers: Viewer[] = []
  const readOne = async (reader: Viewer) => {
    const { seatId } = (await claimSeat(reader, { beyond: [], studyId })) as { seatId: string }
    const [newest] = await db.sql<{ id: string }>('select id from protocol where study_id = $1 and number is not null order by number desc limit 1', [studyId])
    return submitJudgment(reader, { seatId, protocolId: newest!.id, clientId: randomUUID(), answer, activeMs: 10 })
  }
  beforeAll(async () => {
    slug = await found({ slug: 'judged' })
    studyId = await idOf(slug)
    await publish(slug)
    for (let n = 0; n < 2; n++) {
      const person = await makePerson()
      await addMember(studyId, person.personId, 'reader')
      readers.push(await viewerOf(person.personId))
    }
    await addItems(studyId, [{ text: 'one' }, { text: 'two' }])
    await openBatch(studyId)
    for (const reader of readers) await readOne(reader)
    await readOne(readers[0]!)
  })

  test('the settings that give judgments their meaning are frozen; the policy needs a reason; the rest stays open', async () => {
    expect((await readStudySettings(owner, { study: slug })).submissions).toBe(3)
    await expect(changeStudy(owner, changes(slug, { settings: { errorsPerText: 'exactly-one', tolerance: 'exact' } }))).rejects.toMatchObject({ code: 'frozen' })
    await expect(changeStudy(owner, changes(slug, { policy: 'always' }))).rejects.toMatchObject({ reason: 'reason-missing' })
    expect(await changeStudy(owner, changes(slug, { policy: 'always', reason: 'the board asked' }))).toEqual({ changed: ['policy'] })
    expect(await changeStudy(owner, changes(slug, { policy: 'always', name: 'New name', readersPerItem: 3 }))).toEqual({ changed: ['name', 'readersPerItem'] })
  })

  test('a new version shows what was judged under the old one, and those items can be read again, all of them and only they', async () => {
    await startProtocolDraft(owner, { study: slug, from: { kind: 'newest' } })
    await expect(reopenItems(owner, { study: slug, under: 1, reason: 'x', batch: 'x' })).rejects.toMatchObject({ reason: 'protocol-is-newest' })
    await publish(slug, 'second')
    const { versions } = await readProtocols(owner, { study: slug })
    expect(versions.map(({ number, judgments }) => [number, judgments])).toEqual([[2, 0], [1, 3]])
    const touched = versions[1]!.items
    expect(await reopenItems(owner, { study: slug, under: 1, reason: 'the dose rule changed', batch: 'Again' })).toEqual({ items: touched })

    const items = await db.sql<{ stage: string; round: number; letters: string; free: number }>(
      `select i.stage, i.round, string_agg(s.letter, '' order by s.letter) as letters, (count(*) filter (where s.submitted_at is null))::int as free
       from item i join seat s on s.item_id = i.id and s.round = i.round where i.study_id = $1 group by i.id`, [studyId])
    expect(items).toHaveLength(2)
    for (const item of items) expect(item).toMatchObject({ stage: 'reading', letters: 'AB', free: 2 })
    const audit = await db.sql(`select item_id is not null as named, detail from audit_event where study_id = $1 and kind = 'item-reopened'`, [studyId])
    expect(audit).toHaveLength(touched)
    for (const event of audit) expect(event).toEqual({ named: true, detail: { under: 1, reason: 'the dose rule changed', items: touched, batch: 'Again' } })
    expect(await db.sql(`select from audit_event where study_id = $1 and kind = 'item-reopened' group by item_id`, [studyId])).toHaveLength(touched)
    await expect(reopenItems(owner, { study: slug, under: 1, reason: 'x', batch: 'Once more' })).rejects.toMatchObject({ reason: 'nothing-to-reopen' })
    for (const reader of readers) {
      await readOne(reader)
      await readOne(reader)
    }
    expect((await readProtocols(owner, { study: slug })).versions.map(({ judgments }) => judgments)).toEqual([4, 3])
  })
})

describe('a picture', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
  test('is shown to the members of its study and to nobody else', async () => {
    const slug = await found()
    const { id } = await addPicture(owner, { study: slug, name: 'figure' }, png)
    const reader = await makePerson()
    await addMember(await idOf(slug), reader.personId, 'reader')
    expect(await readPicture(await viewerOf(reader.personId), { pictureId: id })).toMatchObject({ mediaType: 'image/png' })
    await expect(readPicture(await stranger(), { pictureId: id })).rejects.toMatchObject(notFound)
    await expect(addPicture(await stranger(), { study: slug, name: '' }, png)).rejects.toMatchObject(notFound)
  })

  test('is what its bytes say: a program named .png is refused, and so is one too large', async () => {
    const slug = await found()
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    await expect(addPicture(owner, { study: slug, name: 'x.png' }, svg)).rejects.toMatchObject({ reason: 'not-a-picture' })
    await expect(addPicture(owner, { study: slug, name: 'x' }, new Uint8Array(5 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' })
  })
})
