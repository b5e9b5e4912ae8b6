import { prepared } from './prepared.mjs'

await prepared(async () => (await import('../testing/with-world')).withWorld(process.argv.slice(2)))
