/**
 * A small world of its own for one browser test: a study, its people, its items, every secret with a canary word in it. Made
 * through the product's own factories on the database that the server under test uses.
 */
import { randomUUID } from 'node:crypto'
import type { Role } from '@/lib/blinding/viewer'
import {
  addItems,
  addMember,
  makePerson,
  makeStudy,
  openBatch,
  publishProtocol,
  type NewItem,
} from '@/prisma/factories'
import type { Form } from '@/lib/tasks/error-spans/form'
import { medfact } from '@/lib/tasks/error-spans/templates/medfact'

/** Words that no page may show to the wrong person; each stands in exactly one secret. */
export const canary = (of: string): string => `canary${of}${randomUUID().replaceAll('-', '').slice(0, 12)}`

export type Actor = { personId: string; name: string; email: string; canary: string }
export type Scene = {
  studyId: string
  slug: string
  protocolId: string
  itemIds: string[]
  people: Record<'ann' | 'ben' | 'cem' | 'judge' | 'admin' | 'researcher' | 'stranger', Actor>
}

const roles: Record<keyof Scene['people'], Role[]> = {
  ann: ['reader'],
  ben: ['reader'],
  cem: ['reader'],
  judge: ['adjudicator'],
  admin: ['admin'],
  researcher: ['researcher'],
  stranger: [],
}

export async function makeScene(
  wanted: {
    k?: number
    items?: NewItem[]
    open?: boolean
    showsVerdicts?: boolean
    languages?: string[]
    /** What this study asks beyond the marks themselves. */
    fields?: Partial<Form['fields']>
    /** Other types of error than MedFact's. */
    taxonomy?: Form['taxonomy']
    /** Another task than error spans. */
    task?: { code: string; settings: NonNullable<Parameters<typeof makeStudy>[0]>['settings'] & object; form: NonNullable<Parameters<typeof publishProtocol>[1]> }
  } = {},
): Promise<Scene> {
  const { studyId, slug } = await makeStudy({
    ...(wanted.task ? { task: wanted.task.code, settings: wanted.task.settings } : {}),
    readersPerItem: wanted.k ?? 2,
    showsVerdicts: wanted.showsVerdicts ?? false,
    languages: wanted.languages ?? ['en'],
    licence: 'CC-BY-4.0',
  })
  const protocolId = await publishProtocol(studyId, wanted.task?.form ?? lightForm(wanted), '# How to read\n\nMark what is **wrong**.')
  const people = {} as Scene['people']
  for (const key of Object.keys(roles) as (keyof Scene['people'])[]) {
    const word = canary(key)
    const person = await makePerson({ name: `${word} ${key}`, languages: wanted.languages ?? ['en'] })
    if (roles[key].length) await addMember(studyId, person.personId, ...roles[key])
    people[key] = { ...person, canary: word }
  }
  const itemIds = await addItems(
    studyId,
    wanted.items ?? [
      { text: 'Metformin is contraindicated in type 2 diabetes. Aspirin is an antibiotic.', language: 'en' },
    ],
  )
  if (wanted.open ?? true) await openBatch(studyId)
  return { studyId, slug, protocolId, itemIds, people }
}

/** MedFact's taxonomy, if none is asked for, with every other field optional, so that a journey shows what it is about. */
const lightForm = ({ fields = {}, taxonomy = medfact.form.taxonomy }: { fields?: Partial<Form['fields']>; taxonomy?: Form['taxonomy'] }) => ({
  ...medfact.form,
  taxonomy,
  fields: {
    difficulty: null,
    confidence: null,
    correction: 'optional' as const,
    explanation: 'optional' as const,
    references: false,
    ...fields,
  },
})
