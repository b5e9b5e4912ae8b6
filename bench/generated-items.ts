import type { NativeItem } from '@/lib/formats/native-item'
import { seededRandom } from '@/lib/stats/seeded-random'
import { phrases } from './phrases'
import { pickFrom } from './pick-from'

const specialties = ['cardiology', 'endocrinology', 'pneumology', 'general-practice'] as const

/**
 * Bilingual items of 300 to 600 code points, no two alike, half of them with something sealed. Every run of the same number
 * makes the same items.
 */
export function* generatedItems(count: number): Generator<NativeItem<{ text: string }>> {
  const random = seededRandom(20_261_122)
  for (let n = 1; n <= count; n++) {
    const language = n % 2 === 0 ? 'en' : 'zh'
    yield {
      id: `bench-${n}`,
      content: { text: textOf(language, n, 300 + Math.floor(random() * 200), random) },
      language,
      specialty: pickFrom(random, specialties),
      group: `group-${Math.floor(n / 4)}`,
      source: 'generated',
      licence: 'CC0-1.0',
      tags: { length: 'short', series: n % 10 },
      sealed: n % 4 < 2 ? { model: `system-${n % 3}`, label: n % 5 === 0 ? 'erroneous' : 'correct' } : {},
    }
  }
}

/** A text of at least so many code points, ending with its last statement. */
export function textOf(language: 'en' | 'zh', n: number, atLeast: number, random: () => number): string {
  const { title, drugs, findings, statements } = phrases[language]
  let text = title(n)
  while (text.length < atLeast) {
    const words = {
      drug: pickFrom(random, drugs),
      finding: pickFrom(random, findings),
      number: 18 + Math.floor(random() * 70),
    }
    text += pickFrom(random, statements)(words)
  }
  return text
}
