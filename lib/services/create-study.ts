/** An owner of the installation founds a study and becomes its first admin. It may start with a protocol draft from a template. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { addMembership } from '@/lib/db/memberships'
import { insertDraft } from '@/lib/db/protocols'
import { insertStudy, slugsLike } from '@/lib/db/studies'
import { Refusal } from '@/lib/errors'
import { locales } from '@/lib/locale'
import { freeSlug, maxSlugLength, slugOf, slugPattern } from '@/lib/study-slug'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { studyFields } from './study-fields'

export const createStudyInput = studyFields.extend({
  /** Left out, it is made from the name; given, it is taken as it is or refused. */
  slug: z.string().max(maxSlugLength, 'key:invalid').regex(slugPattern, 'key:invalid').optional(),
  task: z.enum(taskCodes, 'key:not-an-option'),
  /** Code of the template that the protocol's draft starts from, and the language of its guideline. */
  template: z.object({ code: z.string(), locale: z.enum(locales) }).nullable(),
})

export async function createStudy(viewer: Viewer, input: z.output<typeof createStudyInput>): Promise<{ slug: string }> {
  if (!viewer.owner) throw new Refusal('not-found', 'not-found')
  const { template: wanted, slug: wantedSlug, ...fields } = input
  const task = taskOf(fields.task)
  const template = wanted && task.templates.find(({ code }) => code === wanted.code)
  if (wanted && !template) throw new Refusal('invalid', 'fields', {}, [{ path: 'template', code: 'not-an-option' }])
  const settings = task.settings.parse(fields.settings)

  return asViewer(viewer, async (tx) => {
    const stem = wantedSlug ?? slugOf(fields.name)
    const slug = wantedSlug ?? freeSlug(stem, await slugsLike(tx, stem.slice(0, maxSlugLength - 4)))
    const studyId = await insertStudy(tx, { ...fields, slug, settings })
    await addMembership(tx, studyId, viewer.personId, 'admin')
    if (wanted && template) await insertDraft(tx, studyId, template.guideline[wanted.locale], template.form)
    await recordEvent(tx, {
      kind: 'study-created',
      actor: viewer.personId,
      studyId,
      itemId: null,
      detail: { task: fields.task, readersPerItem: fields.readersPerItem, policy: fields.policy, settings, template: wanted?.code ?? null },
    })
    return { slug }
  })
}
