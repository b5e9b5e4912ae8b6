/**
 * Makes the demo world on an empty installation: people with passwords generated on this machine, studies, and their
 * Tuesday. Readings and verdicts go through the product's own services, so the demo obeys every rule that real work does;
 * only their moments are then moved to when the story says they happened.
 *
 *   DATABASE_URL (owner) and APP_DATABASE_URL (restricted) set: tsx --conditions=react-server prisma/seed.ts [accounts.json]
 */
import { chmodSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { demoWorld } from './demo/world'
import { enactStudy } from './demo/loading/enact-study'
import { loadPeople } from './demo/loading/load-people'
import { loadStudy } from './demo/loading/load-study'
import { releaseStudy } from './demo/loading/release-study'
import { reviseStudy } from './demo/loading/revise-study'
import { disconnect } from '@/lib/db/client'

const owner = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
await owner.connect()
try {
  const { rows } = await owner.query<{ people: number }>('select count(*)::int as people from person')
  if (rows[0]!.people > 0) {
    console.error('There are people here already: the demo world is only made on an empty installation.')
    process.exitCode = 1
  } else {
    const { accounts, personIds } = await loadPeople(owner, demoWorld)
    for (const study of demoWorld.studies) {
      const loaded = await loadStudy(owner, study, personIds)
      await enactStudy(owner, study, loaded, personIds)
      if (study.release) await releaseStudy(study.release, study, personIds)
      if (study.revision) await reviseStudy(owner, study, study.revision, loaded, personIds)
    }
    await owner.query(`update person set created_at = now() - interval '90 days'`)
    const file = process.argv[2]
    if (file) {
      writeFileSync(file, JSON.stringify(accounts, null, 2) + '\n', { mode: 0o600 })
      chmodSync(file, 0o600)
    } else console.log(JSON.stringify(accounts, null, 2))
  }
} finally {
  await disconnect()
  await owner.end()
}
