/**
 * Run after every change of package-lock.json. npm leaves other platforms' packages out of the lockfile where the registry
 * at hand does not hold them; on another machine `npm ci` then refuses the lockfile. This names them as the packages that
 * want them do (their exact version), with the platform that stands in their name.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** @typedef {{ version: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[], engines?: object, license?: string, optionalDependencies?: Record<string, string> }} Entry */

const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony']
const processors = ['arm', 'arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']
/** @type {Record<string, string>} */
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/**
 * Every optional package that some package wants in an exact version and the lockfile does not name.
 * @param {Record<string, Entry>} packages of the lockfile
 * @returns {Record<string, Entry>}
 */
export function missingOptionals(packages) {
  /** @type {Record<string, Entry>} */
  const missing = {}
  for (const [where, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const at = `node_modules/${name}`
      const words = (name.split('/').at(-1) ?? '').split('-')
      const os = words.filter((word) => systems.includes(word))
      const cpu = words.filter((word) => processors.includes(word))
      const libc = words.map((word) => libraries[word]).filter((word) => word !== undefined)
      const isKnown = packages[at] !== undefined || packages[`${where}/${at}`] !== undefined
      if (isKnown || !/^\d/.test(version) || (os.length === 0 && cpu.length === 0)) continue
      missing[at] = {
        version,
        ...(cpu.length ? { cpu } : {}),
        ...(entry.dev ? { dev: true } : {}),
        ...(os.includes('linux') && libc.length ? { libc } : {}),
        ...(entry.license ? { license: entry.license } : {}),
        optional: true,
        ...(os.length ? { os } : {}),
        ...(entry.engines ? { engines: entry.engines } : {}),
      }
    }
  }
  return missing
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const file = path.resolve(import.meta.dirname, '..', 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingOptionals(lock.packages)
  const all = Object.entries(lock.packages)
  // Beside their siblings, and all else where it stands.
  for (const [name, entry] of Object.entries(missing)) {
    const after = all.findLastIndex(([other]) => path.dirname(other) === path.dirname(name) && other < name)
    all.splice(after < 0 ? all.length : after + 1, 0, [name, entry])
  }
  writeFileSync(file, JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2) + '\n')
  console.log(`${Object.keys(missing).length} packages of other platforms added to package-lock.json.`)
}
