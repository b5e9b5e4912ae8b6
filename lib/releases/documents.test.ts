import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import { anyCodePoint } from '@/lib/spans/any-text.testing'
import { croissant } from './croissant'
import { factsFor } from './facts.testing'
import { cardLicence, spdxOf } from './licence-codes'
import { markdownText } from './markdown-text'
import { releaseDocuments } from './release-documents'
import { snippetsFor } from './snippets'
import { yamlText } from './yaml-text'

const hasYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0
const yaml = (texts: string[]): unknown[] => {
  const script =
    'import yaml,json,sys\nclass L(yaml.SafeLoader):\n  pass\nL.yaml_implicit_resolvers={k:[r for r in v if r[0]!="tag:yaml.org,2002:timestamp"] for k,v in L.yaml_implicit_resolvers.items()}\nprint(json.dumps([yaml.load(t,Loader=L) for t in json.load(sys.stdin)]))'
  return JSON.parse(execFileSync('python3', ['-c', script], { input: JSON.stringify(texts) }).toString()) as unknown[]
}
const documentsOf = (facts = factsFor()) =>
  Object.fromEntries(releaseDocuments(facts).map(({ path, text }) => [path, text]))
const html = (markdown: string) =>
  renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown))
const frontMatter = (card: string) => card.split('\n---\n')[0]!.replace(/^---\n/, '')

const hostile = [
  '<script>alert(1)</script>',
  '![x](javascript:alert(1))',
  '[click](https://evil.example)',
  '| a | b |\n|---|---|',
  '\n---\nlicense: mit\n',
  '"\ninjected: true\n#',
  '# Heading\n\n- list',
  '```\ncode\n```',
  '*bold* _it_ ~~gone~~ `code` $x$',
  '&lt;b&gt; &amp;',
  '1. one',
  '- [ ] task',
  '> quote',
  'a\\',
  '[^1]',
  "'); drop table",
  '\u2028---\u2028',
  '\ud800',
]
const anyWords = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: anyCodePoint }),
  fc.array(fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '|', '<', '>', '#', '-', '1.', ' ', '\n', '\\', '&', '!', '~', 'a', '患者', '🩺', '"', "'", ':'), { maxLength: 12 }).map((parts) => parts.join('')),
) // prettier-ignore

test('any words within Markdown show as they are, and make nothing but text', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      // Bare addresses are links to themselves in this dialect: that is what they say, so they may.
      fc.pre(!/www\.|:\/\/|@|xmpp:|mailto:/i.test(words))
      const shown = words
        .toWellFormed()
        .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim()
      for (const place of [(text: string) => text, (text: string) => `| h |\n|---|\n| ${text} |`]) {
        const made = html(place(markdownText(words)))
        const tags = new Set([...made.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag))
        expect([...tags].filter((tag) => !['p', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].includes(tag!))).toEqual(
          [],
        )
        const text = made.replaceAll(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&') // prettier-ignore
        const flat = (given: string) => given.replaceAll(/\s+/g, '')
        expect(flat(text).replace(/^h(?=.)|^h$/, place('') === '' ? '$&' : '')).toBe(flat(shown))
      }
    }),
    { numRuns: 100 },
  )
})

test.skipIf(!hasYaml)('any words in YAML are read back exactly (skipped where Python has no yaml)', () => {
  const words = [...hostile, ...fc.sample(anyWords, 500)].map((each) => each.toWellFormed())
  expect(yaml(words.map((each) => `key: ${yamlText(each)}\n`))).toEqual(words.map((key) => ({ key })))
})

/** Of each document what could be another by words: its tags, or its lines. A bare address is a link to itself in this dialect, which hides nothing. */
function shapesOf(documents: Record<string, string>): Record<string, unknown> {
  const tags = (text: string) => [...html(text).replaceAll(/<a href="([^"]*)">\1/g, '').matchAll(/<[a-z0-9]+/g)].map(([tag]) => tag)
  const lines = (text: string) => text.split('\n').length
  const card = documents['README.md']!
  return {
    card: tags(card.slice(card.indexOf('\n---\n') + 5)),
    head: lines(frontMatter(card)),
    ...Object.fromEntries(['CHANGELOG.md', 'leakage.md'].map((path) => [path, tags(documents[path]!)])),
    ...Object.fromEntries(['CITATION.cff', 'LICENCES'].map((path) => [path, lines(documents[path]!)])),
  }
}
const plain = shapesOf(documentsOf())

