/**
 * Applies prisma/migrations with Prisma's own schema engine in its WebAssembly form, so that no engine binary has to be
 * downloaded. It fills `_prisma_migrations` as `prisma migrate deploy` does, so either can be used on one database.
 * Runs as the owner of the database; the application never does.
 *
 *   tsx prisma/migrate.ts            applies what is missing to DATABASE_URL and prints the names
 *   tsx prisma/migrate.ts --diff     prints the SQL from the migrations (applied to the empty SHADOW_DATABASE_URL) to schema.prisma
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

type Directory = { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }
type Engine = {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>
  diff(input: object): Promise<{ stdout: string | null }>
}

const here = import.meta.dirname
const require = createRequire(import.meta.url)

/** The adapter splits a script at every semicolon, function bodies included; here a script is sent whole, in one transaction. */
class WholeScripts extends PrismaPg {
  readonly open: Awaited<ReturnType<PrismaPg['connect']>>[] = []
  constructor(private readonly connectionString: string) {
    super({ connectionString })
  }
  override async connect() {
    const adapter = await super.connect()
    this.open.push(adapter)
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.connectionString })
      await client.connect()
      try {
        await client.query(script)
      } finally {
        await client.end()
      }
    }
    return adapter
  }
}

async function withEngine<T>(connectionString: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasmFile = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const wasm = await WebAssembly.instantiate(await WebAssembly.compile(readFileSync(wasmFile)), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(wasm.exports)
  ;(wasm.exports['__wbindgen_start'] as () => void)()
  const scripts = new WholeScripts(connectionString)
  const factory = bindMigrationAwareSqlAdapterFactory(scripts)
  try {
    return await work(await bindings.SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, factory))
  } finally {
    for (const adapter of scripts.open) await adapter.dispose().catch(() => {})
  }
}

const schemaFiles = (): [string, string][] => [
  ['schema.prisma', readFileSync(path.join(here, 'schema.prisma'), 'utf8')],
]

function migrationsList() {
  const baseDir = path.join(here, 'migrations')
  const migrationDirectories: Directory[] = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const lockfile = {
    path: 'migration_lock.toml',
    content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
  }
  return { baseDir, lockfile, migrationDirectories, shadowDbInitScript: '' }
}

const filters = { externalTables: [], externalEnums: [] }

/** Applies every migration that the database has not seen; resolves to their names, in order. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  return withEngine(connectionString, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters })
    return appliedMigrationNames
  })
}

async function diffToSchema(): Promise<string> {
  const list = migrationsList()
  const from = list.migrationDirectories.length ? { tag: 'migrations', ...list } : { tag: 'empty' }
  const files = schemaFiles().map(([p, content]) => ({ path: p, content }))
  const input = {
    from,
    to: { tag: 'schemaDatamodel', files, configDir: here },
    script: true,
    filters,
    shadowDatabaseUrl: null,
    exitCode: null,
  }
  const { stdout } = await withEngine(process.env['SHADOW_DATABASE_URL'] ?? '', (engine) => engine.diff(input))
  return stdout ?? ''
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(here, 'migrate.ts')) {
  if (process.argv.includes('--diff')) console.log(await diffToSchema())
  else for (const name of await applyMigrations(process.env['DATABASE_URL'] ?? '')) console.log(name)
  process.exit(0)
}
