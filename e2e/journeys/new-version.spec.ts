import { passGrace } from '@/prisma/factories'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { makeScene } from '../scene'
import { beginReading, textBox } from '../words'

const text = 'Metformin is contraindicated in type 2 diabetes.'

test('a new version is published, what was judged under the old one is seen and read again, and both judgments stay', async ({ as }) => {
  test.slow()
  const scene = await makeScene({ k: 1, items: [{ text, language: 'en' }] })
  await handIn(scene, 'ann', answerOf('correct', text))
  const admin = await as(scene.people.admin)
  await admin.goto(`/studies/${scene.slug}/protocol`)
  await admin.getByRole('button', { name: 'Write version 2' }).click()
  await expect(admin.getByRole('heading', { name: 'Draft' })).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Publish…' }).click()
  const publishing = admin.getByRole('dialog', { name: 'Publish version 2' })
  await publishing.getByRole('textbox', { name: /What changed/ }).fill('The dose rule is new.')
  await expectAccessible(admin)
  await publishing.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(admin.getByText('in force')).toBeVisible()

  const old = admin.getByRole('row').filter({ hasText: 'Version 1' })
  await expect(old.getByRole('cell', { name: '1', exact: true })).toBeVisible()
  await old.getByRole('button', { name: 'Read 1 item again…' }).click()
  const reopening = admin.getByRole('dialog', { name: 'Have 1 item judged under version 1 read again' })
  await reopening.getByRole('textbox', { name: 'Reason' }).fill('Judged before the dose rule.')
  await expectAccessible(admin)
  await reopening.getByRole('button', { name: 'Read 1 item again' }).click()
  await expect(admin.getByText('1 item is open for reading again.')).toBeVisible()
  await expect(old.getByRole('button', { name: /Read 1 item again/ })).toHaveCount(0)

  const reader = await as(scene.people.ben)
  await beginReading(reader)
  await textBox(reader).focus()
  await reader.keyboard.press('e')
  await reader.keyboard.press('Control+Home')
  await reader.keyboard.press('Control+Shift+ArrowRight')
  await reader.keyboard.press('1')
  await reader.keyboard.press('Control+Enter')
  await expect(reader.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  const judgments = () =>
    sql(
      `select p.number, j.answer ->> 'veracity' as veracity, s.round from judgment j join protocol p on p.id = j.protocol_id join seat s on s.id = j.seat_id where j.study_id = $1 order by s.round`,
      [scene.studyId],
    )
  await expect.poll(judgments).toEqual([
    { number: 1, veracity: 'correct', round: 1 },
    { number: 2, veracity: 'erroneous', round: 2 },
  ])

  await passGrace(scene.studyId)
  await admin.goto(`/studies/${scene.slug}/items/${scene.itemIds[0]}`)
  await expect(admin.getByText('Judged before the dose rule.').first()).toBeVisible()
  await expect(admin.getByText('Round 1').first()).toBeVisible()
})
