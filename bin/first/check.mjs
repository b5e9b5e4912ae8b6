import { prepared } from './prepared.mjs'

await prepared(async () => (await import('../testing/run-check')).runCheck())
