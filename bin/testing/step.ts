/** One step of the checks: its name and time on a line, its output only when it fails. */
import { runChild } from '../first/children.mjs'
import { root } from '../first/root.mjs'

export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  process.stdout.write(`${name} … `)
  try {
    const result = await work()
    process.stdout.write(`ok (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
    return result
  } catch (error) {
    process.stdout.write(`FAILED (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
    throw error
  }
}

/** A program of node_modules, run with this Node. `file`: below node_modules. */
export const tool = (
  what: string,
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> => runChild(process.execPath, [`node_modules/${file}`, ...args], { cwd: root, env, what })
