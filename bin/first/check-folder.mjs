import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'
import { Halt } from './halt.mjs'
import { root } from './root.mjs'

const leastFreeMegabytes = 200

/**
 * Refuses a folder that cannot hold an installation, before anything is begun.
 * @param {string} dataFolder
 */
export function checkFolder(dataFolder) {
  for (const folder of [root, dataFolder]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 })
      accessSync(folder, constants.W_OK | constants.X_OK)
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code === 'ENOSPC') throw error
      throw new Halt(
        `Doubleread must be able to write ${folder}, and may not (${code === 'EROFS' ? 'the disk is read-only' : code}).`,
      )
    }
    const { bavail, bsize } = statfsSync(folder)
    const freeMegabytes = Math.floor((bavail * bsize) / 1e6)
    if (freeMegabytes < leastFreeMegabytes) {
      throw new Halt(
        `The disk is full: ${freeMegabytes} MB are free for ${folder}, and Doubleread needs at least ${leastFreeMegabytes} MB.`,
      )
    }
  }
}
