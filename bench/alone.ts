/**
 *   tsx bench/alone.ts import|export|job|download SLUG PERSON [FILE|JOB|RELEASE]
 *
 * One import, export, job or download in a process that does nothing else. Prints the most memory that it ever held and what
 * it held before, in bytes.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { disconnect } from '@/lib/db/client'
import { openZip } from '@/lib/services/open-download'
import { runJobNow } from '@/lib/services/run-job-now'
import { viewerOf } from '@/prisma/factories'
import { closeOwner } from './database'
import { exportOnce } from './export-once'
import { importFile } from './import-file'

/** To its end, as a socket would. */
async function readZip(viewer: Viewer, releaseId: string): Promise<void> {
  const { send, size } = await openZip(viewer, { releaseId })
  for await (const piece of await send(0, size)) void piece
}

const [what = '', slug = '', personId = '', given = ''] = process.argv.slice(2)
const place = { slug, admin: await viewerOf(personId) }
const before = process.memoryUsage.rss()
if (what === 'import') await importFile(place, given)
else if (what === 'job') await runJobNow(place.admin, given)
else if (what === 'download') await readZip(place.admin, given)
else await exportOnce(place)
console.log(process.resourceUsage().maxRSS * 1024, before)
await disconnect()
await closeOwner()
