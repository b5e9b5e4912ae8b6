/**
 * Small worlds for tests: people, a study, a protocol, items, a batch. Goes through the unblinded door, since a scene has
 * no viewer; never used by the product itself.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Role, Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import type { Prisma } from '@/lib/db/generated/client'
import { addMembership, rolesOf } from '@/lib/db/memberships'
import { openSeats } from '@/lib/db/seats'
import type { Tx } from '@/lib/db/transaction'
import { hashPassword } from '@/lib/services/hash-password'
import { medec } from '@/lib/tasks/error-spans/templates/medec'

const scene = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asSystem({ reason: 'demo-world-made', actor: null }, work)
const unique = (): string => randomUUID().slice(0, 8)

export type MadePerson = { personId: string; name: string; email: string }

/** A person, active, with a profile; with a password only where one is given, since hashing is slow by design. */
export async function makePerson(
  wanted: { name?: string; email?: string; owner?: boolean; password?: string; specialties?: string[]; languages?: string[] } = {},
): Promise<MadePerson> {
  const mark = unique()
  const { name = `Person ${mark}`, email = `person-${mark}@example.org`, owner = false, specialties = [], languages = [] } = wanted
  const passwordHash = wanted.password === undefined ? null : await hashPassword(wanted.password)
  const { id } = await scene((tx) =>
    tx.person.create({
      data: {
        name,
        email,
        owner,
        profile: { create: { specialties, languages } },
        ...(passwordHash ? { credential: { create: { passwordHash } } } : {}),
      },
      select: { id: true },
    }),
  )
  return { personId: id, name, email }
}

/** The viewer that a request of this person would have now. */
export const viewerOf = (personId: string): Promise<Viewer> =>
  scene(async (tx) => {
    const { owner } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { owner: true } })
    return { personId, owner, roles: await rolesOf(tx, personId) }
  })

export async function makeStudy(
  wanted: Partial<Pick<Prisma.StudyUncheckedCreateInput, 'name' | 'slug' | 'task' | 'policy' | 'showsVerdicts' | 'licence'>> & {
    readersPerItem?: number
    settings?: Prisma.InputJsonObject
    languages?: string[]
  } = {},
): Promise<{ studyId: string; slug: string }> {
  const mark = unique()
  const row = await scene((tx) =>
    tx.study.create({
      data: {
        name: `Study ${mark}`,
        slug: `study-${mark}`,
        task: 'error-spans',
        languages: ['en'],
        readersPerItem: 2,
        settings: { errorsPerText: 'any', tolerance: 'exact' },
        ...wanted,
      },
      select: { id: true, slug: true },
    }),
  )
  return { studyId: row.id, slug: row.slug }
}

export const addMember = (studyId: string, personId: string, ...roles: Role[]): Promise<void> =>
  scene(async (tx) => {
    for (const role of roles) await addMembership(tx, studyId, personId, role)
  })

/** The study's readings were all handed in a while ago: none can be taken back, and what waits for that waits no longer. */
export const passGrace = (studyId: string): Promise<void> =>
  scene(async (tx) => {
    await tx.$executeRaw`update seat set submitted_at = submitted_at - interval '1 minute' where study_id = ${studyId}::uuid and submitted_at is not null`
  })

/** The next published protocol of a study; MEDEC's taxonomy unless told otherwise. */
export const publishProtocol = (studyId: string, form: Prisma.InputJsonValue = medec.form, guideline = '# Guideline'): Promise<string> =>
  scene(async (tx) => {
    const number = (await tx.protocol.count({ where: { studyId, number: { not: null } } })) + 1
    const { id } = await tx.protocol.create({
      data: { studyId, number, guideline, form, publishedAt: new Date() },
      select: { id: true },
    })
    return id
  })

export type NewItem = { text: string } & Partial<
  Pick<Prisma.ItemUncheckedCreateInput, 'externalId' | 'language' | 'specialty' | 'group' | 'source' | 'licence' | 'tags' | 'content'>
> & { seal?: Prisma.InputJsonValue }

/** Items in the pool, as an import puts them there; a number makes that many of the same short text. Ids in the order given. */
export const addItems = (studyId: string, items: number | readonly NewItem[]): Promise<string[]> =>
  scene(async (tx) => {
    const wanted: readonly NewItem[] =
      typeof items === 'number'
        ? Array.from({ length: items }, (_, n) => ({ text: `Text ${n + 1}: metformin is contraindicated in type 2 diabetes.` }))
        : items
    const ids: string[] = []
    const { licence } = await tx.study.findUniqueOrThrow({ where: { id: studyId }, select: { licence: true } })
    for (const { seal, ...item } of wanted) {
      const { id } = await tx.item.create({
        data: {
          studyId,
          licence,
          externalId: `item-${unique()}`,
          ...item,
          textHash: createHash('sha256').update(item.text).digest(),
          length: [...item.text].length,
          ...(seal === undefined ? {} : { seal: { create: { content: seal } } }),
        },
        select: { id: true },
      })
      ids.push(id)
    }
    return ids
  })

/** Opens items of the pool for reading; all of them, unless named. The batch's k is the study's, unless given. */
export const openBatch = (
  studyId: string,
  wanted: { itemIds?: string[]; readersPerItem?: number; people?: string[]; name?: string; priority?: number } = {},
): Promise<string> =>
  scene(async (tx) => {
    const study = await tx.study.findUniqueOrThrow({ where: { id: studyId }, select: { readersPerItem: true } })
    const { id } = await tx.batch.create({
      data: {
        studyId,
        name: wanted.name ?? `Batch ${unique()}`,
        readersPerItem: wanted.readersPerItem ?? study.readersPerItem,
        priority: wanted.priority ?? 0,
        pool: { create: { people: wanted.people ?? [], specialties: [], languages: [] } },
      },
      select: { id: true },
    })
    await openSeats(tx, id, wanted.itemIds ?? 'all-in-pool')
    return id
  })
