/** A study whose items are all read by two readers and closed, for tests of what is made of its verdicts. */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { plainRecipe, type Recipe } from '@/lib/releases/recipe'
import { addItems, addMember, makePerson, makeStudy, passGrace, publishProtocol, viewerOf, type NewItem } from '@/prisma/factories'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'
import { claimSeat } from '../claim-seat'
import { changeRelease, draftRelease } from '../compose-draft'
import { freezeRelease } from '../freeze-release'
import { openBatch, openBatchInput } from '../open-batch'
import { workOutPreview } from '../preview-release'
import { runJobNow } from '../run-job-now'
import { submitJudgment } from '../submit-judgment'
import { everyone } from './study-to-run'

export const meaning = 'I have looked at what is in it and vouch for it.'

const drugs = ['metformin', 'warfarin', 'digoxin', 'lithium', 'amiodarone', 'heparin', 'insulin', 'phenytoin']
/** No two alike, every third erroneous; canaries in what must not leave a hidden split. */
export const someItems = (count: number): NewItem[] =>
  Array.from({ length: count }, (_, n) => ({
    externalId: `note-${String(n).padStart(4, '0')}`,
    text: `${drugs[n % drugs.length]} ${n * 7919} mg for case ${n}: ${Array.from({ length: 12 }, (__, w) => `w${(n * 31 + w * 17) % 997}`).join(' ')} 😀.`,
    specialty: n % 2 ? 'cardiology' : 'endocrinology',
    language: 'en',
    source: n % 5 ? 'ward' : 'clinic',
    group: n % 10 === 0 ? 'patient-0' : `patient-${n}`,
    tags: { style: n % 4 ? 'note' : 'letter' },
  }))

export const isWrong = (text: string): boolean => Number(/case (\d+):/.exec(text)?.[1] ?? 1) % 3 === 0

/** Marks the first word where the text is wrong. */
export function answerTo(text: string) {
  const [word = ''] = text.split(' ')
  const span = { id: randomUUID(), start: 0, end: word.length, quote: word, type: 'pharmacotherapy', correction: 'canary-correction', explanation: 'As it says.', references: [] }
  return { veracity: isWrong(text) ? 'erroneous' : 'correct', spans: isWrong(text) ? [span] : [], difficulty: null, confidence: 2, note: '' }
}

export async function studyToRelease(db: FreshDatabase, { items = 30, licence = 'CC-BY-4.0' }: { items?: number | NewItem[]; licence?: string | null } = {}) {
  const { studyId, slug } = await makeStudy({ licence })
  const protocolId = await publishProtocol(studyId)
  const person = async (role: 'admin' | 'reader' | 'researcher', extra: Parameters<typeof makePerson>[0] = {}): Promise<Viewer> => {
    const { personId } = await makePerson({ languages: ['en'], ...extra })
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const admin = await person('admin')
  const readers = [await person('reader'), await person('reader')]
  const readAll = async (given: number | NewItem[], name: string) => {
    await addItems(studyId, typeof given === 'number' ? someItems(given) : given)
    await openBatch(admin, openBatchInput.parse({ study: slug, name, filter: {}, taking: { take: 'all' }, pool: everyone, readersPerItem: 2 }))
    for (const reader of readers) {
      for (;;) {
        const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
        if (!seatId) break
        const [item] = await db.sql<{ text: string }>('select i.text from seat s join item i on i.id = s.item_id where s.id = $1', [seatId])
        await submitJudgment(reader, { seatId, protocolId, clientId: randomUUID(), answer: answerTo(item!.text), activeMs: 1_000 })
      }
    }
    await passGrace(studyId)
  }
  await readAll(items, 'First')
  const draft = async (recipe: Partial<Recipe> = {}, fields: { title?: string; public?: boolean; notes?: string } = {}) => {
    const { title = 'Ward notes', public: isPublic = false, notes = '' } = fields
    const { releaseId } = await draftRelease(admin, { study: slug, title })
    await changeRelease(admin, { releaseId, title, public: isPublic, notes, recipe: { ...plainRecipe, ...recipe } })
    return releaseId
  }
  /** Signs with the title, since these people have no password. */
  const freeze = async (releaseId: string) => {
    const [row] = await db.sql<{ title: string }>('select title from release where id = $1', [releaseId])
    const { jobId } = await freezeRelease(admin, { releaseId, proof: row!.title, meaning, print: await workOutPreview(admin, releaseId) })
    return runJobNow(admin, jobId)
  }
  const released = async (recipe?: Partial<Recipe>, fields?: Parameters<typeof draft>[1]) => {
    const releaseId = await draft(recipe, fields)
    await freeze(releaseId)
    return releaseId
  }
  return { studyId, slug, protocolId, admin, readers, person, readAll, draft, freeze, released }
}
export type StudyToRelease = Awaited<ReturnType<typeof studyToRelease>>

export async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}
