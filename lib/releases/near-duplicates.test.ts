import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clusters } from './clusters'
import { minHash, places } from './min-hash'
import { findNearDuplicates, type ComparedText } from './near-duplicates'
import type { NearDuplicateOptions } from './near-duplicate-pair'
import { planProbes, recallOf } from './probes'
import { comparable, jaccard, shingles } from './shingles'
import { Signatures } from './signatures'

type Text = { id: string; text: string }
const options = { threshold: 0.8, shingleLength: 4, seed: 1 }
const find = (texts: readonly ComparedText[], more: Partial<NearDuplicateOptions> = {}) => {
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  return findNearDuplicates(texts, async (ids) => new Map(ids.map((id) => [id, textOf.get(id) ?? ''])), { ...options, ...more })
}
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

test('copies of which two were found to be no duplicates are each still held against all others', async () => {
  const text = 'A 62-year-old man with chest pain at rest, relieved by nitrates, and a normal first troponin.'
  const near = text.replace('62', '63')
  const ids = async (texts: Text[]) => (await find(texts, { notDuplicates: [{ a: 'a', b: 'b' }] })).pairs.map(({ a, b }) => `${a}${b}`).sort()
  expect(await ids(['a', 'b', 'c'].map((id) => ({ id, text })))).toEqual(['ac', 'bc'])
  expect(await ids([{ id: 'a', text }, { id: 'b', text }, { id: 'x', text: near }])).toEqual(['ax', 'bx'])
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
    { numRuns: 50 },
  )
})

test('every threshold can be looked for with the recall that is promised', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 1, noNaN: true }), (threshold) => {
      expect(recallOf(threshold, 1, 400)).toBeGreaterThanOrEqual(0.998)
    }),
    { examples: [[0.992594030388785], [1], [0.3]] },
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

test('the recall at the threshold is at least 0.998 at every threshold, however alike the texts are', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.integer({ min: 0, max: 40 }), (threshold, shared) => {
      const signatures = new Signatures()
      const sign = minHash(1, 4)
      for (let at = 0; at < 20; at++) signatures.add(sign('the same of all '.repeat(shared) + letterOf(at * 8).repeat(4) + at))
      const { rows, count, recall } = planProbes(signatures, threshold, 1)
      expect(recall).toBe(recallOf(threshold, rows, count))
      expect(recall).toBeGreaterThanOrEqual(0.998)
      // Lower than what any closer pair has.
      expect(recallOf(Math.min(1, threshold + 0.05), rows, count)).toBeGreaterThanOrEqual(recall - 1e-3)
    }),
    { numRuns: 15 },
  )
})

test('places of signatures agree as often as the texts are similar, within four deviations', () => {
  for (let at = 1; at < 80; at += 2) {
    const texts = drifted(80, 200)
    const [a, b] = [texts[at - 1]!.text, texts[at]!.text]
    const sign = minHash(at, 4)
    const signatures = new Signatures()
    for (const text of [a, b]) signatures.add(sign(comparable(text)))
    const true_ = similarity(a, b)
    const estimate = signatures.agreement(0, 1, { first: 0, all: 0 }) / places
    expect(Math.abs(estimate - true_)).toBeLessThanOrEqual(4 * Math.sqrt((true_ * (1 - true_) + 0.01) / places))
  }
})

test('thousands of copies of one text cost one pair each, and all hang together', async () => {
  const texts = Array.from({ length: 3_000 }, (_, at) => ({ id: `t${at}`, text: 'The same note, every time.' }))
  const { pairs } = await find(texts)
  expect(pairs).toHaveLength(2_999)
  expect(pairs.every(({ a }) => a === 't0')).toBe(true)
})

/** Reports as a template makes them: of a few sentences each in one of some wordings, with a number here and there. */
function templated(count: number): Text[] {
  let state = 11
  const next = (below: number) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below
  const organs = ['liver', 'spleen', 'left kidney', 'right kidney', 'pancreas', 'gallbladder', 'aorta', 'bladder']
  return Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    text: organs
      .map((organ) => [`The ${organ} is unremarkable. `, `The ${organ} measures ${next(40) + 20} mm and is normal. `, `There is no lesion of the ${organ}. `][next(3)])
      .join(''),
  }))
}

const hangTogether = (texts: readonly Text[], pairs: readonly { a: string; b: string }[]) => {
  const at = new Map(texts.map(({ id }, number) => [id, number]))
  const clusters = new Clusters(texts.length)
  for (const { a, b } of pairs) clusters.join(at.get(a)!, at.get(b)!)
  return (one: number, other: number) => clusters.of(one) === clusters.of(other)
}
const allPairs = (texts: readonly Text[]): { one: number; other: number; alike: number }[] => {
  const sets = texts.map(({ text }) => shingles(comparable(text), 4))
  return sets.flatMap((set, one) => sets.slice(one + 1).map((its, after) => ({ one, other: one + 1 + after, alike: jaccard(set, its) })))
}

