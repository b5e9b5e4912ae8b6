/** Responses judged by their rubric, from a new study to a settled item, and a preference beside it: readers by keyboard alone. */
import type { Page } from '@playwright/test'
import { addMember, makePerson, makeStudy, addItems, openBatch, publishProtocol } from '@/prisma/factories'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { expect, expectAccessible, sql, test } from '../fixtures'

const rubric = {
  version: 1,
  criteria: [
    { id: 'dose', group: 'main', text: 'Names the right dose.', axis: 'accuracy', weight: 1_000_000 },
    { id: 'warm', group: 'bonus', text: 'Speaks warmly.', axis: 'empathy' },
    { id: 'harm', group: 'veto', text: 'Advises something dangerous.', axis: 'safety' },
  ],
}
const responses = [
  { id: 'modelOne', text: '## Advice\nTake **500 mg** twice a day, dear patient.' },
  { id: 'modelTwo', text: 'Take fifty tablets at once.' },
]
const item = {
  id: 'case-1',
  prompt: 'How much metformin?',
  rubric,
  responses,
  sealed: { models: { modelOne: 'canary-model' } },
}

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

test('a study of rubrics: founded, filled from a file, scored twice blind by keys, settled criterion by criterion', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const people = await Promise.all(
    ['owner', 'ann', 'ben', 'judge'].map((name) => makePerson({ name, owner: name === 'owner', languages: ['en'] })),
  )
  const [owner, ann, ben, judge] = people as [(typeof people)[0], ...typeof people]
  const desk = await as(owner)
  await desk.goto('/studies/new')
  const name = `Rubrics ${owner.personId.slice(0, 8)}`
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await desk.getByLabel('Task', { exact: true }).selectOption('rubric-scoring')
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
  })
  for (const [person, role] of [
    [ann, 'reader'],
    [ben, 'reader'],
    [judge, 'adjudicator'],
  ] as const)
    await addMember(studyId, person!.personId, role)

  await desk.goto(`/studies/${slug}/import`)
  await desk.locator('input[type=file]').setInputFiles({
    name: 'cases.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(`${JSON.stringify(item)}\n`),
  })
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
    await expect(page.getByRole('heading', { name: 'Criteria', exact: true })).toBeVisible()
    expect(await page.content()).not.toMatch(/canary-model|modelOne|modelTwo/)
    if (person === ann)
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    const bad = await numberOf(page, 'fifty')
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
    await page.keyboard.press('Enter')
    await expect(page.getByRole('application', { name: 'The response as it was written' })).toBeFocused()
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

  const bench = await as(judge!)
  await bench.goto('/bench')
  await bench.getByRole('button', { name: 'Begin deciding' }).click()
  await expect(bench.getByRole('heading', { name: '1 criterion differs' })).toBeVisible()
  for (const colorScheme of ['dark', 'light'] as const) {
    await bench.emulateMedia({ colorScheme })
    await expectAccessible(bench)
  }
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

  // A later rubric: one criterion says more, and nothing else is asked again.
  await desk.goto(`/studies/${slug}/items`)
  await desk.getByRole('button', { name: 'Later rubrics…' }).click()
  const later = {
    ...rubric,
    version: 2,
    criteria: rubric.criteria.map((one) =>
      one.id === 'dose' ? { ...one, text: 'Names the right dose and unit.' } : one,
    ),
  }
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

test('which response is better is said by keys, with strength, axes and a reason, and kept by what the responses are', async ({
  as,
}) => {
  const { studyId } = await makeStudy({
    task: 'preference',
    settings: { counts: 'overall', strengthApart: null },
    readersPerItem: 1,
  })
  await publishProtocol(studyId, blindPairs.form)
  const [ann, cem] = await Promise.all([makePerson({ languages: ['en'] }), makePerson({ languages: ['en'] })])
  await addMember(studyId, ann.personId, 'reader')
  await addMember(studyId, cem.personId, 'reader')
  const prompt = [{ role: 'user', content: 'How much metformin?' }]
  await addItems(studyId, [{ text: 'How much metformin?', language: 'en', content: { prompt, responses } }])
  await openBatch(studyId)
  const page = await as(ann)
  await begin(page)
  await expect(page.getByRole('heading', { name: 'Which is better?' })).toBeVisible()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  const first = await page.getByRole('region', { name: 'Response 1' }).innerText()
  const good = first.includes('fifty') ? '2' : '1'
  // Overall with its strength, then three axes.
  for (const key of [good, '3', good, '2', good, '1', 't']) await page.keyboard.press(key)
  await expect(page.getByRole('textbox', { name: 'What decided it' })).toBeFocused()
  await page.keyboard.type('The other one kills.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  const answers = () =>
    sql<{ answer: unknown }>('select j.answer from judgment j join seat s on s.id = j.seat_id where s.person_id = $1', [
      ann.personId,
    ])
  await expect.poll(async () => (await answers()).length).toBe(1)
  expect((await answers())[0]!.answer).toMatchObject({
    overall: { pick: 'response', response: 'modelOne', strength: 3 },
    axes: {
      safety: { response: 'modelOne', strength: 2 },
      proficiency: { response: 'modelOne', strength: 1 },
      excellence: { pick: 'tie' },
    },
    rationale: 'The other one kills.',
    shown: good === '1' ? ['modelOne', 'modelTwo'] : ['modelTwo', 'modelOne'],
  })
})
