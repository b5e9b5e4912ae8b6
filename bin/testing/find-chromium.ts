/** A Chromium for the browser tests; as root on Debian it is installed, with the fonts that Chinese pages need. */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { runChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function found(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const candidates = [
    process.env['CHROMIUM'],
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ]
  return candidates.find((file) => {
    try {
      if (!file) return false
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

export async function findChromium(): Promise<string> {
  const there = found()
  if (there) return there
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
    await runChild('apt-get', ['update', '-q'], { env, what: 'apt-get update' }).catch(() => {})
    await runChild('apt-get', install, { env, what: 'Installing Chromium with apt-get' })
    const installed = found()
    if (installed) return installed
  }
  throw new Halt(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROMIUM.',
  )
}
