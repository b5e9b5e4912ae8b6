/** One step of the checks: a line when it begins and one when it ends, since others may run beside it; its output only when it fails. */
import { runChild } from '../first/children.mjs'
import { root } from '../first/root.mjs'

export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const end = (how: string) =>
    process.stdout.write(`${name}: ${how} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
  process.stdout.write(`${name} …\n`)
  try {
    const result = await work()
    end('ok')
    return result
  } catch (error) {
    end('FAILED')
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
