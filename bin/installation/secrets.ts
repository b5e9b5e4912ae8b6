/** This installation's own secrets: made once, on this machine, readable by its user alone. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Halt } from '../first/halt.mjs'

const shape = z.object({
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  nextAuthSecret: z.string().min(32),
})

export type Secrets = z.infer<typeof shape>

const random = () => randomBytes(24).toString('base64url')

/** Reads them, or makes them where there are none yet. */
export function secretsOf(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  if (!existsSync(file)) {
    if (existsSync(path.join(dataFolder, 'postgres', 'PG_VERSION'))) {
      throw new Halt(
        `${dataFolder} holds a database but not the secrets.json that opens it: put it back, or move the folder away to begin anew.`,
      )
    }
    const made: Secrets = { ownerPassword: random(), appPassword: random(), nextAuthSecret: random() }
    writeFileSync(`${file}.making`, JSON.stringify(made, null, 2) + '\n', { mode: 0o600 })
    renameSync(`${file}.making`, file)
    return made
  }
  chmodSync(file, 0o600)
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Halt(`${file} is damaged: put back the one that belongs to this data folder.`)
  return parsed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
