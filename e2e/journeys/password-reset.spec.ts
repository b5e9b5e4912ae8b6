import { invitePerson, invitePersonInput } from '@/lib/services/invite-person'
import { viewerOf } from '@/prisma/factories'
import { expect, expectAccessible, expectAccessibleInBoth, sql, test } from '../fixtures'
import { makeScene } from '../scene'

test('an admin hands over a link; with it a reader sets a new password, is signed in, and is signed out everywhere else', async ({ as }) => {
  test.slow()
  const scene = await makeScene({})
  const { admin, ann } = scene.people
  const before = await as(ann)
  await before.goto('/desk')

  const page = await as(admin)
  await page.goto(`/studies/${scene.slug}/people`)
  await expectAccessible(page)
  await page.getByRole('button', { name: `New password link: ${ann.name}` }).click()
  const dialog = page.getByRole('dialog', { name: `A new password for ${ann.name}?` })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('textbox', { name: /shown only now/ }).inputValue()
  expect(new URL(link).pathname).toMatch(/^\/reset\/[\w-]{43}$/)
  await expectAccessible(page)

  const home = await as(null)
  await home.goto(link)
  await expect(home.getByText(ann.email)).toBeVisible()
  await expectAccessible(home)
  const password = home.getByLabel('New password', { exact: true })
  await password.fill('too short')
  await home.getByRole('button', { name: 'Set the password and sign in' }).click()
  await expect(home.getByText(/At least 15 characters, please/)).toBeVisible()
  await password.fill('seventeen grey herons')
  await home.getByRole('button', { name: 'Set the password and sign in' }).click()
  await expect(home.getByRole('heading', { name: 'Desk' })).toBeVisible()

  await before.goto('/desk')
  await expect(before).toHaveURL(/\/sign-in/)
  const late = await as(null)
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link is not valid' })).toBeVisible()
  await expectAccessible(late)
  expect(
    await sql(`select detail -> 'sessionsEnded' as ended from audit_event e join audit_actor a on a.event_id = e.id where kind = 'password-reset-used' and person_id = $1`, [ann.personId]),
  ).toEqual([{ ended: 1 }])
})

test('an invitation, a page that does not exist and one that broke are for everybody to read, in the dark and in the light', async ({ as, consoleErrors }) => {
  const { slug, studyId, people } = await makeScene({})
  const asked = invitePersonInput.parse({ email: `new-${slug}@example.org`, name: 'Newcomer', study: slug, roles: ['reader'] })
  const { token } = await invitePerson(await viewerOf(people.admin.personId), asked)
  const page = await as(null)
  await page.goto(`/invitation/${token}`)
  await expect(page.getByText(asked.email)).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await expectAccessibleInBoth(page)

  const office = await as(people.admin)
  await sql(`update study set settings = '{}' where id = $1`, [studyId])
  await office.goto(`/studies/${slug}/settings`)
  await expect(office.getByRole('heading', { name: 'Something broke on our side' })).toBeVisible()
  await expectAccessibleInBoth(office)
  // The browser tells of it as well.
  expect(consoleErrors.splice(0).length).toBeGreaterThan(0)
})

test('a theme chosen in one browser is the person’s in every other, from the first byte on', async ({ as }) => {
  const scene = await makeScene({})
  const [one, two] = [await as(scene.people.ann), await as(scene.people.ann)]
  await one.goto('/desk')
  await expect(one.locator('html')).toHaveAttribute('data-theme', 'system')
  await one.getByRole('button', { name: 'Appearance' }).click()
  await one.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect
    .poll(() => sql('select theme from person where id = $1', [scene.people.ann.personId]))
    .toEqual([{ theme: 'dark' }])
  const html = await (await two.request.get('/desk')).text()
  expect(/<html[^>]*>/.exec(html)?.[0]).toContain('data-theme="dark"')
})
