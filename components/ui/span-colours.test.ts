import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { spanColours, type SpanColour } from './span-colours'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
type Scheme = 'light' | 'dark'
type Rgb = readonly [number, number, number]

function token(name: string, scheme: Scheme): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css)
  if (!found) throw new Error(`no token ${name}`)
  return scheme === 'light' ? found[1]! : found[2]!
}
const strokeOf = (colour: SpanColour) => new RegExp(`--span-${colour}-stroke: (\\w+);`).exec(css)?.[1]

const channel = (hex: string, at: number) => {
  const value = parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const linear = (hex: string): Rgb => [channel(hex, 1), channel(hex, 3), channel(hex, 5)]

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string) {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [x, y] = [luminance(linear(a)), luminance(linear(b))]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** Full severity matrices of Machado, Oliveira & Fernandes 2009, rows in linear RGB. */
const visions: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const dot = (row: Rgb, [r, g, b]: Rgb) => Math.max(0, row[0] * r + row[1] * g + row[2] * b)

/** Oklab (Ottosson 2020). */
function oklab(rgb: Rgb): Rgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb))
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb))
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb))
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
function apart(a: string, b: string) {
  const distances = Object.values(visions).map((vision) => {
    const seen = (hex: string) =>
      oklab([dot(vision[0], linear(hex)), dot(vision[1], linear(hex)), dot(vision[2], linear(hex))])
    const [x, y] = [seen(a), seen(b)]
    return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
  })
  return Math.min(...distances)
}

/** `color-mix(in srgb, a share, b)`. */
function mixed(a: string, b: string, share: number): string {
  const at = (hex: string, from: number) => parseInt(hex.slice(from, from + 2), 16)
  const channels = [1, 3, 5].map((from) => Math.round(at(a, from) * share + at(b, from) * (1 - share)))
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

describe.each(['light', 'dark'] as const)('on %s paper', (scheme) => {
  test.each(spanColours)('%s: text on its fill is readable and its line can be seen', (colour) => {
    const [fill, line, ink] = (['fill', 'line', 'ink'] as const).map((part) => token(`span-${colour}-${part}`, scheme))
    expect(contrast(ink!, fill!)).toBeGreaterThanOrEqual(7)
    expect(contrast(token('ink', scheme), fill!)).toBeGreaterThanOrEqual(7)
    for (const ground of [fill!, token('paper', scheme), token('surface', scheme)])
      expect(contrast(line!, ground)).toBeGreaterThanOrEqual(3)
  })

  test.each(spanColours)('%s: the letter over a mark reaches AA on its fill, on the mark looked at, and on the page', (colour) => {
    const [fill, line, ink] = (['fill', 'line', 'ink'] as const).map((part) => token(`span-${colour}-${part}`, scheme))
    const lookedAt = mixed(line!, fill!, 0.3)
    for (const ground of [fill!, lookedAt, token('paper', scheme), token('surface', scheme)])
      expect(contrast(ink!, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('two colours look different to every kind of colour vision, by stroke or by line', () => {
    const pairs = spanColours.flatMap((a) =>
      spanColours.filter((b) => a < b && strokeOf(a) === strokeOf(b)).map((b) => [a, b] as const),
    )
    expect(pairs).toHaveLength(12)
    const alike = pairs.filter(
      ([a, b]) => apart(token(`span-${a}-line`, scheme), token(`span-${b}-line`, scheme)) < 0.07,
    )
    expect(alike).toEqual([])
  })

  test('interface text reaches AA on every ground it stands on', () => {
    const grounds = ['paper', 'surface', 'sunken', 'accent-soft', 'danger-soft', 'good-soft', 'warn-soft']
    for (const text of ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'good', 'warn'])
      for (const ground of grounds)
        expect
          .soft(contrast(token(text, scheme), token(ground, scheme)), `${text} on ${ground}`)
          .toBeGreaterThanOrEqual(4.5)
    for (const ground of grounds)
      expect.soft(contrast(token('edge', scheme), token(ground, scheme)), `edge on ${ground}`).toBeGreaterThanOrEqual(3)
    expect(contrast(token('on-accent', scheme), token('accent', scheme))).toBeGreaterThanOrEqual(4.5)
  })
})