test.each(hostile)('the words %j cannot change what the documents are', (words) => {
  const attacked = documentsOf(factsFor((text) => `${text}${words.toWellFormed().replaceAll('\n\n', '\n')}`))
  expect(shapesOf(attacked)).toEqual(plain)
})

test('the same facts are the same bytes; names in Chinese and English are in them', () => {
  const documents = documentsOf()
  expect(documentsOf()).toEqual(documents)
  expect(documents['README.md']).toContain('# 病房事实 Ward facts')
  expect(documents['CITATION.cff']).toContain('- name: "李伟"')
  expect(documents['LICENCES']).toContain('  卫生科普: 1000 items')
})

test.skipIf(!hasYaml)(
  'the card names licence, languages, size and the files of open splits (skipped where Python has no yaml)',
  () => {
    const [head] = yaml([frontMatter(documentsOf()['README.md']!)]) as [Record<string, unknown>]
    expect(head).toMatchObject({
      pretty_name: '病房事实 Ward facts',
      license: ['cc-by-4.0', 'other'],
      license_name: 'see-licences',
      license_link: 'https://doubleread.example/releases/b0b7a3f2-0000-4000-8000-000000000000',
      language: ['en', 'zh'],
      task_categories: ['token-classification', 'text-classification'],
      size_categories: ['1K<n<10K'],
      tags: ['fact checking', 'medical'],
    })
    const data_files = (ending: string) => ['train', 'validation'].map((split) => ({ split, path: `${ending === 'jsonl' ? 'native' : ending}/${split}.${ending}` })) // prettier-ignore
    expect(head['configs']).toEqual([
      { config_name: 'native', default: true, data_files: data_files('jsonl') },
      { config_name: 'parquet', data_files: data_files('parquet') },
    ])
  },
)

test.skipIf(!hasYaml)('the citation has every field that CFF 1.2.0 requires (skipped where Python has no yaml)', () => {
  const [cff] = yaml([documentsOf()['CITATION.cff']!]) as [Record<string, unknown>]
  expect(cff).toEqual({
    'cff-version': '1.2.0',
    message: 'If you use this data set, please cite it as below.',
    type: 'dataset',
    title: '病房事实 Ward facts',
    abstract: 'Texts about medicine.',
    authors: [{ name: '李伟', orcid: 'https://orcid.org/0000-0002-1825-0097' }, { name: "Ana O'Hara" }],
    version: '2.0.0',
    'date-released': '2026-11-22',
    url: 'https://doubleread.example/releases/b0b7a3f2-0000-4000-8000-000000000000',
    keywords: ['fact checking'],
  })
})

test('every number of the facts is in the card, an undefined measure with its reason', () => {
  const card = documentsOf()['README.md']!
  for (const said of [
    '| train | 810 | open |',
    '| test | 101 | hidden: needs a grant of its own |',
    '| label | erroneous | 405 (405) | 50 (50) | not told |',
    '| veracity | erroneous | 405 | 50 | not told |',
    '| specialty | (none) | 8 (8) | 1 (1) | 1 (1) |',
    '| 3 | 1012 |',
    '0.813 (95 % interval 0.780 to 0.840, bootstrap over items, seed 1)',
    'undefined: All readings say the same, so that agreement by chance cannot be told from agreement.',
    '900 verdicts by consensus, 112 by adjudication (0.111 of all)',
    '| genuine clinical disagreement | 32 |',
    '| excluded by name | 2 |  |',
    '|  | 2 | Names a patient. |',
    'The taxonomy of protocol version 2 is provisional',
    '3036 readings of 1012 items by 7 readers were checked. Exceptions:',
    'load_dataset("json"',
    'pandas.read_parquet(',
    'Authorization: Bearer $DOUBLEREAD_TOKEN',
  ])
    expect(card).toContain(said)
})

test('a hidden split gives away neither salt nor files nor the reason of a changed verdict', () => {
  const documents = documentsOf()
  for (const text of Object.values(documents)) expect(text).not.toContain('The hidden reason.')
  for (const path of ['README.md', 'croissant.json']) expect(documents[path]).not.toContain('test.jsonl')
  expect(documents['CHANGELOG.md']).toContain('d-1: The open reason.')
  expect(documents['README.md']).toContain('The salt is not published')
})

