/** Files of the formats' own makers read as they mean them (skipped where ../shared is absent). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { codePointsOf } from '@/lib/spans/code-points'
import { filesOf, formatOf, readFiles, readText, shortly, spansOf } from './format-files.testing'
import { placeOf, selectedBy, sourceOf } from './w3c-selectors'

const shared = path.join(process.cwd(), '../shared/data')
const samples = path.join(shared, 'format-samples')
const fileOf = (name: string) => new Uint8Array(readFileSync(path.join(samples, name)))
const folderOf = (name: string) =>
  new Map(readdirSync(path.join(samples, name)).map((each) => [each, fileOf(`${name}/${each}`)]))

describe.skipIf(!existsSync(samples))('files of the makers (skipped where ../shared is absent)', () => {
  test('WebAnno: spans over tokens and sentences, stacked ones, line breaks, tabs, and places in UTF-16', async () => {
    const rows = await readFiles(formatOf('webanno-tsv'), folderOf('webanno-tsv3'))
    const spans = Object.fromEntries(rows.map((row) => [row.path.replace('.tsv', ''), spansOf(row)]))
    expect(spans).toEqual({
      testCrossSentenceSpanWithFeatureValue: ['0-34 PERSON: He loves her .\nShe loves him not .'],
      testMultiTokenSpanWithFeatureValue: ['0-16 PERSON: This is a test .'],
      testMultiTokenStackedSpanWithFeatureValue: ['0-16 PERSON: This is a test .', '0-16 LOCATION: This is a test .'],
      testSentenceId: [],
      testSentenceWithEmoji: ['10-11 : 😊'],
      testSentenceWithLineBreak: ['0-4 : This'],
      testSentenceWithTab: ['0-4 : This'],
    })
    expect(shortly(rows, 'text').flat()).toEqual([
      'He loves her .\nShe loves him not .',
      'This is a test .',
      'This is a test .',
      'He loves her .\nShe loves him not .',
      'I like it 😊 .',
      'This is\na test .',
      'This is\ta test .',
    ])
  })

  test('brat: text-bound annotations and notes on them; events, attributes and relations mean nothing here', async () => {
    const [spans, attributes, notes] = await readFiles(formatOf('brat'), folderOf('brat'))
    expect(shortly([spans!, attributes!, notes!], 'id').flat()).toEqual([
      '040-text_span_annotation',
      '100-attribute_annotation',
      '110-note_annotation',
    ])
    expect(spansOf(spans)).toEqual(['214-217 Protein: p53', '219-224 Protein: c-Rel', '229-234 Protein: Foxp3'])
    expect(spansOf(attributes)).toHaveLength(24)
    expect(spansOf(notes)[0]).toBe('421-424 Protein: IgG')
    expect(notes).toMatchObject({ record: { spans: [{ explanation: 'Check: is this a Protein or a Complex?' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] } }) // prettier-ignore
  })

  test('W3C: selectors by quotation, by position and refined are understood; a page without its text is named', async () => {
    const annotation = (name: string) =>
      JSON.parse(new TextDecoder().decode(fileOf(`w3c-web-annotation/${name}.json`))) as Record<string, unknown>
    expect(sourceOf(annotation('anno18'))).toBe('http://example.com/page1')
    expect(selectedBy(annotation('anno18'))).toEqual({ position: null, quote: null, within: false })
    const quote = selectedBy(annotation('anno26'))
    expect(placeOf(codePointsOf('😊 this is an anotation that has some'), quote, 'f')).toEqual({ start: 13, end: 22 })
    expect(placeOf(codePointsOf('anotation'), quote, 'f')).toMatchObject({ reason: 'quote-not-found' })
    const position = selectedBy(annotation('anno27'))
    expect(placeOf(codePointsOf('😊'.repeat(800)), position, 'f')).toEqual({ start: 412, end: 795 })
    expect(placeOf(codePointsOf('😊'.repeat(700)), position, 'f')).toMatchObject({ reason: 'outside-the-text' })
    const refined = selectedBy(annotation('anno32'))
    expect(placeOf(codePointsOf('text before the Selected Text and text after it'), refined, 'f')).toEqual({
      start: 16,
      end: 29,
    })
    // A position inside a part of the page says nothing about the page.
    expect(placeOf(codePointsOf('x'.repeat(100)), selectedBy(annotation('anno41')), 'f')).toMatchObject({
      reason: 'not-of-format',
    })
    for (const name of ['anno18', 'anno26', 'anno27', 'anno32', 'anno41'])
      expect(shortly(await readText('w3c', fileOf(`w3c-web-annotation/${name}.json`)))).toEqual(['1 target no-text'])
  })
})

const medec = path.join(shared, 'medec-ms/MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv')

test.skipIf(!existsSync(medec))(
  'MEDEC validation: 574 texts, 319 with their error sentence found, and what is written of them says the same (skipped where ../shared is absent)',
  async () => {
    const rows = await readText('medec', new Uint8Array(readFileSync(medec)))
    const records = rows.flatMap((row) => ('record' in row ? [row.record] : []))
    expect([rows.length, records.length]).toEqual([574, 574])
    expect(records.filter(({ veracity }) => veracity === 'erroneous')).toHaveLength(319)
    expect(rows.filter((row) => spansOf(row).length === 1)).toHaveLength(319)
    const again = await readFiles(formatOf('medec'), await filesOf(formatOf('medec'), records))
    const same = again.filter(
      (row, index) => 'record' in row && row.record['veracity'] === records[index]?.['veracity'],
    )
    expect(same).toHaveLength(574)
    // Where the set's own sentence is a sentence by our rule too, it comes back as it was.
    const kept = again.filter((row, index) => spansOf(row).join() === spansOf(rows[index]).join())
    expect(kept.length).toBeGreaterThan(540)
  },
)
