import { readdirSync, readFileSync } from 'node:fs'
import { createFormatter, createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { eventFacts, type EventDetail } from '@/lib/blinding/event-facts'
import type { SystemReason } from '@/lib/blinding/system-reasons'
import type { Locale } from '@/lib/locale'
import { saidFacts, type FactWords } from './said-facts'

const id = '0b9f2f5e-6f0e-4c55-9a51-0d6d53e0f7aa'
const seat = { seat: id }
const released = { release: id, version: '1.0' }
const handedIn = { release: id, split: 'test', system: 'Mine' }

/** What an event of each kind keeps, as fully as it can. */
const kept: Record<SystemReason, EventDetail> = {
  'sign-in': { by: 'password' },
  'sign-in-refused': { by: 'oidc', account: 'unverified' },
  'sign-out': {},
  'sessions-revoked': { ended: 2, tokensRevoked: 1 },
  'password-changed': { first: false, sessionsEnded: 1, tokensRevoked: 0 },
  'password-reset-made': { personId: id, resetId: id },
  'password-reset-opened': { resetId: id },
  'password-reset-used': { resetId: id, sessionsEnded: 1, tokensRevoked: 1 },
  'profile-changed': { part: 'conflicts', count: 3, freed: 2 },
  'person-invited': { invitationId: id, email: 'a@example.org', roles: ['reader', 'researcher'], owner: false },
  'invitation-opened': { invitationId: id },
  'invitation-revoked': { invitationId: id },
  'invitation-accepted': { invitationId: id, roles: ['adjudicator'], owner: true, account: 'known' },
  'person-added': { person: id, owner: false },
  'person-deactivated': { personId: id, sessionsEnded: 1, tokensRevoked: 1, freed: 4 },
  'person-reactivated': { personId: id },
  'owner-made': { personId: id },
  'owner-unmade': { personId: id },
  'role-given': { personId: id, role: 'admin' },
  'role-taken': { personId: id, role: 'reader', freed: 1, splits: ['test'] },
  'study-created': { task: 'rubric-scoring', readersPerItem: 2, policy: 'never', settings: { tolerance: 'half-step' }, template: 'promedical' },
  'study-changed': {
    name: { from: 'One', to: 'Two' }, description: { from: '', to: 'More.' }, languages: { from: ['en'], to: ['en', 'zh-CN'] }, licence: { from: null, to: 'MIT' }, readersPerItem: { from: 1, to: 3 },
    policy: { from: 'always', to: 'on-disagreement' }, showsVerdicts: { from: false, to: true }, reason: 'It was too slow.',
    settings: { from: { errorsPerText: 'any', tolerance: { overlap: 0.5 } }, to: { counting: 'weights', weightTolerance: 50_000, counts: 'overall-and-axes', strengthApart: null, stopRule: { leastPassRate: 0.9, mostChange: 0.1, rounds: 2, leastReviewed: 10, confidence: 0.95 } } },
  },
  'study-archived': { archived: true },
  'protocol-published': { number: 2, note: 'Clearer.' },
  'import-begun': { import: id, file: 'notes.csv' },
  'items-imported': { file: 'notes.csv', format: 'csv', rows: 10, take: 'good', imported: 4, known: 1, corrected: 1, duplicates: 2, refused: 2 },
  'item-corrected': { file: 'notes.csv', reason: 'Wrong.', group: { from: null, to: 'First' }, source: { from: 'ward', to: 'ward' }, specialty: { from: 'cardiology', to: 'cardiology' }, sealed: true },
  'items-withdrawn': { reason: 'Wrong.', items: 2 },
  'licence-stated': { statement: id, licence: 'MIT', reason: 'By letter.', items: 5, of: 'unknown', source: 'ward' },
  'batch-opened': { batch: 'First', items: 4, readersPerItem: 2, filter: { language: 'zh', specialty: 'cardiology', search: 'dose', source: 'ward', import: id, tag: 'a=b' }, take: 'stratified', count: 4, seed: 'x', by: 'specialty', askedTwice: 1 },
  'batch-changed': { batch: 'First', name: 'Later', state: 'paused', priority: 3, dueOn: '2026-12-01', pool: { people: 2, specialties: ['cardiology'], languages: ['zh-CN'] }, freed: 2, returned: 3, interrupted: 1 },
  'seat-claimed': { ...seat, resumed: true },
  'seat-resumed': seat,
  'seat-declined': { reason: 'outside-my-competence', again: true },
  'seat-released': seat,
  'judgment-submitted': { ...seat, again: true, repeated: true },
  'judgment-taken-back': { ...seat, again: true },
  'adjudication-claimed': { adjudication: id, resumed: true, found: false },
  'adjudication-declined': { adjudication: id, reason: 'conflict-of-interest' },
  'adjudication-released': { adjudication: id },
  'verdict-given': { adjudication: id, outcome: 'unusable', repeated: true, version: 2 },
  'item-reopened': { under: 1, reason: 'A new guideline.', items: 3, batch: 'Again' },
  'rubric-revised': { reason: 'The unit matters.', items: 2, reopened: 1, batch: 'Again', dryRun: true },
  'item-unsealed': { reason: 'A complaint.', stage: 'reading' },
  'question-asked': {},
  'question-answered': { thread: id, answered: true, resolved: false },
  'verdicts-exported': { verdicts: 9, as: 'examples' },
  'readings-exported': { readings: 18 },
  'release-drafted': { release: id, title: 'Notes' },
  'release-changed': {
    release: id, pair: ['a', 'b'], isDuplicate: false, filter: { batches: [id], tags: ['a=b'], specialties: ['cardiology'], languages: ['en'], basis: ['consensus'] }, exclusions: 3,
    balance: { field: 'specialty', shares: { cardiology: 1 } }, hard: { submissions: [id], match: 'overlap:0.5' }, licenceOverride: 'By letter.', ratios: { train: 8, validation: 1, test: 1 }, strata: ['specialty'],
    nearDuplicates: { threshold: 0.8, notDuplicates: 2 }, hidden: ['test'], formats: ['medec'], readers: 'pseudonyms', description: 'Notes.', authors: [{ name: 'A. Author', orcid: '0000-0000-0000-0000' }], keywords: ['notes'],
  },
  'release-dropped': { release: id, title: 'Notes' },
  'release-signed': { release: id, title: 'Notes', by: 'command-line', meaning: 'I vouch for it.', composition: '0'.repeat(64) },
  'release-given-up': { release: id },
  'release-rebuilt': { release: id, ok: false, files: 12, reworded: 1, differ: ['README.md'] },
  'blinding-checked': { readings: 8, items: 4, readers: 2, exceptions: { 'unsealed-before': 1 } },
  'release-frozen': { ...released, items: 4, manifestSha256: 'ab'.repeat(32), blindingExceptions: 1 },
  'release-downloaded': { ...released, path: 'data/test.jsonl', splits: ['test'], from: 4_096, split: 'test', inputs: 3 },
  'split-granted': { personId: id, split: 'test', reason: 'A reviewer.' },
  'split-grant-taken': { personId: id, split: 'test', reason: 'Done.' },
  'submission-received': { ...handedIn, begun: true, predicted: 3, problems: 1, submission: id, repeated: true },
  'submission-withdrawn': { submission: id, release: id },
  'submission-scored': { submission: id, begun: true, matches: ['overlap:0.5', 'exact'], anew: 2, release: id, split: 'test', experts: 'asked', questions: 4 },
  'readers-scored': { release: id, split: 'validation' },
  'span-question-claimed': { question: id, found: false },
  'span-question-answered': { question: id, same: true },
  'token-made': { token: id, scopes: ['studies:read', 'items:write'], days: 30 },
  'token-revoked': { token: id },
  'job-cancelled': { job: id, kind: 'freeze', subject: id },
  'audit-verified': { ok: false, links: 9, head: { position: '9', hash: 'ab' }, broken: { position: '4', eventId: id, problem: 'hash-differs' } },
  'demo-world-made': {},
  'backup-made': {},
  'backup-restored': { madeAt: '2026-11-26', rows: 9, sha256: 'ab' },
  'housekeeping-done': { invitations: 1, resets: 1, sessions: 1, imports: 1, seats: 1, disputes: 1 },
} // prettier-ignore

const wordsIn = (locale: Locale): FactWords => {
  const folder = `lib/messages/${locale}`
  const messages = Object.fromEntries(readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { facts: object }]))
  const format = createFormatter({ locale, timeZone: 'UTC' })
  return {
    messages, locale,
    t: createTranslator({ locale, messages }) as unknown as FactWords['t'],
    number: (value) => format.number(value), list: (values) => format.list([...values]),
    languageName: (tag) => `language ${tag}`, specialtyName: (code) => `specialty ${code}`,
  } // prettier-ignore
}

