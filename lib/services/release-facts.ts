/** What the facts of a release need to know beside its composition: study, protocols, formats, the release before. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReleaseRow } from '@/lib/db/releases'
import { newestFrozen, releaseById, saltFor } from '@/lib/db/releases'
import { publishedProtocols } from '@/lib/db/released-protocols'
import type { StudyRow } from '@/lib/db/studies'
import type { Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { fieldsFrom, type FactsContext } from '@/lib/releases/facts-of'
import { recipeSchema } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { mergedAxes } from '@/lib/tasks/named-axes'
import { taskOf } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import type { Composing } from './compose-release'
import { shingling } from './divide-items'
import { formatsOf, limitsOf } from './release-formats'
import { writingOf } from './release-writing'

export type Groundwork = {
  composing: Omit<Composing, 'read' | 'onProgress'>
  context: Omit<FactsContext, 'blinding' | 'files' | 'agreement'>
}

/** `date`: the day it is frozen; null in a preview. Costs a few look-ups. */
export async function groundworkOf(
  tx: Tx,
  { release, study }: { release: ReleaseRow; study: StudyRow },
  { date, signer }: { date: string | null; signer: string },
): Promise<Groundwork> {
  const recipe = recipeSchema.parse(release.recipe)
  const task = taskOf(study.task)
  const previous = release.state === 'draft' ? await newestFrozen(tx, study.id) : release.previousId ? { id: release.previousId } : null
  const before = previous ? await releaseById(tx, previous.id) : null
  const salt = await saltFor(tx, release.id, previous?.id ?? null)
  const protocols = await publishedProtocols(tx, study.id)
  return {
    composing: {
      study: { id: study.id, settings: study.settings },
      task,
      recipe,
      salt,
      previousId: previous?.id ?? null,
      forms: new Map(protocols.map(({ number, form }) => [number, task.form.parse(form)])),
    },
    context: {
      release: { id: release.id, title: release.title, notes: release.notes, date, ...addressesOf(release.id) },
      study: { slug: study.slug, name: study.name, task: task.code, taskName: task.name.en, hubTasks: [...task.hubTasks] },
      axes: mergedAxes(protocols.map(({ form }) => task.axes?.(form) ?? [])),
      recipe,
      salt,
      saltSha256: createHash('sha256').update(salt).digest('hex'),
      protocols: protocols.map(({ number, form }) => ({ number, name: `${study.name}, protocol ${number}`, provisional: isProvisional(form) })),
      formats: formatsOf(task, recipe.formats).map((format) => ({ code: format.code, name: format.name.en, cannotHold: limitsOf(format).map(({ en }) => en) })),
      writing: writingOf(task, recipe),
      fields: fieldsFrom(z.toJSONSchema(task.recordSchema) as JsonObject),
      nearDuplicateOptions: shingling,
      history: before ? (before.facts as ReleaseFacts).history : [],
      signer,
    },
  }
}

/** Where the release will be found, if the installation knows its own address. */
function addressesOf(releaseId: string): { url: string | null; filesUrl: string | null } {
  const base = env().NEXTAUTH_URL?.replace(/\/+$/, '') ?? null
  return base === null ? { url: null, filesUrl: null } : { url: `${base}/releases/${releaseId}`, filesUrl: `${base}/api/releases/${releaseId}/files` }
}

const isProvisional = (form: unknown): boolean => z.object({ provisional: z.boolean() }).safeParse(form).data?.provisional ?? false
