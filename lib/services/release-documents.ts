/** Everything of a release that is no data: made from its facts and the protocols its verdicts were given under. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { publishedProtocols } from '@/lib/db/released-protocols'
import { canonical } from '@/lib/formats/canonical'
import { releaseDocuments } from '@/lib/releases/release-documents'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { Json, Task } from '@/lib/tasks/task'

/** Of what people wrote, as it stood: no words of the product's. */
export const protocolFolder = 'protocol/'

export type Document = { path: string; mediaType: string; text: string }

export async function documentsOf(viewer: Viewer, studyId: string, task: Task, facts: ReleaseFacts): Promise<Document[]> {
  const used = new Set(facts.protocols.map(({ number }) => number))
  const protocols = (await asViewer(viewer, (tx) => publishedProtocols(tx, studyId))).filter(({ number }) => used.has(number))
  const json = (value: unknown) => `${canonical(value as Json)}\n`
  return [
    ...releaseDocuments(facts),
    { path: 'schema.json', text: json(z.toJSONSchema(task.recordSchema)) },
    ...protocols.flatMap(({ number, guideline, form }) => [
      { path: `${protocolFolder}${number}/guideline.md`, text: guideline.endsWith('\n') ? guideline : `${guideline}\n` },
      { path: `${protocolFolder}${number}/form.json`, text: json(form) },
    ]),
  ].map((document) => ({ ...document, mediaType: mediaTypeOf(document.path) }))
}

const mediaTypes: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  cff: 'application/yaml',
}
const mediaTypeOf = (path: string): string => mediaTypes[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8'
