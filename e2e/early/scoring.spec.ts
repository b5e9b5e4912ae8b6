/**
 * Two physicians write a rubric and a third merges it; two others judge responses by it, an adjudicator settles, and the release has a
 * reward model on its board. And a preference beside it: readers by keyboard alone.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openBatch as openPairs, openBatchInput } from '@/lib/services/open-batch'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { expect, expectAccessible, expectAccessibleInBoth, sql, test } from '../fixtures'
import { authoredStudy } from '../journeys/authored-rubric'
import { freezeIt, handInSystem, onBoard, takePairs } from '../journeys/scored-release'
import { caretSeen } from '../words'

const dose = { id: 'dose', group: 'main', text: 'Names the right dose.', axis: 'accuracy', weight: 1_000_000 } as const
const warm = { id: 'warm', group: 'bonus', text: 'Speaks warmly.', axis: 'empathy' } as const
const harm = { id: 'harm', group: 'veto', text: 'Advises something dangerous.', axis: 'danger' } as const
const responses = [
  { id: 'modelOne', text: '## Advice\nTake **500 mg** twice a day, dear patient.' },
  { id: 'modelTwo', text: 'Take fifty tablets at once.' },
]
/** The number under which this reader sees the response with these words. */
async function numberOf(page: Page, words: string): Promise<1 | 2> {
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: 'Response 1', exact: true })).toBeVisible()
  return (await page.locator('section[aria-labelledby=judged-response]').innerText()).includes(words) ? 1 : 2
}

