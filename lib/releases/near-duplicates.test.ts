import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsFor } from './bands'
import { candidatePairs } from './candidate-pairs'
import { minHash, places } from './min-hash'
import { findNearDuplicates } from './near-duplicates'
import { comparable, jaccard, shingles } from './shingles'

type Text = { id: string; text: string }
const options = { threshold: 0.8, shingleLength: 4, seed: 1 }
const find = (texts: readonly Text[], more: Partial<typeof options> = {}) =>
  findNearDuplicates(
    texts,
    async (ids) => new Map(texts.filter(({ id }) => ids.includes(id)).map(({ id, text }) => [id, text])),
    { ...options, ...more },
  )
const similarity = (a: string, b: string, length = 4) =>
  jaccard(shingles(comparable(a), length), shingles(comparable(b), length))

const scripts = [
  'The patient was started on 40 mg of simvastatin once daily after the lipid panel came back raised. ',
  '患者因胸痛三小时入院，心电图提示前壁导联抬高，诊断为急性心肌梗死，给予阿司匹林与替格瑞洛。',
  '患者は三時間前からの胸痛で来院し、心電図で前壁のＳＴ上昇を認め、急性心筋梗塞と診断された。',
  'أُدخل المريض بسبب ألم في الصدر منذ ثلاث ساعات وأظهر تخطيط القلب ارتفاعًا في المقطع الأمامي.',
  'התקבל מטופל עם כאבים בחזה מזה שלוש שעות ובתרשים נראתה עלייה קדמית.',
  'रोगी को तीन घंटे से सीने में दर्द था और ईसीजी में अग्र भित्ति का उन्नयन दिखा।',
  '🩺🫀👩🏽‍⚕️ chest pain 🚑 three hours 🕒 anterior ST elevation 📈 aspirin 💊 given at once 🏥 ok',
]

test('shingles are the runs of code points, in texts with and without characters of two units', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '患', 'é', '🩺', '\ud800'), maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (text, length) => {
      const points = [...text]
      const runs = Array.from({ length: Math.max(1, points.length - length + 1) }, (_, start) => points.slice(start, start + length).join(''))
      expect(shingles(text, length)).toEqual(new Set(runs))
    }),
  )
})

test.each(scripts)('a text with one character changed is found in every script: %s', async (text) => {
  const points = [...text.repeat(2)]
  const changed = points.with(Math.floor(points.length / 3), 'x').join('')
  const { pairs } = await find([
    { id: 'a', text: points.join('') },
    { id: 'b', text: changed },
    ...scripts.filter((other) => other !== text).map((other) => ({ id: other, text: other })),
  ])
  expect(pairs).toEqual([{ a: 'a', b: 'b', similarity: similarity(points.join(''), changed) }])
})

test('width, case and blanks do not hide a copy', async () => {
  const { pairs } = await find([
    { id: 'a', text: 'ＡＳＴ was  raised,\n\tALT was not; 𝐇𝐁 ①' },
    { id: 'b', text: ' ast WAS raised, alt was not; hb 1' },
  ])
  expect(pairs).toEqual([{ a: 'a', b: 'b', similarity: 1 }])
})

const word = fc.constantFrom('fever', ' ', '发热', '患者', 'حمى', 'aspirin', '。', '40 mg', '🩺', 'x')
const worlds = fc
  .array(fc.array(word, { minLength: 1, maxLength: 30 }), { maxLength: 12 })
  .map((texts) => texts.map((words, at): Text => ({ id: `t${at}`, text: words.join('') })))

test('whatever is reported is true, above the threshold, symmetric, and the same in any order', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.double({ min: 0.3, max: 1, noNaN: true }), fc.nat(), async (texts, threshold, seed) => {
      const { pairs } = await find(texts, { threshold, seed })
      expect(await find(texts.toReversed(), { threshold, seed })).toMatchObject({ pairs })
      const textOf = (id: string) => texts.find((each) => each.id === id)?.text ?? ''
      for (const { a, b, similarity: said } of pairs) {
        expect(a < b).toBe(true)
        expect(said).toBe(similarity(textOf(b), textOf(a)))
        expect(said).toBeGreaterThanOrEqual(threshold)
      }
    }),
  )
})

