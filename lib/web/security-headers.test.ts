import { expect, test } from 'vitest'
import { apiPolicy, pagePolicy, workerPolicy } from './security-headers'

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(name + ' '))
    ?.slice(name.length + 1)

test('no inline script runs without the nonce, in production or development', () => {
  for (const development of [false, true]) {
    const scripts = directive(pagePolicy({ nonce: 'n0nce', development, https: true }), 'script-src')
    expect(scripts).toContain(`'nonce-n0nce'`)
    expect(scripts).not.toContain('unsafe-inline')
  }
})

test('in production nothing is evaluated and no style element is trusted by being inline', () => {
  const policy = pagePolicy({ nonce: 'n0nce', development: false, https: true })
  expect(policy).not.toContain('unsafe-eval')
  expect(directive(policy, 'style-src')).not.toContain('unsafe-inline')
})

test('no directive names an address that is not ours', () => {
  const policy = pagePolicy({ nonce: 'n0nce', development: false, https: true }) + '; ' + apiPolicy + '; ' + workerPolicy
  expect(policy).not.toMatch(/https?:|\*|wss?:/)
})

test('insecure requests are upgraded only where the page itself came over https', () => {
  expect(pagePolicy({ nonce: 'n', development: false, https: false })).not.toContain('upgrade-insecure-requests')
  expect(pagePolicy({ nonce: 'n', development: false, https: true })).toContain('upgrade-insecure-requests')
})
