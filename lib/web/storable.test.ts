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

test('a body that never ends is refused after 8 MB, whatever it says of its length, and a broken one is not understood', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_048_576
      controller.enqueue(new Uint8Array(1_048_576).fill(32))
    },
  })
  const post = (body: BodyInit) => new Request('http://own.invalid', { method: 'POST', body, duplex: 'half' } as RequestInit)
  await expect(jsonBody(post(endless))).rejects.toMatchObject({ code: 'too-large', reason: 'body-too-large', values: { limit: 8 } })
  expect(sent).toBeLessThan(12 * 1_048_576)
  for (const broken of ['{"a":', '[', 'nul', '\u0000']) await expect(jsonBody(post(broken))).rejects.toMatchObject({ reason: 'not-json' })
  await expect(jsonBody(post(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ reason: 'not-json' })
  await expect(jsonBody(post('['.repeat(200_000)))).rejects.toMatchObject({ reason: 'not-json' })
  expect(await jsonBody(post('{"a":"ä"}'))).toEqual({ a: 'ä' })
})