/** Half of the texts are another with some characters changed: pairs of every similarity. */
function drifted(count: number, characters: number): Text[] {
  let state = 7
  const next = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below
  const texts: Text[] = []
  for (let at = 0; at < count; at++) {
    const old = at % 2 ? [...texts[at - 1]!.text] : Array.from({ length: characters }, () => letterOf(next(1 << 16)))
    if (at % 2) for (let left = next(12); left > 0; left--) old[next(characters)] = letterOf(next(1 << 16))
    texts.push({ id: `t${at}`, text: old.join('') })
  }
  return texts
}
const letterOf = (drawn: number) => String.fromCodePoint(0x4e_00 + ((drawn >>> 3) % 2_000))

test('pairs above the threshold are found nearly all: at least as many as the recall promises, less three deviations', async () => {
  const texts = drifted(1_000, 120)
  const { pairs, recall } = await find(texts)
  const expected = texts.flatMap(({ text }, at) =>
    at % 2 && similarity(text, texts[at - 1]!.text) >= 0.8 ? [`t${at - 1}`] : [],
  )
  expect(expected.length).toBeGreaterThan(150)
  const found = expected.filter((id) => pairs.some(({ a, b }) => a === id || b === id)).length
  expect(found).toBeGreaterThanOrEqual(expected.length * recall - 3 * Math.sqrt(expected.length * (1 - recall)))
})

test('the recall at the threshold is at least 0.995 at every threshold', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 1, noNaN: true }), (threshold) => {
      const { rows, count, recall } = bandsFor(threshold)
      expect(rows * count).toBeLessThanOrEqual(places)
      expect(recall).toBeGreaterThanOrEqual(0.995)
    }),
  )
})

test('places of signatures agree as often as the texts are similar, within four deviations', () => {
  for (let at = 1; at < 80; at += 2) {
    const texts = drifted(80, 200)
    const [a, b] = [texts[at - 1]!.text, texts[at]!.text]
    const sign = minHash(at, 4)
    const [one, other] = [sign(comparable(a)), sign(comparable(b))]
    const true_ = similarity(a, b)
    const estimate = one.filter((value, place) => value === other[place]).length / places
    expect(Math.abs(estimate - true_)).toBeLessThanOrEqual(4 * Math.sqrt((true_ * (1 - true_) + 0.01) / places))
  }
})

test('thousands of copies of one text cost one pair each, and all hang together', async () => {
  const texts = Array.from({ length: 3_000 }, (_, at) => ({ id: `t${at}`, text: 'The same note, every time.' }))
  const { pairs } = await find(texts)
  expect(pairs).toHaveLength(2_999)
  expect(pairs.every(({ a }) => a === 't0')).toBe(true)
})

test('a crowded bucket is compared by neighbours, and said to be', () => {
  const signatures = Array.from({ length: 500 }, (_, at) => {
    const signature = minHash(1, 4)(`only the start is shared ${at}`)
    return signature.fill(7, 0, 6)
  })
  const { pairs, crowded } = candidatePairs(signatures, { rows: 6, count: 21, recall: 1 }, 0.8)
  expect(crowded).toBeGreaterThan(0)
  expect(pairs.length).toBeLessThan((500 * 499) / 2)
})

test('texts shorter than a shingle are compared whole; ids that come twice and wild options are refused', async () => {
  expect((await find([{ id: 'a', text: '热' }, { id: 'b', text: ' 热 ' }, { id: 'c', text: '冷' }])).pairs).toEqual([
    { a: 'a', b: 'b', similarity: 1 },
  ]) // prettier-ignore
  await expect(find([1, 2].map(() => ({ id: 'a', text: 'x' })))).rejects.toThrow(RangeError)
  await expect(find([], { threshold: 0 })).rejects.toThrow(RangeError)
  await expect(find([], { shingleLength: 0 })).rejects.toThrow(RangeError)
})
