import { expect, test } from 'vitest'
import { jsonBody } from './json-body'
import { storable } from './storable'

const said = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    return error
  }
}

test('what the database cannot hold is refused at its field, before the database is asked', () => {
  const refused = (path: string, code: string) => expect.objectContaining({ code: 'invalid', reason: 'unstorable', fields: [expect.objectContaining({ path, code })] })
  expect(said(() => storable({ answer: { note: 'a\0' } }))).toEqual(refused('answer.note', 'nul-character'))
  expect(said(() => storable({ spans: [{ quote: 'x' }, { quote: '\ud800' }] }))).toEqual(refused('spans.1.quote', 'lone-surrogate'))
  expect(said(() => storable({ n: 2 ** 60 }))).toEqual(refused('n', 'number-not-exact'))
  const sound = { text: '二甲双胍 💊 سكر', n: 0.5, list: [null, true] }
  expect(storable(sound)).toBe(sound)
})

test('a body beyond 8 MB is heard out, not held, and refused; one that never ends is cut off; a broken one is not understood', async () => {
  let sent = 0
  const piece = new Uint8Array(1_048_576).fill(32)
  const stream = (pieces: number) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === pieces) return controller.close()
        sent += 1
        controller.enqueue(piece)
      },
    })
  const post = (body: BodyInit) => new Request('http://own.invalid', { method: 'POST', body, duplex: 'half' } as RequestInit)
  for (const [pieces, heard] of [[20, 20], [Infinity, 257]] as const) {
    sent = 0
    await expect(jsonBody(post(stream(pieces)))).rejects.toMatchObject({ code: 'too-large', reason: 'body-too-large', values: { limit: 8 } })
    expect(Math.abs(sent - heard)).toBeLessThanOrEqual(2)
  }
  for (const broken of ['{"a":', '[', 'nul', '\u0000']) await expect(jsonBody(post(broken))).rejects.toMatchObject({ reason: 'not-json' })
  await expect(jsonBody(post(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ reason: 'not-json' })
  await expect(jsonBody(post('['.repeat(200_000)))).rejects.toMatchObject({ reason: 'not-json' })
  expect(await jsonBody(post('{"a":"ä"}'))).toEqual({ a: 'ä' })
})