test('Croissant describes open files by hash and size and native records by field, and refers to nothing that is not there', () => {
  const meta = JSON.parse(documentsOf()['croissant.json']!) as {
    conformsTo: string
    distribution: { '@type': string; '@id': string; sha256: string; contentSize: string; encodingFormat: string; containedIn?: { '@id': string } }[]
    recordSet: {
      '@id': string
      key: { '@id': string }
      field: { '@id': string; source: { fileObject: { '@id': string }; extract: object } }[]
    }[]
  }
  expect(meta.conformsTo).toBe('http://mlcommons.org/croissant/1.0')
  // Six files, and what the two archives among them hold.
  expect(meta.distribution).toHaveLength(8)
  expect(meta.distribution[0]).toMatchObject({ sha256: 'ab'.repeat(32), contentSize: '1234 B', encodingFormat: 'application/jsonlines' }) // prettier-ignore
  expect(meta.recordSet.map((set) => set['@id'])).toEqual(['train', 'validation'])
  const known = meta.distribution.map((file) => file['@id'])
  const sets = meta.distribution.filter((each) => each['@type'] === 'cr:FileSet')
  expect(sets.map(({ containedIn }) => containedIn?.['@id'])).toEqual(['brat/train.zip', 'brat/validation.zip'])
  const ids = [...known, ...meta.recordSet.flatMap((set) => [set['@id'], ...set.field.map((each) => each['@id'])])]
  expect(new Set(ids).size).toBe(ids.length)
  for (const { key, field } of meta.recordSet) {
    expect(field.map((each) => each['@id'])).toContain(key['@id'])
    for (const { source } of field) expect(known).toContain(source.fileObject['@id'])
  }
})

test('Croissant has what version 1.0 requires of a data set, on an installation that does not know its own address too', () => {
  const required = ['@context', '@type', 'conformsTo', 'description', 'license', 'name', 'url', 'creator', 'datePublished', 'distribution']
  const facts = factsFor()
  for (const url of [facts.release.url, null]) {
    const meta = JSON.parse(croissant({ ...facts, release: { ...facts.release, url, filesUrl: null } })) as Record<string, unknown>
    expect(required.filter((name) => !meta[name])).toEqual([])
    expect(() => new URL(String(meta['url']))).not.toThrow()
    for (const licence of meta['license'] as unknown[]) expect(typeof licence === 'string' ? URL.canParse(licence) : licence).toBeTruthy()
  }
})

test('pairs that somebody judged to be no duplicates stand in the report with their splits, and the card counts them', () => {
  const documents = documentsOf()
  expect(documents['leakage.md']).toContain('2 pairs at or above the threshold, 1 of them across splits.')
  expect(documents['leakage.md']).toContain('| f-1 | train | f-2 | test | 0.990 |')
  expect(documents['README.md']).toContain('2 pairs as near as these were judged to be no duplicates; 1 of them in different splits.')
})

test('the report says what has left and was looked at all the same, what is near to it, and what stays out for standing between splits', () => {
  const documents = documentsOf()
  expect(documents['leakage.md']).toContain('31 texts of items that an earlier version held and this one does not were held against those of this version')
  expect(documents['leakage.md']).toContain('1 pair, 0 of them across splits; 1 more judged to be no duplicates.')
  expect(documents['leakage.md']).toContain('| g-1 | test | g-0 | test | 0.950 |')
  expect(documents['leakage.md']).toContain('| b-1 (train), b-2 (test) | b-3 |')
  expect(documents['README.md']).toContain('1 new item of them stays out. What earlier versions held and this one does not was looked at too: 31 texts, 1 near-duplicate here.')
})

