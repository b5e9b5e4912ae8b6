/**
 * The freezing of a signed release, as a job. Its records are fixed first, then its files are made from them and nothing else,
 * and the last transaction makes it frozen. Until then it is nothing: killed, it begins again from the beginning; cancelled or
 * refused, it is a draft again.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStoring } from '@/lib/db/as-system-storing'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { clearRelease, clearReleaseStoring } from '@/lib/db/release-files'
import { backToDraft, setFrozen } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import type { RecordParts } from '@/lib/db/release-candidates'
import { chainStart, type ChainHead } from '@/lib/releases/audit-links'
import { factsOf } from '@/lib/releases/facts-of'
import { publishedFacts, toldInAgreement } from '@/lib/releases/published-facts'
import type { SplitName } from '@/lib/releases/split-rule'
import { admitComposer } from './admit-composer'
import { composeRelease } from './compose-release'
import { compositionPrint } from './composition-print'
import { keepScores } from './contest-parts'
import { fixItems } from './fix-release-items'
import type { JobContext, JobHandler } from './job-handler'
import { releaseAgreement } from './release-agreement'
import { groundworkOf } from './release-facts'
import { scoreBaseline } from './score-baseline'
import { stateBlinding } from './state-blinding'
import { writeReleaseFiles } from './write-release-files'

/** A release of many gigabytes is taken away in one transaction. */
const clearingMs = 30 * 60_000

export const freezeJob: JobHandler = {
  run: (viewer, job, context) => writeRelease(viewer, job.subjectId, context),
  putBack: (job, end) =>
    asSystem({ reason: 'release-given-up', actor: job.personId, studyId: job.studyId, timeoutMs: clearingMs }, async (tx, note) => {
      await end(tx)
      await clearRelease(tx, job.subjectId)
      await backToDraft(tx, job.subjectId)
      note({ detail: { release: job.subjectId } })
    }),
}

async function writeRelease(viewer: Viewer, releaseId: string, job: JobContext): Promise<void> {
  const { release, study, composing, context } = await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    if (release.state !== 'freezing' || !release.signature) throw new Refusal('conflict', 'release-not-signed')
    const { at, name } = release.signature
    return { release, study, ...(await groundworkOf(tx, { release, study }, { date: at.slice(0, 10), signer: name })) }
  })
  // The signature is on record; everything below is its consequence.
  const use = { reason: 'release-signed', actor: viewer.personId } as const
  const read = (query: string) => asSystemStreaming(use, query)
  await asSystemStoring(use, async (store) => {
    await clearReleaseStoring(store, releaseId)
    await job.hold(store)
  })

  const composition = await composeRelease(viewer, { ...composing, read, onProgress: (phase, done, total) => job.progress(phase, done, total) })
  if (composition.kept.length === 0) throw new Refusal('conflict', 'release-empty')
  // Judged, changed or released since the preview: it is not what was signed.
  if (compositionPrint(composition) !== release.signature!.composition) throw new Refusal('conflict', 'release-study-moved')
  const blinding = await stateBlinding(viewer, study.id, composition.kept.map(({ itemId }) => itemId), { proved: true })
  const { task, recipe, forms } = composing
  const agreement = releaseAgreement(task, study.settings, forms)
  const inAgreement = toldInAgreement(recipe, composition.division.splitOf.values())
  const onRecord = (parts: RecordParts, split: SplitName) => agreement.add(parts, inAgreement.has(split))
  await fixItems({ use, read, job, releaseId, studyId: study.id, task, composition, readers: recipe.readers, onRecord })
  const all = factsOf(composition, { ...context, agreement: agreement.facts(), files: [], blinding: blinding.statement })
  const facts = publishedFacts(all, composition)

  const written = await writeReleaseFiles({
    viewer,
    use,
    read,
    job,
    release,
    task,
    recipe,
    facts,
    audit: { ...blinding.head, from: later(blinding.opaque, composition.previous?.audit ?? chainStart) },
    previous: composition.previous,
  })
  const baseline = await scoreBaseline(viewer, { releaseId, study, task: composing.task, recipe: composing.recipe, splits: facts.splits }, job)
  await job.progress('sealing', 0, 1)
  await asSystem({ reason: 'release-frozen', actor: viewer.personId, studyId: study.id }, async (tx, note) => {
    const { version } = written.facts.release
    if (!(await setFrozen(tx, releaseId, { ...written, version, at: new Date() }))) throw new Refusal('conflict', 'release-not-signed')
    note({
      detail: {
        release: releaseId,
        version,
        items: composition.kept.length,
        manifestSha256: Buffer.from(written.manifestHash).toString('hex'),
        blindingExceptions: blinding.statement.exceptions.length,
      },
    })
    for (const { split, scored } of baseline) for (const one of scored) await keepScores(tx, split, one, {})
    await job.finish(tx)
  })
}

const later = (a: ChainHead, b: ChainHead): ChainHead => (a.position > b.position ? a : b)