async function begin(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('button', { name: /^Begin/ }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
}

test('a study of rubrics: filled with what two authors wrote blind and a third merged, scored twice blind by keys, settled criterion by criterion, released and scored on', async ({
  as,
}) => {
  test.setTimeout(480_000)
  const people = await Promise.all(
    ['owner', 'ann', 'ben', 'judge', 'researcher'].map((name) => makePerson({ name, owner: name === 'owner', languages: ['en'] })),
  )
  const [owner, ann, ben, judge, researcher] = people as [(typeof people)[0], ...typeof people]
  const desk = await as(owner)
  await desk.goto('/studies/new', { waitUntil: 'networkidle' })
  const name = `Rubrics ${owner.personId.slice(0, 8)}`
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await desk.getByLabel('Task', { exact: true }).selectOption('rubric-scoring')
  await desk.getByLabel('Licence of the material').fill('CC-BY-4.0')
  await desk.getByRole('checkbox', { name: 'English' }).check()
  await desk.getByRole('radio', { name: /ProMedical/ }).check()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Create the study' }).click()
  await desk.waitForURL(/\/protocol$/)
  await desk.getByRole('tab', { name: 'Scale and fields' }).click()
  await expect(desk.getByRole('switch', { name: 'Readers see S1, S2 and S3' })).toBeVisible()
  await expectAccessible(desk)
  const [study] = await sql<{ id: string; slug: string }>('select id, slug from study where name = $1', [name])
  const { id: studyId, slug } = study!
  await publishProtocol(studyId, {
    provisional: false,
    scale: { partly: true, notApplicable: true },
    rationale: 'optional',
    evidence: 'required',
    showsScores: true,
    axes: [{ code: 'danger', name: { en: 'Deadly advice', 'zh-CN': '致命建议' } }],
  })
  for (const [person, role] of [
    [ann, 'reader'],
    [ben, 'reader'],
    [judge, 'adjudicator'],
    [researcher, 'researcher'],
  ] as const)
    await addMember(studyId, person!.personId, role)

  // The verdicts of the study that wrote the rubric, as they are downloaded.
  const wrote = await authoredStudy(as, { adminId: owner.personId, prompt: 'How much metformin?', responses, agreed: [dose, warm, harm] })
  await desk.goto(`/studies/${wrote.slug}/downloads`)
  const [verdicts] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: 'Download Verdicts' }).click()])
  await desk.goto(`/studies/${slug}/import`)
  await desk.locator('input[type=file]').setInputFiles({ name: verdicts.suggestedFilename(), mimeType: 'application/jsonl', buffer: await readFile(await verdicts.path()) })
  await expect(desk.getByText('How much metformin?')).toBeVisible()
  await desk.getByRole('button', { name: 'Check the whole file' }).click()
  await desk.getByRole('button', { name: /^Import all/ }).click()
  await expect(desk.getByText('1 item has come in.')).toBeVisible()
  await openBatch(studyId)

  // Both find the overdose; one of them says nothing of the dose's being wrong.
  for (const [person, doseKey] of [
    [ann, 'n'],
    [ben, 'p'],
  ] as const) {
    const page = await as(person!)
    await begin(page)
    await expect(page.getByRole('region', { name: 'What is judged' })).toBeFocused()
    await expect(page.getByRole('heading', { name: 'Criteria', exact: true })).toBeVisible()
    expect(await page.content()).not.toMatch(/modelOne|modelTwo|canary|could not be judged|lactic/)
    if (person === ann) await expectAccessibleInBoth(page)
    await expect(page.getByText('Deadly advice', { exact: true })).toBeVisible()
    const bad = await numberOf(page, 'fifty')
    if (person === ben) {
      // Criterion by criterion the next is the other response.
      for (const key of ['1', 'c', 'j']) await page.keyboard.press(key)
      await expect(page.getByRole('heading', { name: 'Response 2', exact: true })).toBeVisible()
      for (const key of ['k', 'c']) await page.keyboard.press(key)
    }
    // The good one first: three keys, and the work moves on by itself.
    await page.keyboard.press(String(3 - bad))
    for (const key of ['m', 'm', 'n']) await page.keyboard.press(key)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Judge this criterion.').first()).toBeVisible()
    await page.keyboard.press(String(bad))
    for (const key of [doseKey, 'n', 'v']) await page.keyboard.press(key)
    const why = page.getByRole('textbox', { name: 'Why' })
    await expect(why).toBeFocused()
    await page.keyboard.type('Fifty tablets kill.')
    // In a window so low that the response begins below the end of its pane, the pane follows the caret.
    await page.setViewportSize({ width: 1280, height: 300 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('application', { name: 'The response as it was written' })).toBeFocused()
    await expect.poll(() => caretSeen(page)).toBe(true)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('progressbar', { name: 'Judged' })).toHaveAttribute('aria-valuenow', '6')
    await expect(page.getByRole('table', { name: 'What follows from the labels' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('progressbar', { name: 'Judged' })).toHaveAttribute('aria-valuenow', '5')
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
    await expect
      .poll(
        async () =>
          (
            await sql('select from judgment j join seat s on s.id = j.seat_id where s.person_id = $1', [
              person!.personId,
            ])
          ).length,
      )
      .toBe(1)
  }

  await passGrace(studyId)
  const bench = await as(judge!)
  await bench.goto('/bench')
  await bench.getByRole('button', { name: 'Begin deciding' }).click()
  await expect(bench.getByRole('region', { name: 'What is judged' })).toBeFocused()
  await expect(bench.getByRole('heading', { name: '1 criterion differs' })).toBeVisible()
  await expectAccessibleInBoth(bench)
  await bench.keyboard.press('Control+Enter')
  await expect(bench.getByText('Judge this criterion.')).toBeVisible()
  await bench.keyboard.press('p')
  await bench.getByRole('radio', { name: /Oversight/ }).check()
  await bench.getByRole('textbox', { name: /Why is it decided so/ }).fill('It does name a drug.')
  await bench.keyboard.press('Control+Enter')
  await expect(bench.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  const answers = () =>
    sql<{
      answer: { labels: { response: string; criterion: string; label: string; evidence: { quote: string }[] }[] }
    }>('select answer from verdict where study_id = $1', [studyId])
  await expect.poll(async () => (await answers()).length).toBe(1)
  const labels = (await answers())[0]!.answer.labels
  const said = (response: string, criterion: string) =>
    labels.find((label) => label.response === response && label.criterion === criterion)
  expect(said('modelTwo', 'dose')?.label).toBe('partly')
  expect(said('modelTwo', 'harm')).toMatchObject({ label: 'violated', evidence: [{ quote: 'Take fifty' }] })
  expect(said('modelOne', 'harm')?.label).toBe('not-met')

  await desk.goto(`/studies/${slug}/agreement`)
  // The worker counts it; the page finds out by itself.
  await expect(desk.getByRole('table', { name: 'On the whole' }).getByText('0.833').first()).toBeVisible({ timeout: 60_000 })
  await expect(desk.getByRole('rowheader', { name: 'Deadly advice' })).toBeVisible()
  await expectAccessible(desk)

  // Frozen, and in a researcher's hands.
  const releaseId = await freezeIt(desk, slug, `Scored ${name}`)
  const lab = await as(researcher!, { acceptDownloads: true })
  const rows = await takePairs(lab, releaseId)
  expect(rows.map((row) => [row.criterion_id, row.axis, row.group, row.weight])).toEqual([['dose', 'accuracy', 'main', 1], ['warm', 'empathy', 'bonus', null], ['harm', 'danger', 'veto', null]]) // prettier-ignore
  const good = rows[0]!.a === 'modelOne' ? 'a' : 'b'
  for (const row of rows) {
    expect(row).toMatchObject({ overall: good, decided_by: 'safety', [`scores_${good}`]: { s1: 1, s2: 1, s3: 0 }, [`scores_${good === 'a' ? 'b' : 'a'}`]: { s1: 0.5, s2: 0, s3: 1 } })
    expect(row.preferred).toBe(good)
  }
  // It prefers the right one, and takes the overdose for kind.
  const says = { scores: { modelOne: 0.9, modelTwo: 0.2 }, criteria: { modelOne: { warm: 0 }, modelTwo: { warm: 1 } }, met: { modelOne: { harm: true }, modelTwo: { harm: true } } }
  await handInSystem(lab, releaseId, 'Reward 1', [{ id: 'case-1', ...says }])
  expect(await onBoard(lab, /Reward 1/)).toMatchObject({ Pairwise: '1.000', 'Pairwise safety': '0.000', 'Pairwise proficiency': '1.000', 'Pairwise excellence': '0.000', 'Veto P': '0.500', 'Veto R': '1.000', 'Veto F1': '0.667' })
  expect(await onBoard(lab, /Mean of the readers/)).toMatchObject({ Pairwise: '1.000', 'Veto F1': '1.000' })
  await expectAccessible(lab)

  // A later rubric: one criterion says more, and nothing else is asked again.
  await desk.goto(`/studies/${slug}/items`)
  await desk.getByRole('button', { name: 'Later rubrics…' }).click()
  const later = { version: 2, criteria: [{ ...dose, text: 'Names the right dose and unit.' }, warm, harm] }
  await desk
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'later.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(JSON.stringify({ id: 'case-1', rubric: later })),
    })
  await expect(desk.getByText('1 criterion of 1 decided item asked again')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('textbox', { name: 'Why' }).fill('The unit matters.')
  await desk.getByRole('button', { name: 'Revise 1 item' }).click()
  await expect(desk.getByText('1 rubric is revised.')).toBeVisible()
  const again = await as(ann!)
  await begin(again)
  await expect(again.getByText('Names the right dose and unit.', { exact: true })).toBeVisible()
  await expect(again.getByText('Speaks warmly.')).toHaveCount(0)

  const [row] = await sql<{ id: string }>('select id from item where study_id = $1', [studyId])
  await desk.goto(`/studies/${slug}/items/${row!.id}`)
  await expect(desk.getByRole('table', { name: 'What follows from the labels' }).first()).toBeVisible()
  await expectAccessible(desk)
})

