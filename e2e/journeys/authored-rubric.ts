/** A rubric written by two physicians who do not know of each other, by keyboard alone, and merged by a third: what responses are scored by afterwards. */
import type { Page } from '@playwright/test'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol } from '@/prisma/factories'
import { healthBench } from '@/lib/tasks/rubric-authoring/templates/healthbench'
import { proMedical } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { expect, expectAccessibleInBoth, sql, type As } from '../fixtures'

const criterion = (id: string, group: string, text: string, weight: number, axis: string) => ({
  id, group, text, axis, weight, locked: false, points: null, rationale: '', evidence: '', tags: [], origin: { kind: 'draft', from: ['canary-origin'] },
}) // prettier-ignore
type Words = { id: string; group: string; text: string; axis: string }
type Wanted = { adminId: string; prompt: string; responses: { id: string; text: string }[]; /** What is agreed on in the end: proficiency, a bonus and a veto. */ agreed: readonly [Words, Words, Words] }

async function begin(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('button', { name: /^Begin/ }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: /^Rubric/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What the rubric is for' })).toBeFocused()
}
const handedIn = async (personId: string) =>
  (await sql('select from judgment j join seat s on s.id = j.seat_id where s.person_id = $1', [personId])).length

/** Signed points as they are typed, and what else the editor's keys and the mouse do to a criterion: a study that counts by points, open at one. */
async function editBySigns(desk: Page, personId: string): Promise<void> {
  const { studyId } = await makeStudy({ task: 'rubric-authoring', settings: healthBench.settings, readersPerItem: 1, licence: 'CC-BY-4.0' })
  await publishProtocol(studyId, healthBench.form)
  await addMember(studyId, personId, 'reader')
  const criteria = [{ ...criterion('names', 'main', 'Names the dose.', 1_000_000, 'accuracy'), points: 5 }, { ...criterion('fear', 'veto', 'Frightens.', 0, 'accuracy'), points: -5 }] // prettier-ignore
  await addItems(studyId, [{ externalId: 'signed-1', text: 'How much aspirin?', language: 'en', content: { prompt: [{ role: 'user', content: 'How much aspirin?' }], draft: { version: 1, criteria }, references: [], responses: [] } }])
  await openBatch(studyId)
  await begin(desk)
  const points = (place: number) => desk.getByLabel(`Points of criterion ${place}`)
  const words = (place: number) => desk.getByLabel(`Words of criterion ${place}`)
  const type = async (place: number, number: string) => {
    await points(place).focus()
    await desk.keyboard.press('ControlOrMeta+a')
    await desk.keyboard.type(number)
    await expect(points(place)).toBeFocused()
    await expect(points(place)).toHaveValue(number)
    await desk.keyboard.press('Escape')
  }
  // The other sign puts it elsewhere, and not before it is left.
  await type(1, '-10')
  await type(2, '10')
  await words(1).focus()
  await expect(words(1)).toHaveValue('Frightens.')
  await expect(points(1)).toHaveValue('10')
  await expect(points(2)).toHaveValue('-10')
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('[')
  await desk.keyboard.press('d')
  await expect(words(2)).toBeFocused()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('Alt+ArrowUp')
  await desk.keyboard.press(']')
  await desk.keyboard.press('m')
  await expect(words(1)).toHaveValue('Frightens. Frightens.')
  // More than a criterion can have is asked for.
  await expect(points(1)).toHaveValue('')
  await type(1, '7')
  await desk.keyboard.press('s')
  await expect(words(2)).toBeFocused()
  await desk.keyboard.type('Or: ')
  await expect(points(1)).toHaveValue('4')
  await expect(points(2)).toHaveValue('3')
  await desk.locator('[data-criterion] [draggable=true]').nth(1).dragTo(desk.locator('[data-criterion]').first())
  await expect(words(1)).toHaveValue('Or: Frightens.')
  await words(1).focus()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('Delete')
  await expect(words(1)).toHaveValue('Frightens.')
}

export async function authoredStudy(as: As, { adminId, prompt, responses, agreed }: Wanted): Promise<{ slug: string }> {
  const [dose, warm, harm] = agreed
  const content = {
    prompt: [{ role: 'user', content: prompt }],
    draft: {
      version: 1,
      criteria: [criterion(dose.id, dose.group, 'Gives appropriate advice.', 1_000_000, dose.axis), ...[warm, harm].map(({ id, group, text, axis }) => criterion(id, group, text, 0, axis))],
      reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 },
    },
    references: ['At most 2 g a day.'],
    responses,
  }
  const { studyId, slug } = await makeStudy({ task: 'rubric-authoring', settings: proMedical.settings, readersPerItem: 2, licence: 'CC-BY-4.0' })
  await publishProtocol(studyId, proMedical.form)
  const [ann, ben, judge] = await Promise.all([0, 1, 2].map(() => makePerson({ languages: ['en'] })))
  for (const [personId, role] of [[adminId, 'admin'], [ann!.personId, 'reader'], [ben!.personId, 'reader'], [judge!.personId, 'adjudicator']] as const) await addMember(studyId, personId, role) // prettier-ignore
  await addItems(studyId, [{ externalId: 'case-1', text: prompt, language: 'en', content, seal: { drafter: 'canary-drafter' } }])
  await openBatch(studyId)
  const secrets = /canary-drafter|canary-origin|modelOne|modelTwo/

  const desk = await as(ann!)
  await begin(desk)
  await expectAccessibleInBoth(desk)
  expect(await desk.content()).not.toMatch(secrets)
  await expect(desk.getByText('“appropriate” cannot be seen in an answer.')).toBeVisible()
  await desk.keyboard.press(']')
  await desk.keyboard.press('Enter')
  await expect(desk.getByLabel('Words of criterion 1')).toBeFocused()
  await desk.keyboard.press('ControlOrMeta+a')
  await desk.keyboard.type(dose.text)
  await desk.keyboard.press('Enter')
  await expect(desk.getByLabel('Words of criterion 2')).toBeFocused()
  await desk.keyboard.type('Warns of lactic acidosis.')
  // A group is begun by one key, in words as that key types it.
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('Shift+Digit3')
  await expect(desk.getByLabel('Words of criterion 5')).toBeFocused()
  await desk.keyboard.press('Shift+Digit2')
  await expect(desk.getByLabel('Words of criterion 5')).toHaveValue('@')
  await desk.keyboard.press('Backspace')
  await desk.keyboard.press('Backspace')
  await expect(desk.getByLabel('Words of criterion 5')).toHaveCount(0)
  await desk.getByLabel('Words of criterion 2').focus()
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('Tab')
  await expect(desk.getByLabel('Weight of criterion 2, in percent')).toBeFocused()
  await desk.keyboard.type('100')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText('The weights sum to 200%, not to 100%.')).toBeVisible()
  await expect(desk.getByText('Say why the draft was not passed.')).toBeVisible()
  await expect(desk.getByText('Say what it is a matter of.')).toBeVisible()
  await desk.keyboard.press('n')
  await expect(desk.getByText('Weights: 100%')).toBeVisible()
  await desk.getByRole('button', { name: 'Lock the weight of criterion 1' }).click()
  await desk.getByRole('button', { name: 'Unlock the weight of criterion 1' }).click()
  await desk.getByRole('checkbox', { name: 'Cannot be judged as worded' }).focus()
  await desk.keyboard.press('Space')
  await desk.getByLabel('Words of criterion 2').focus()
  await desk.keyboard.press('Alt+2')
  await expect(desk.getByLabel('Axis').last()).toHaveValue('completeness')
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('t')
  await expect(desk.getByRole('table', { name: 'What follows so far' })).toBeVisible()
  await desk.keyboard.press('v')
  await expect(desk.getByText(/2 changes, 2 criteria as before/)).toBeVisible()
  // On another visit what the last one left is a version to compare with, by keys as well.
  await expect(desk.locator('[data-save-state=saved]')).toBeVisible()
  await desk.reload()
  await desk.getByLabel('Note').fill('Hard to weigh.')
  await desk.getByLabel('Note').blur()
  await expect.poll(async () => (await sql<{ kept: number }>('select jsonb_array_length(history) as kept from draft where person_id = $1', [ann!.personId]))[0]?.kept).toBe(1)
  await desk.keyboard.press('v')
  const against = desk.getByRole('combobox', { name: 'Compared with' })
  await expect(against.getByRole('option')).toHaveText(['The draft', 'When you opened it', /^Saved /])
  await against.focus()
  await desk.keyboard.press('End')
  await expect(desk.getByText('Nothing changed, 4 criteria as before')).toBeVisible()
  // What was typed last and handed in at once is in it.
  await against.blur()
  await desk.keyboard.press('w')
  await desk.getByLabel('Words of criterion 1').focus()
  await desk.getByLabel('Tags').focus()
  await desk.keyboard.type('dosing, renal')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect.poll(() => handedIn(ann!.personId)).toBe(1)
  const [said] = await sql<{ tags: string[] }>(`select j.answer #> '{criteria,0,tags}' as tags from judgment j join seat s on s.id = j.seat_id where s.person_id = $1`, [ann!.personId])
  expect(said!.tags).toEqual(['dosing', 'renal'])
  await editBySigns(desk, ann!.personId)

  const other = await as(ben!)
  await begin(other)
  expect(await other.content()).not.toMatch(secrets)
  expect(await other.content()).not.toContain('lactic')
  await other.keyboard.press('p')
  await expect(other.getByRole('radio', { name: /Pass/ })).toBeChecked()
  await other.keyboard.press('Control+Enter')
  await expect(other.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect.poll(() => handedIn(ben!.personId)).toBe(1)

  await passGrace(studyId)
  const bench = await as(judge!)
  await bench.goto('/bench')
  await bench.getByRole('button', { name: 'Begin deciding' }).click()
  await expect(bench.getByRole('heading', { name: '2 criteria differ' })).toBeVisible()
  await expect(bench.getByRole('region', { name: 'What the rubric is for' })).toBeFocused()
  await expectAccessibleInBoth(bench)
  expect(await bench.content()).not.toMatch(secrets)
  const annFirst = /right dose/.test(await bench.locator('[data-row]').first().getByRole('button').first().innerText())
  await bench.keyboard.press(']')
  await bench.keyboard.press('k')
  await expect(bench.getByText('Merged so far: 4 criteria')).toBeVisible()
  await bench.keyboard.press('[')
  // Nor both, but one author's words, without what they added; its weight is the whole again.
  for (const key of [annFirst ? '1' : '2', '0', 'n']) await bench.keyboard.press(key)
  await expect(bench.getByRole('progressbar', { name: 'Decided' })).toHaveAttribute('aria-valuenow', '2')
  await bench.getByRole('checkbox', { name: 'Cannot be judged as worded' }).check()
  await bench.getByRole('radio', { name: /Oversight/ }).check()
  await bench.getByRole('textbox', { name: /Why is it decided so/ }).fill('The draft could not be judged.')
  await bench.keyboard.press('Control+Enter')
  await expect(bench.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  const verdicts = () => sql<{ answer: { review: string; criteria: { id: string; text: string; weight: number }[] } }>('select answer from verdict where study_id = $1', [studyId])
  await expect.poll(async () => (await verdicts()).length).toBe(1)
  const { answer } = (await verdicts())[0]!
  expect(answer.review).toBe('correct')
  expect(answer.criteria.map(({ id, text, weight }) => [id, text, weight])).toEqual(agreed.map(({ id, text }, nth) => [id, text, nth === 0 ? 1_000_000 : 0]))

  const office = await as({ personId: adminId })
  const [item] = await sql<{ id: string }>('select id from item where study_id = $1', [studyId])
  await office.goto(`/studies/${slug}/items/${item!.id}`)
  await expect(office.getByText('Adjudicated, since version 1').filter({ visible: true })).toHaveCount(1)
  await expect(office.getByText('As drafted, since version 1').filter({ visible: true })).toHaveCount(2)
  await office.goto(`/studies/${slug}/rounds`)
  await expect(office.getByRole('heading', { name: 'Review rounds' })).toBeVisible()
  await expectAccessibleInBoth(office)
  await expect(office.getByRole('link', { name: 'Few-shot examples (JSON Lines)' })).toBeVisible()
  return { slug }
}
