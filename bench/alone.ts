/**
 *   tsx bench/alone.ts import|export|score SLUG PERSON [FILE|JOB]
 *
 * One import, export or scoring in a process that does nothing else. Prints the most memory that it ever held, in bytes.
 */
import { disconnect } from '@/lib/db/client'
import { runJobNow } from '@/lib/services/run-job-now'
import { viewerOf } from '@/prisma/factories'
import { closeOwner } from './database'
import { exportOnce } from './export-once'
import { importFile } from './import-file'

const [what = '', slug = '', personId = '', given = ''] = process.argv.slice(2)
const place = { slug, admin: await viewerOf(personId) }
if (what === 'import') await importFile(place, given)
else if (what === 'score') await runJobNow(place.admin, given)
else await exportOnce(place)
console.log(process.resourceUsage().maxRSS * 1024)
await disconnect()
await closeOwner()
