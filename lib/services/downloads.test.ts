import { describe, expect, it } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { exportReadings } from './export-readings'
import { exportVerdicts, readDownloads } from './export-verdicts'
import { listEvents } from './list-events'
import { runningStudy, settle, text } from './testing/running-study'

const db = freshDatabase()

const linesOf = async ({ lines }: { lines: AsyncIterable<string> }) => {
  let all = ''
  for await (const piece of lines) all += piece
  return all
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('downloads', () => {
  it('hold exactly the verdicts of closed items, and every quote is the text at its offsets', async () => {
    const at = await runningStudy(db)
    const before = await linesOf(await exportVerdicts(at.admin, { study: at.slug }))
    expect(before.map(({ id }) => id)).toEqual(['i-0'])
    await settle(db, at)
    const lines = await linesOf(await exportVerdicts(at.admin, { study: at.slug }))
    expect(lines).toMatchObject([
      {
        id: 'i-0',
        text,
        tags: { n: '0' },
        veracity: 'erroneous',
        verdict: { basis: 'consensus', version: 1, protocol: 1, cause: null, rationale: null },
      },
      {
        id: 'i-1',
        veracity: 'erroneous',
        verdict: { basis: 'adjudication', cause: 'oversight', rationale: 'As the first reader says.' },
      },
    ])
    for (const line of lines) {
      const body = [...(line['text'] as string)]
      const spans = line['spans'] as { start: number; end: number; quote: string }[]
      expect(spans).not.toHaveLength(0)
      for (const { start, end, quote } of spans) expect(body.slice(start, end).join('')).toBe(quote)
    }
    expect(JSON.stringify(lines)).not.toMatch(/canary-(ann|ben|judge|model)/)
    const { events } = await listEvents(at.admin, { study: at.slug, kind: 'verdicts-exported', zone: 'UTC' })
    expect(events.map(({ detail }) => detail)).toEqual([{ verdicts: 2 }, { verdicts: 1 }])
    expect(await readDownloads(at.admin, { study: at.slug })).toMatchObject({
      verdicts: 2,
      unusable: 0,
      undecided: 0,
      readings: 4,
      open: 1,
    })
  })

  it('give a reader one pseudonym throughout a study, another in the next, and readings of closed items alone', async () => {
    const one = await runningStudy(db)
    const two = await runningStudy(db, { readers: one.readers })
    await settle(db, one)
    const first = await linesOf(await exportReadings(one.admin, { study: one.slug }))
    expect(first.map(({ item, seat }) => `${String(item)}${String(seat)}`)).toEqual(['i-0A', 'i-0B', 'i-1A', 'i-1B'])
    const names = (lines: Record<string, unknown>[]) => [...new Set(lines.map(({ reader }) => String(reader)))].sort()
    expect(names(first)).toHaveLength(2)
    expect(names(first.slice(0, 2))).toEqual(names(first.slice(2)))
    expect(names(await linesOf(await exportReadings(one.admin, { study: one.slug })))).toEqual(names(first))
    const second = await linesOf(await exportReadings(two.admin, { study: two.slug }))
    expect(second.map(({ item }) => item)).toEqual(['i-0', 'i-0'])
    expect(names(first).filter((name) => names(second).includes(name))).toEqual([])
    expect(JSON.stringify([first, second])).not.toMatch(/canary-(ann|ben|judge|model|d)/)
    for (const { personId } of one.readers) expect(JSON.stringify(first)).not.toContain(personId)
    expect(
      (await listEvents(one.admin, { study: one.slug, kind: 'readings-exported', zone: 'UTC' })).events,
    ).toMatchObject([{ actor: 'Admin One' }, { actor: 'Admin One' }])
  })

  it('keep the secret of the pseudonyms from the application itself', async () => {
    const { admin, studyId } = await runningStudy(db)
    await expect(db.sqlAs(admin.personId, 'select * from study_secret')).rejects.toThrow(/permission denied/)
    expect(
      await db.sqlAs(admin.personId, `select reader_pseudonym($1, $2) as name`, [studyId, admin.personId]),
    ).toEqual([{ name: null }])
  })

  it('that are abandoned half-way leave the database able to serve the next', async () => {
    const at = await runningStudy(db)
    for (let n = 0; n < 15; n++) {
      const { lines } = await exportVerdicts(at.admin, { study: at.slug })
      for await (const line of lines) if (line) break
    }
    expect(await linesOf(await exportVerdicts(at.admin, { study: at.slug }))).toHaveLength(1)
  })
})
