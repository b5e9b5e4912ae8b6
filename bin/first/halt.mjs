/** An end that is nobody's defect: one clear sentence for the person who gave the command, and exit code 1. */
export class Halt extends Error {
  /** @override */
  name = 'Halt'
}

export const diskIsFull = /ENOSPC|No space left on device/

/**
 * The sentence for an error, or undefined where it is a defect and its stack is what helps.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function sentenceOf(error) {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'Halt') return error.message
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'ENOSPC' || diskIsFull.test(message)) return 'The disk is full: free some space and start again.'
  if (code === 'EACCES' || code === 'EPERM')
    return `No permission to write ${path ?? 'a file'}: give this user the right to, or run as the owner of the folder.`
  if (code === 'EROFS')
    return `${path ?? 'The folder'} is on a read-only disk: Doubleread needs a folder that it may write.`
  return undefined
}

/**
 * Runs a command's main function and turns its end into an exit code.
 * @param {() => Promise<number | void>} main
 * @param {() => Promise<void>} cleanUp always awaited before the process ends
 */
export async function endWith(main, cleanUp) {
  let code = 1
  try {
    code = (await main()) ?? 0
  } catch (error) {
    console.error(sentenceOf(error) ?? error)
  }
  await cleanUp()
  process.exit(code)
}
