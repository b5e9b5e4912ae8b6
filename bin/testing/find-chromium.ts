/** A Chromium for the browser tests; as root on Debian it is installed, with the fonts that Chinese pages need. */
import { runChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { foundChromium } from './found-chromium'

export async function findChromium(): Promise<string> {
  const there = foundChromium()
  if (there) return there
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = (name: string) =>
      runChild('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk'], { env, what: 'Installing Chromium with apt-get' })
    await runChild('apt-get', ['update', '-q'], { env, what: 'apt-get update' }).catch(() => {})
    // Not every Debian has the first one.
    await install('chromium-headless-shell').catch(() => install('chromium'))
    const installed = foundChromium()
    if (installed) return installed
  }
  throw new Halt(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk), or name one in CHROMIUM.',
  )
}