/** What a person typed, or a name that is the same in every language. */
const asTyped = /a@example\.org|One|Two|More\.|MIT|It was too slow\.|Clearer\.|notes\.csv|Wrong\.|By letter\.|ward|dose|a=b|First|Later|2026-\d\d-\d\d|Again|A new guideline\.|The unit matters\.|A complaint\.|Notes\.?|A\. Author|medec|notes|CSV|TSV|I vouch for it\.|README\.md|data\/test\.jsonl|A reviewer\.|Done\.|Mine|cardiology|(?:ab){1,32}|ORCID|SHA-256|HealthBench|ProMedical|(?:language|specialty) [\w-]+|IoU/g

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  const words = wordsIn(locale)

  test('every fact that an event can have on record has its name, and no name is left without a fact', () => {
    expect(Object.keys((words.messages as { audit: { facts: object } }).audit.facts).sort()).toEqual([...eventFacts].sort())
  })

  test.each(Object.entries(kept))('what an event of the kind %s keeps is told in words, without a code', (_, detail) => {
    const told = saidFacts(detail, Object.fromEntries(['personId', 'person'].flatMap((key) => (key in detail ? [[key, 'Mine']] : []))), words).join('\n')
    expect(told).not.toMatch(new RegExp(`${id}|[{}"\\[\\]]|audit\\.`))
    if (locale === 'zh-CN') expect(told.replaceAll(asTyped, '').match(/[a-z]{2,}/gi) ?? []).toEqual([])
    else expect(told.replaceAll(asTyped, '').match(/\b[a-z]+(?:[A-Z][a-z]+)+\b|\b[a-z]+-[a-z]+-[a-z-]+\b/g) ?? []).toEqual([])
  })

  test('what has no words stands there as it is on record', () => {
    expect(saidFacts({ stranger: 'constructor', reason: 'toString', list: [1, { deep: 'x', none: null }], outcome: 'constructor' }, {}, words).join(' ')).toMatch(/stranger.*constructor.*toString.*list.*1.*deep x.*constructor$/)
  })
})

test('a person, a release and a system are called by their names where these are known', () => {
  const [english, chinese] = [wordsIn('en'), wordsIn('zh-CN')]
  expect(saidFacts({ personId: id, role: 'admin' }, { personId: 'Gu Wei' }, english)).toEqual(['Person: Gu Wei', 'Role: Admin'])
  expect(saidFacts({ personId: id, role: 'admin' }, { personId: 'Gu Wei' }, chinese)).toEqual(['人员：Gu Wei', '角色：管理员'])
  expect(saidFacts({ release: id, split: 'test' }, { release: 'Notes' }, english)).toEqual(['Release: Notes', 'Split: test'])
  expect(saidFacts({ release: id }, {}, english)).toEqual([])
  expect(saidFacts({ personId: id }, {}, english)).toEqual([`Person: ${id}`])
})

test('what something no longer has is told', () => {
  expect(saidFacts({ hidden: [], dueOn: null }, {}, wordsIn('en'))).toEqual(['Hidden splits: none', 'Due on: none'])
})