test('the card says of readers what was found: how many an item, and whether anything speaks against their independence', () => {
  const said = (readersPerItem: { readers: number; items: number }[], exceptions: 'none' | 'some') => {
    const facts = factsFor()
    const blinding = exceptions === 'none' ? { ...facts.blinding, exceptions: [] } : facts.blinding
    return documentsOf({ ...facts, agreement: { ...facts.agreement, readersPerItem }, verdicts: { consensus: 3, single: 5, adjudicated: 2, causes: [] }, blinding })['README.md']!
  }
  expect(said([{ readers: 3, items: 9 }], 'none')).toContain('Every item was read by 3 people. The audit trail shows none who could see')
  expect(said([{ readers: 2, items: 9 }, { readers: 3, items: 1 }], 'some')).toContain('read by 2 to 3 people. The audit trail shows 1 kind of exceptions')
  expect(said([{ readers: 1, items: 4 }, { readers: 2, items: 9 }], 'none')).toContain('9 items were read by 2 people, 4 items once.')
  const once = said([{ readers: 1, items: 10 }], 'none')
  expect(once).toContain('Every item was read once: no second reading stands beside any of them.')
  expect(once).not.toContain('adjudicator')
  expect(once).toContain('3 verdicts by consensus, 2 by adjudication (0.200 of all), 5 as a single reading.')
})

test('the card loads with the page’s own commands, from an unpacked folder where no address is known, and never a hidden file', () => {
  const facts = factsFor()
  const { version, slug } = facts.release
  const files = facts.files.filter(({ split }) => split !== 'test')
  const address = 'https://doubleread.example/api/releases/b0b7a3f2-0000-4000-8000-000000000000'
  const commands = snippetsFor({ address, version, slug, files, fields: facts.fields })
  expect(commands.map(({ of }) => of)).toEqual(['curl', 'verify', 'datasets', 'pandas'])
  for (const { text } of commands) expect(documentsOf()['README.md']).toContain(text)
  const unpacked = documentsOf({ ...facts, release: { ...facts.release, url: null, filesUrl: null } })['README.md']!
  expect(unpacked).toContain('data_files = {"train": "native/train.jsonl", "validation": "native/validation.jsonl"}\ndataset = load_dataset("json", data_files=data_files, features=features)')
  expect(unpacked).not.toContain('DOUBLEREAD_TOKEN')
})

test('of what is under a licence by a later word it is said since when, by whose and why, in the card and in LICENCES', () => {
  const documents = documentsOf()
  expect(documents['README.md']).toContain('- Own terms: 4 items, as the study says since 2026-10-20, by an owner: The publisher answered.')
  expect(documents['LICENCES']).toContain('Own terms: 10 items\n  source not named: 10 items\n  As the study says of 4 items since 2026-10-20, by an owner: The publisher answered.')
})

/** What a release of items under these licences says of them to those who read its documents by machine. */
const toldOf = (...names: (string | null)[]) => {
  const facts = factsFor()
  const of = (url: string | null) => documentsOf({ ...facts, release: { ...facts.release, url }, licences: names.map((licence) => ({ licence, items: 1, sources: [] })) })
  const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('license'))
  return { citation: lines(of(facts.release.url)['CITATION.cff']!), card: lines(frontMatter(of(null)['README.md']!)) }
}

test('the citation names a licence only where all items are under that one and its format knows it: several would mean whichever one likes', () => {
  expect(toldOf('CC BY 4.0').citation).toEqual(['license: "CC-BY-4.0"'])
  expect(toldOf('CC BY 4.0', 'cc-by-4.0').citation).toEqual(['license: "CC-BY-4.0"'])
  // The last one is younger than the list of CFF 1.2.0.
  for (const names of [['CC BY 4.0', 'CC BY-NC-ND 4.0'], ['CC BY 4.0', 'Own'], ['CC BY 4.0', null], ['Own'], [], ['CDLA-Permissive-2.0']]) expect(toldOf(...names).citation).toEqual([])
})

test('the card calls terms of their own by an identifier and links to the release, to nothing where its address is not known', () => {
  expect(toldOf('Own').card).toEqual(['license:', 'license_name: "see-licences"'])
  expect(toldOf('CC BY 4.0').card).toEqual(['license:'])
})

test('a licence has an identifier only where its name leaves no doubt', () => {
  expect(['CC BY 4.0', 'cc-by-4.0', ' MIT ', 'Apache 2.0', 'CC BY', 'Own', null].map(spdxOf)).toEqual([
    'CC-BY-4.0', 'CC-BY-4.0', 'MIT', 'Apache-2.0', null, null, null,
  ]) // prettier-ignore
  expect(['ODbL 1.0', 'Own'].map(cardLicence)).toEqual(['odbl', 'other'])
})