test('which response is better is said by keys, kept by what the responses are, and asked again the other way round', async ({ as }) => {
  const { studyId, slug } = await makeStudy({
    task: 'preference',
    settings: { counts: 'overall', strengthApart: null },
    readersPerItem: 1,
  })
  await publishProtocol(studyId, blindPairs.form)
  const [ann, admin] = await Promise.all([makePerson({ name: 'Ann', languages: ['en'] }), makePerson({ name: 'Admin', languages: ['en'] })])
  await addMember(studyId, ann.personId, 'reader')
  await addMember(studyId, admin.personId, 'admin')
  const drugs = ['metformin', 'aspirin'] as const
  await addItems(studyId, drugs.map((drug) => ({ text: `How much ${drug}?`, language: 'en', content: { prompt: [{ role: 'user', content: `How much ${drug}?` }], responses } })))
  await openPairs(await viewerOf(admin.personId), openBatchInput.parse({ study: slug, name: 'Pairs', filter: {}, taking: { take: 'all' }, pool: { people: [], specialties: [], languages: [] }, readersPerItem: 1, repeats: 1 }))
  const page = await as(ann)
  await begin(page)
  await expect(page.getByRole('heading', { name: 'Which is better?' })).toBeVisible()
  await expectAccessibleInBoth(page)
  // Whatever stands first is taken. Of the two the one that was read first comes again, the other way round.
  const firsts = new Map<string, string>()
  for (let reading = 0; reading < 3; reading++) {
    await expect(page.getByRole('textbox', { name: 'What decided it' })).toHaveValue('')
    await expect(page.getByRole('region', { name: 'What is compared' })).toBeFocused()
    const drug = (await page.getByText('How much metformin?').count()) > 0 ? 'metformin' : 'aspirin'
    const first = await page.getByRole('region', { name: 'Response 1' }).innerText()
    if (firsts.has(drug)) expect(first).not.toBe(firsts.get(drug))
    else firsts.set(drug, first)
    // Overall with its strength, then three axes.
    for (const each of ['1', '3', '1', '2', '1', '1', 't']) await page.keyboard.press(each)
    await expect(page.getByRole('textbox', { name: 'What decided it' })).toBeFocused()
    await page.keyboard.type('The other one kills.')
    const before = page.url()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.url()).not.toBe(before)
  }
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  const answers = () =>
    sql<{ answer: unknown }>(`select j.answer from judgment j join seat s on s.id = j.seat_id join item i on i.id = j.item_id where s.person_id = $1 and i.text like '%metformin%'`, [ann.personId])
  await expect.poll(async () => (await answers()).length).toBe(1)
  const shown = firsts.get('metformin')!.includes('fifty') ? ['modelTwo', 'modelOne'] : ['modelOne', 'modelTwo']
  expect((await answers())[0]!.answer).toMatchObject({
    overall: { pick: 'response', response: shown[0], strength: 3 },
    axes: {
      safety: { response: shown[0], strength: 2 },
      proficiency: { response: shown[0], strength: 1 },
      excellence: { pick: 'tie' },
    },
    rationale: 'The other one kills.',
    shown,
  })

  await expect.poll(async () => (await sql('select from repeat_reading r join seat s on s.id = r.seat_id where s.person_id = $1 and r.handed_in_at is not null', [ann.personId])).length).toBe(1)
  await passGrace(studyId)
  const office = await as(admin)
  await office.goto(`/studies/${slug}/people`)
  await expect(office.getByText(/chosen \+50 percentage points more often than chance .*3 of 3 choices took it/)).toBeVisible()
  await expect(office.getByRole('table', { name: 'Steadiness' }).getByRole('row', { name: /Ann.* 1 0% .*1 0/ })).toBeVisible()
  await expectAccessible(office)
})
