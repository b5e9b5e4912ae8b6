/**
 * A study's protocol while it is written. Several admins may have it open: every save names the revision it has seen, and a
 * save that has not seen the newest is refused, so nobody overwrites what they have not read.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { deleteDraftProtocol, draftProtocol, insertDraft, newestNumber, protocolByNumber, updateDraft } from '@/lib/db/protocols'
import { Refusal } from '@/lib/errors'
import { unstorable } from '@/lib/formats/unstorable'
import { locales } from '@/lib/locale'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'

export const longestGuideline = 200_000
const largestForm = 1_000_000

export const startProtocolDraftInput = z.object({
  study: z.string(),
  from: z.union([
    z.object({ kind: z.literal('newest') }),
    z.object({ kind: z.literal('template'), code: z.string(), locale: z.enum(locales) }),
  ]),
})

export async function startProtocolDraft(viewer: Viewer, { study: slug, from }: z.output<typeof startProtocolDraftInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if (from.kind === 'template') {
      const template = taskOf(study.task).templates.find(({ code }) => code === from.code)
      if (!template) throw new Refusal('not-found', 'not-found')
      return insertDraft(tx, study.id, template.guideline[from.locale], template.form)
    }
    const number = await newestNumber(tx, study.id)
    const newest = number === null ? null : await protocolByNumber(tx, study.id, number)
    if (!newest) throw new Refusal('not-found', 'not-found')
    return insertDraft(tx, study.id, newest.guideline, newest.form)
  })
}

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

export const saveProtocolDraftInput = z.object({
  study: z.string(),
  /** The revision that was on the screen. */
  seen: z.iso.datetime({ offset: true }).or(z.string().regex(/^[\d\-:. +]{10,40}$/)),
  guideline: z.string().max(longestGuideline, 'key:invalid').refine(storable, 'key:invalid'),
  form: z.json(),
})

export async function saveProtocolDraft(
  viewer: Viewer,
  { study: slug, seen, guideline, form }: z.output<typeof saveProtocolDraftInput>,
): Promise<{ revision: string }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    refuseForeignShape(study.task, form)
    const revision = await updateDraft(tx, study.id, seen, { guideline, form })
    if (revision === null) throw await otherDraft(tx, study.id)
    return { revision }
  })
}

export const discardProtocolDraftInput = z.object({ study: z.string(), seen: z.string().regex(/^[\d\-:. +]{10,40}$/) })

export async function discardProtocolDraft(viewer: Viewer, { study: slug, seen }: z.output<typeof discardProtocolDraftInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if (!(await deleteDraftProtocol(tx, study.id, seen))) throw await otherDraft(tx, study.id)
  })
}

/** Why a draft could not be written: somebody saved it in the meantime, or published or discarded it. */
export async function otherDraft(tx: Parameters<typeof draftProtocol>[0], studyId: string): Promise<Refusal> {
  return new Refusal('conflict', (await draftProtocol(tx, studyId)) ? 'protocol-draft-changed' : 'protocol-draft-gone')
}

/** A draft may be incomplete, with names missing and keys given twice; it may not have another shape than a form's. */
function refuseForeignShape(task: string, form: z.core.util.JSONType): void {
  const incomplete = new Set(['custom', 'too_small', 'too_big', 'invalid_format'])
  const result = taskOf(task).form.safeParse(form)
  const foreign = result.error?.issues.some(({ code }) => !incomplete.has(code)) ?? false
  if (foreign || JSON.stringify(form).length > largestForm || unstorable(form, 'form')) throw new Refusal('invalid', 'form-malformed')
}
