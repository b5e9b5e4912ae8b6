/**
 * node bin/make-env.mjs ADDRESS: writes .env for docker compose, with secrets made here and now. Never overwrites one: the
 * passwords in it are the only key to the database that was made with them.
 */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Halt, endWith } from './first/halt.mjs'
import { root } from './first/root.mjs'

await endWith(
  async () => {
    const address = process.argv[2] ?? ''
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
      console.error(
        'Usage: node bin/make-env.mjs ADDRESS, the address that people use, such as https://doubleread.example.org',
      )
      return 2
    }
    const file = path.join(root, '.env')
    const secret = () => randomBytes(24).toString('base64url')
    const lines = [
      '# Made by bin/make-env.mjs. Keep it secret and keep it safe: the database can only be opened with it.',
      `OWNER_PASSWORD=${secret()}`,
      `APP_PASSWORD=${secret()}`,
      `NEXTAUTH_SECRET=${secret()}`,
      `NEXTAUTH_URL=${new URL(address).origin}`,
      '# How many of your own proxies stand before the web servers.',
      'TRUST_PROXY=1',
    ]
    try {
      writeFileSync(file, lines.join('\n') + '\n', { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      throw new Halt(`${file} is there already, and is not overwritten: its passwords open the database.`)
    }
    console.log(`Wrote ${file}. Next: docker compose up -d --build`)
  },
  async () => {},
)
