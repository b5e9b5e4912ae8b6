import { expect, test } from 'vitest'
import { addPerson, addPersonInput } from '@/lib/services/add-person'
import { signIn } from '@/lib/services/sign-in'
import { freshDatabase } from '@/prisma/testing/fresh-database'

const db = freshDatabase()
const add = (input: object) => addPerson(null, addPersonInput.parse(input))

test('an empty installation begins with an owner and nobody else, who can sign in with the password shown', async () => {
  await expect(add({ email: 'reader@example.org' })).rejects.toMatchObject({ reason: 'first-person-is-owner' })
  const { password, email } = await add({ email: 'Li.Wei@Example.org', owner: true, name: 'Li Wei' })
  expect(email).toBe('li.wei@example.org')
  expect(await signIn({ email, password, address: null, agent: 'test' })).not.toBeNull()
  await add({ email: 'reader@example.org' })
})

test('an address is taken once, and a study that is not there makes no half account', async () => {
  await expect(add({ email: 'LI.WEI@example.org', owner: true })).rejects.toMatchObject({ reason: 'email-taken' })
  const roles = [{ study: 'nowhere', role: 'reader' }]
  await expect(add({ email: 'half@example.org', roles })).rejects.toMatchObject({ reason: 'study-not-found' })
  expect(await db.sql(`select from person where email = 'half@example.org'`)).toEqual([])
})

test('nobody but an owner adds people', async () => {
  const viewer = { personId: crypto.randomUUID(), owner: false, roles: {} }
  await expect(addPerson(viewer, addPersonInput.parse({ email: 'x@example.org' }))).rejects.toMatchObject({
    code: 'not-found',
  })
})
