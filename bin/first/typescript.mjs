/**
 * From here on the process may import TypeScript (with the `@/` alias of tsconfig.json), and `server-only` is the empty
 * module that it is inside Next. Call it only when the packages are installed.
 */
import { register } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

export async function readTypeScript() {
  process.env['TSX_TSCONFIG_PATH'] ??= path.join(root, 'tsconfig.json')
  const { register: registerTsx } = await import('tsx/esm/api')
  registerTsx({ tsconfig: path.join(root, 'tsconfig.json') })
  const hook = `export const resolve = (name, context, next) => name === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(name, context)`
  register(`data:text/javascript,${encodeURIComponent(hook)}`, pathToFileURL(root + '/'))
}