test('of texts from one template, all pairs above the threshold that there are hang together, less what the recall allows', async () => {
  const texts = templated(200)
  const all = allPairs(texts)
  for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const { pairs, recall } = await find(texts, { threshold })
    const expected = all.filter(({ alike }) => alike >= threshold)
    expect(expected.length).toBeGreaterThan(0)
    const together = hangTogether(texts, pairs)
    const missed = expected.filter(({ one, other }) => !together(one, other)).length
    expect(missed).toBeLessThanOrEqual(expected.length * (1 - recall) + 3 * Math.sqrt(expected.length * (1 - recall)))
  }
})

test('what is well above the threshold hangs together in any world', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.double({ min: 0.3, max: 0.85, noNaN: true }), async (texts, threshold) => {
      const together = hangTogether(texts, (await find(texts, { threshold })).pairs)
      for (const { one, other, alike } of allPairs(texts)) if (alike >= threshold + 0.15) expect(together(one, other)).toBe(true)
    }),
  )
})

test('texts that are all alike are one cluster, listed by a few pairs each, and it is said that not all are listed', async () => {
  const texts = templated(800)
  const { pairs, passedOver, crowded, compared } = await find(texts, { threshold: 0.3 })
  const together = hangTogether(texts, pairs)
  expect(texts.every((_, at) => together(0, at))).toBe(true)
  expect(pairs.length).toBeLessThanOrEqual(3.5 * texts.length)
  expect(passedOver).toBeGreaterThan(texts.length / 2)
  expect(crowded).toBe(0)
  expect(compared).toBeLessThan(20 * texts.length)
})

test('texts that are alike but never enough are compared in vain so often and no more, and it is said', async () => {
  const texts = drifted(1_800, 40).flatMap(({ id, text }, at) => (at % 2 ? [] : [{ id, text: scripts[0]! + text }]))
  const alike = similarity(texts[0]!.text, texts[1]!.text)
  const { pairs, compared, exhausted } = await find(texts, { threshold: alike + 0.02 })
  expect(pairs).toEqual([])
  expect(exhausted).toBeGreaterThan(0)
  expect(compared).toBeLessThanOrEqual((900 * (256 + 500)) / 2)
})

test('what is gone is held against what is here, in any order, and never against what is gone too', async () => {
  const [a, b, c, d] = ['0', '1', '2', '3'].map((end) => ({ id: end, text: `${scripts[0]}${end}` }))
  const here = (text: Text) => ({ ...text })
  const gone = (text: Text, split = 'test') => ({ ...text, gone: split })
  const both = async (texts: readonly ComparedText[]) => {
    const found = await find(texts)
    expect(await find(texts.toReversed())).toEqual(found)
    return { ...found, pairs: found.pairs.map((pair) => pair.a + pair.b).sort() }
  }
  expect(await both([here(c!), gone(a!), gone(b!), gone(d!, 'train')])).toMatchObject({ pairs: ['02', '12', '23'], texts: 1, gone: 3 })
  expect((await both([gone(a!), gone(b!)])).pairs).toEqual([])
  // Copies: what is here stands for what is gone; of those gone from one split one stands for all, of each other split another.
  expect((await both([{ ...here(d!), id: '9' }, gone(d!), gone(a!)])).pairs).toEqual(['09', '39'])
  expect((await both([here(c!), gone(a!), { ...gone(a!), id: '7' }, { ...gone(a!, 'train'), id: '8' }])).pairs).toEqual(['02', '28'])
  expect((await find([here(c!), gone(a!), gone(b!)], { notDuplicates: [{ a: '0', b: '2' }, { a: '0', b: '1' }] })).dismissed.map((pair) => pair.a + pair.b)).toEqual(['02'])
})

test('a pair that is none holds nothing together, and others of its cluster come in its place', async () => {
  const [a, b, c] = ['0', '1', '2'].map((end) => ({ id: end, text: `${scripts[0]}${end}` }))
  const texts = [a!, b!, c!]
  expect((await find(texts, { notDuplicates: [{ a: '1', b: '0' }] })).pairs.map((pair) => pair.a + pair.b).sort()).toEqual(['02', '12'])
  const notDuplicates = [{ a: '0', b: '1' }, { a: '0', b: '2' }] // prettier-ignore
  expect((await find(texts, { notDuplicates })).pairs.map((pair) => pair.a + pair.b)).toEqual(['12'])
  const same = [a!, { id: '9', text: a!.text }]
  expect((await find(same, { notDuplicates: [{ a: '0', b: '9' }] })).pairs).toEqual([])
})

test('texts shorter than a shingle are compared whole; ids that come twice and wild options are refused', async () => {
  expect((await find([{ id: 'a', text: '热' }, { id: 'b', text: ' 热 ' }, { id: 'c', text: '冷' }])).pairs).toEqual([
    { a: 'a', b: 'b', similarity: 1 },
  ]) // prettier-ignore
  await expect(find([1, 2].map(() => ({ id: 'a', text: 'x' })))).rejects.toThrow(RangeError)
  await expect(find([], { threshold: 0 })).rejects.toThrow(RangeError)
  await expect(find([], { shingleLength: 0 })).rejects.toThrow(RangeError)
})
