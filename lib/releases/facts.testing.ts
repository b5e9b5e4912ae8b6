import type { ReleaseFacts } from './release-facts'

const cells = (train: number, validation: number, test: number | null) => ({
  train: { wanted: train, got: train },
  validation: { wanted: validation, got: validation },
  test: test === null ? null : { wanted: test, got: test },
})
const sha256 = 'ab'.repeat(32)

/** A release with something in every place. `say` stands wherever a person's words do. */
export function factsFor(say: (words: string) => string = (words) => words): ReleaseFacts {
  return {
    release: {
      id: 'b0b7a3f2-0000-4000-8000-000000000000',
      slug: 'ward-facts',
      version: '2.0.0',
      title: say('病房事实 Ward facts'),
      description: say('Texts about medicine.'),
      date: '2026-11-22',
      url: 'https://doubleread.example/releases/b0b7a3f2-0000-4000-8000-000000000000',
      filesUrl: 'https://doubleread.example/api/releases/b0b7a3f2-0000-4000-8000-000000000000/files',
      languages: ['en', 'zh'],
      keywords: [say('fact checking')],
    },
    study: {
      slug: 'ward',
      name: say('Ward 病房'),
      task: 'error-spans',
      taskName: say('Error spans'),
      hubTasks: ['token-classification', 'text-classification'],
    },
    authors: [
      { name: say('李伟'), orcid: '0000-0002-1825-0097' },
      { name: say("Ana O'Hara"), orcid: null },
    ],
    protocols: [
      { number: 1, name: say('First'), items: 400, provisional: false },
      { number: 2, name: say('Second'), items: 612, provisional: true },
    ],
    division: {
      ratios: { train: 8, validation: 1, test: 1 },
      stratifyBy: ['label', say('specialty')],
      saltSha256: sha256,
      salt: null,
    },
    splits: [
      { name: 'train', items: 810, hidden: false },
      { name: 'validation', items: 101, hidden: false },
      { name: 'test', items: 101, hidden: true },
    ],
    achieved: [
      { field: null, value: null, splits: cells(810, 101, 101) },
      { field: 'label', value: say('erroneous'), splits: cells(405, 50, null) },
      { field: say('specialty'), value: null, splits: cells(8, 1, 1) },
    ],
    labels: [{ field: 'veracity', value: say('erroneous'), counts: { train: 405, validation: 50, test: null } }],
    agreement: {
      of: 'open-splits',
      readersPerItem: [{ readers: 3, items: 1_012 }],
      single: 0,
      measures: [
        {
          metric: 'alpha',
          level: 'nominal',
          of: 'veracity',
          value: 0.8125,
          reason: null,
          interval: { low: 0.78, high: 0.84, confidence: 0.95, method: 'bootstrap over items, seed 1' },
          items: 1_012,
          raters: 7,
          ratings: 3_036,
        },
        {
          metric: 'alpha',
          level: 'nominal',
          of: 'type',
          value: null,
          reason: 'no-variation',
          interval: null,
          items: 3,
          raters: 2,
          ratings: 6,
        },
      ],
    },
    verdicts: {
      consensus: 900,
      single: 0,
      adjudicated: 112,
      causes: [
        { cause: 'oversight', items: 80 },
        { cause: 'genuine-clinical-disagreement', items: 32 },
      ],
    },
    leftOut: [
      { reason: 'no-verdict', items: 17, notes: [] },
      { reason: 'excluded', items: 2, notes: [{ note: say('Names a patient.'), items: 2 }] },
    ],
    licences: [
      { licence: 'CC BY 4.0', items: 1_000, sources: [{ source: say('卫生科普'), items: 1_000 }] },
      { licence: say('Own terms'), items: 10, sources: [{ source: null, items: 10 }], stated: [{ since: '2026-10-20', reason: say('The publisher answered.'), items: 4 }] },
      { licence: null, items: 2, sources: [{ source: say('Letters'), items: 2 }] },
    ],
    licenceOverride: say('The hospital agreed in writing.'),
    files: (['train', 'validation', 'test'] as const).flatMap((split) => {
      const named = (bytes: number) => (split === 'test' ? { bytes: null, sha256: null, commitment: sha256 } : { bytes, sha256 })
      return [
        { path: `native/${split}.jsonl`, ...named(1_234), format: 'native', split },
        { path: `parquet/${split}.parquet`, ...named(567), format: 'parquet', split },
        { path: `brat/${split}.zip`, ...named(89), format: 'brat', split },
      ]
    }),
    formats: [
      { code: 'native', name: 'Native JSON Lines', cannotHold: [], lost: [] },
      { code: 'brat', name: 'brat', cannotHold: [say('corrections'), 'tags'], lost: [{ field: 'spans', records: 12 }, { field: 'tags', records: 574 }] },
    ],
    fields: [
      { name: 'id', type: 'text', description: 'The item.', feature: 'string' },
      { name: 'spans', type: 'json', description: 'What is wrong in it.', feature: { list: { struct: [{ name: 'start', feature: 'int64' }, { name: 'references', feature: { list: 'string' } }] } } },
      { name: 'tags', type: 'json', description: 'Further properties.', feature: 'json' },
    ],
    leakage: {
      items: 1_012,
      groups: 12,
      clusters: 990,
      largestCluster: 4,
      nearDuplicates: {
        threshold: 0.8,
        shingleLength: 4,
        seed: 1,
        texts: 1_012,
        compared: 30,
        crowded: 1,
        passedOver: 3,
        exhausted: 2,
        recall: 0.9983,
        pairs: [
          { a: say('a-1'), b: say('a-2'), similarity: 0.9375, splits: ['train', 'train'] },
          { a: say('b-1'), b: say('b-2'), similarity: 0.8125, splits: ['train', 'test'] },
        ],
        dismissed: [
          { a: say('f-1'), b: say('f-2'), similarity: 0.99, splits: ['train', 'test'] },
          { a: say('f-3'), b: say('f-4'), similarity: 0.9, splits: ['train', 'train'] },
        ],
      },
      conflicts: [
        {
          earlier: [
            { id: say('b-1'), split: 'train' },
            { id: say('b-2'), split: 'test' },
          ],
          added: [say('b-3')],
        },
      ],
      gone: {
        texts: 31,
        pairs: [{ id: say('g-1'), split: 'test', gone: say('g-0'), goneFrom: 'test', similarity: 0.95 }],
        dismissed: [{ id: say('g-2'), split: 'train', gone: say('g-0'), goneFrom: 'test', similarity: 0.85 }],
      },
    },
    history: [
      {
        version: '2.0.0',
        date: '2026-11-22',
        bump: 'major',
        note: say('Read again.'),
        changes: {
          added: [{ id: say('b-3'), split: 'test' }],
          removed: [{ id: say('c-1'), split: 'train', lastVersion: '1.0.0', reason: say('Taken back.') }],
          verdicts: [
            { id: say('d-1'), split: 'train', reason: say('The open reason.') },
            { id: say('d-2'), split: 'test', reason: say('The hidden reason.') },
          ],
          texts: [],
          splits: [],
          records: [{ id: say('e-1') }],
        },
      },
      { version: '1.0.0', date: '2026-10-01', bump: null, changes: null, note: '' },
    ],
    tombstones: [{ id: say('c-1'), split: 'train', lastVersion: '1.0.0', reason: say('Taken back.') }],
    blinding: {
      claim: 'No reader of a released item had access to another reading, an identity or a seal before submitting.',
      from: 1,
      to: 9_000,
      checked: { readings: 3_036, items: 1_012, readers: 7 },
      exceptions: [{ kind: 'unsealed', count: 1, items: ['a-1'], sentence: say('One item was unsealed early.') }],
    },
  }
}
