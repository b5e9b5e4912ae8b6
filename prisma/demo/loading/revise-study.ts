/** Gives a study's items their later rubrics, in its admin's name, and plays what the new round has brought. */
import type pg from 'pg'
import { reviseRubrics } from '@/lib/services/revise-rubrics'
import { viewerOfPerson } from '@/lib/services/viewer-of-person'
import type { PlayedRevision, PlayedStudy } from '../played'
import { enactStudy } from './enact-study'
import type { LoadedStudy } from './load-study'

export async function reviseStudy(
  owner: pg.Client,
  study: PlayedStudy,
  { by, reason, batch, rubrics, scripts }: PlayedRevision,
  loaded: LoadedStudy,
  personIds: Map<string, string>,
): Promise<void> {
  const admin = await viewerOfPerson(personIds.get(by)!)
  if (!admin) throw new Error(`${by} is nobody`)
  const { reopened } = await reviseRubrics(admin, { study: study.key, rubrics, reason, batch, dryRun: false })
  if (reopened !== rubrics.length) throw new Error(`only ${reopened} of ${rubrics.length} items are asked again`)
  await enactStudy(owner, study, loaded, personIds, scripts)
}
