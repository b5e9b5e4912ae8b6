/** One name for everything that a production build is made of: the same name, the same build. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const isIgnored = (file: string) => /\.test(ing)?\.tsx?$|^lib\/db\/generated(\/|$)/.test(file)

function* filesIn(root: string, file: string): Generator<string> {
  if (isIgnored(file)) return
  const stat = statSync(path.join(root, file), { throwIfNoEntry: false })
  if (stat?.isFile()) yield file
  if (stat?.isDirectory())
    for (const name of readdirSync(path.join(root, file)).sort()) yield* filesIn(root, `${file}/${name}`)
}

/** Contents, not times: a fresh checkout of the same commit has the same name. Native packages differ by Node and platform. */
export function buildName(root: string): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}-${process.versions.modules}`)
  for (const input of inputs) {
    for (const file of filesIn(root, input)) {
      const bytes = readFileSync(path.join(root, file))
      hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
    }
  }
  return hash.digest('hex').slice(0, 16)
}
