/**
 * A release while it is being composed: begun, changed, dropped. Nothing of it is frozen, nobody but the study's admins knows
 * of it. Only an owner may say that material without a known licence comes in.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { personById } from '@/lib/db/people'
import { changeDraft, dropDraft, insertRelease, newestFrozen, releaseById } from '@/lib/db/releases'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { plainRecipe, recipeSchema, type Recipe } from '@/lib/releases/recipe'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { admitComposer, refuseUnlessDraft } from './admit-composer'
import { plainLine } from './plain-line'
import { releaseFields, releaseInput } from './release-fields'

export const draftReleaseInput = z.object({ study: z.string(), title: plainLine(200, 1) })

/** `firstMatch`: the rule of its task by which a system is usually held to be right; none where it scores nobody. */
type Begun = { releaseId: string; recipe: Recipe; public: boolean; firstMatch: string }

/** Begins with the recipe of the release before, or with everything in one test split and every format. */
export async function draftRelease(viewer: Viewer, input: z.output<typeof draftReleaseInput>): Promise<{ releaseId: string }> {
  const { releaseId } = await asViewer(viewer, (tx) => begin(tx, viewer, input))
  return { releaseId }
}

/** Begun and changed at once; refused, there is no draft. `fieldsOf`: what it is to be, told what it would begin with. */
export async function draftReleaseAs(
  viewer: Viewer,
  input: z.output<typeof draftReleaseInput>,
  fieldsOf: (begun: Omit<Begun, 'releaseId'>) => object,
): Promise<{ releaseId: string }> {
  return asViewer(viewer, async (tx) => {
    const { releaseId, ...begun } = await begin(tx, viewer, input)
    await change(tx, viewer, changeReleaseInput.parse({ title: input.title, ...fieldsOf(begun), releaseId }))
    return { releaseId }
  })
}

async function begin(tx: Tx, viewer: Viewer, { study: slug, title }: z.output<typeof draftReleaseInput>): Promise<Begun> {
  const study = await admitAdmin(tx, viewer, slug)
  const previous = await newestFrozen(tx, study.id)
  const before = previous ? await releaseById(tx, previous.id) : null
  const person = await personById(tx, viewer.personId)
  const first: Recipe = {
    ...plainRecipe,
    formats: taskOf(study.task).formats.map(({ code }) => code),
    authors: person ? [{ name: person.name, orcid: null }] : [],
  }
  // An owner's reason for material without a licence was given for what stood there then: it is not taken over.
  const recipe = before ? { ...recipeSchema.parse(before.recipe), licenceOverride: null } : first
  const begun = { recipe, public: before?.public ?? false }
  const releaseId = await insertRelease(tx, { studyId: study.id, title, ...begun, notes: '', previousId: before?.id ?? null })
  await recordEvent(tx, { kind: 'release-drafted', actor: viewer.personId, studyId: study.id, itemId: null, detail: { release: releaseId, title } })
  return { releaseId, ...begun, firstMatch: taskOf(study.task).evaluation?.matches[0] ?? '' }
}

export const changeReleaseInput = releaseFields.extend({ releaseId: z.uuid() })

export const changeRelease = (viewer: Viewer, input: z.output<typeof changeReleaseInput>): Promise<void> =>
  asViewer(viewer, (tx) => change(tx, viewer, input))

async function change(tx: Tx, viewer: Viewer, { releaseId, ...fields }: z.output<typeof changeReleaseInput>): Promise<void> {
  const { release, study } = await admitComposer(tx, viewer, releaseId)
  refuseUnlessDraft(release)
  const before = recipeSchema.parse(release.recipe)
  refuseRecipe(viewer, study.task, fields.recipe, before)
  if (!(await changeDraft(tx, releaseId, fields))) throw new Refusal('conflict', 'release-at-work')
  await recordEvent(tx, {
    kind: 'release-changed',
    actor: viewer.personId,
    studyId: study.id,
    itemId: null,
    detail: { release: releaseId, ...changedIn(before, fields.recipe) },
  })
}

export async function dropRelease(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    if (!(await dropDraft(tx, releaseId))) throw new Refusal('conflict', 'release-at-work')
    await recordEvent(tx, { kind: 'release-dropped', actor: viewer.personId, studyId: study.id, itemId: null, detail: { release: releaseId, title: release.title } })
  })
}

/** What zod cannot know: the task's formats, and who may take in unlicensed material. `before`: what stood there already. */
export function refuseRecipe(viewer: Viewer, task: string, recipe: Recipe, before: Pick<Recipe, 'licenceOverride'>): void {
  const known = new Set(taskOf(task).formats.map(({ code }) => code))
  if (recipe.formats.some((code) => !known.has(code)))
    throw new Refusal('invalid', 'fields', {}, [{ path: 'recipe.formats', code: 'not-an-option' }])
  if (recipe.licenceOverride !== null && recipe.licenceOverride !== before.licenceOverride && !viewer.owner)
    throw new Refusal('invalid', 'licence-override-is-the-owners', {}, [{ path: 'recipe.licenceOverride', code: 'invalid' }])
}

/** Of long lists only how many; of everything else, what it is now. */
function changedIn(before: Recipe, after: Recipe): Record<string, unknown> {
  const names = Object.keys(after) as (keyof Recipe)[]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(
    changed.map((name) => [
      name,
      name === 'exclusions' ? after.exclusions.length : name === 'nearDuplicates' ? { threshold: after.nearDuplicates.threshold, notDuplicates: after.nearDuplicates.notDuplicates.length } : after[name],
    ]),
  )
}
