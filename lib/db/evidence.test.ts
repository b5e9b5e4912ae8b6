import { describe, expect, test } from 'vitest'
import { addItems, makeStudy, openBatch, publishProtocol } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { Refusal } from '@/lib/errors'
import { translated } from './translate-constraint'

const db = freshDatabase()

const responses = [
  { id: 'one', text: 'Yes 👩🏽‍⚕️, 可以服用。' },
  { id: 'two', text: 'No.' },
]
const label = (response: string, ...evidence: object[]) => ({ response, criterion: 'harm', label: 'violated', rationale: 'r', evidence })
const quoted = { start: 11, end: 15, quote: '可以服用' }

async function judged(answer: object): Promise<void> {
  const { studyId } = await makeStudy()
  const protocolId = await publishProtocol(studyId)
  const [itemId] = await addItems(studyId, [{ text: 'May I?', content: { prompt: [], responses } }])
  await openBatch(studyId)
  await db.sql(
    `insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
     select id, item_id, study_id, $2, 1, gen_random_uuid(), $3 from seat where item_id = $1 and letter = 'A'`,
    [itemId, protocolId, JSON.stringify(answer)],
  )
}

describe('evidence in a response', () => {
  test('is taken where it stands there, in code points, and where there is none', async () => {
    await judged({ labels: [label('one', quoted, { start: 0, end: 3, quote: 'Yes' }), label('two')] })
    await judged({ labels: [], note: '' })
    expect(await db.sql('select from judgment')).toHaveLength(2)
  })

  test.each([
    ['words of another response', label('two', quoted)],
    ['a response that the item does not have', label('A', quoted)],
    ['offsets in UTF-16', label('one', { ...quoted, start: 13, end: 17 })],
    ['no words', label('one', { start: 3, end: 3, quote: '' })],
    ['words that are not said', label('one', { start: 0, end: 3 })],
    ['the second of two', label('one', quoted, { ...quoted, quote: '可以服药' })],
    ['what is no place', label('one', 7 as unknown as object)],
  ])('is refused by the database itself where it is %s', async (_, wrong) => {
    const error: unknown = await judged({ labels: [label('two'), wrong] }).catch((thrown: unknown) => thrown)
    expect(String(error)).toMatch(/does not quote the text/)
    expect(translated(error)).toEqual(new Refusal('invalid', 'span-does-not-quote'))
  })
})
