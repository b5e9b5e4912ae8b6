/** A study's protocol as its admins see it: the draft, the versions with what was judged under each, and two of them side by side. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { draftProtocol, protocolByNumber, protocolVersions, type DraftProtocol, type ProtocolVersion } from '@/lib/db/protocols'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'

type Study = { slug: string; name: string; task: string; languages: string[] }

export const readProtocolsInput = z.object({ study: z.string() })

export async function readProtocols(
  viewer: Viewer,
  { study: slug }: z.output<typeof readProtocolsInput>,
): Promise<{ study: Study; draft: DraftProtocol | null; versions: ProtocolVersion[] }> {
  return asViewer(viewer, async (tx) => {
    const { id, name, task, languages } = await admitAdmin(tx, viewer, slug)
    return { study: { slug, name, task, languages }, draft: await draftProtocol(tx, id), versions: await protocolVersions(tx, id) }
  })
}

/** A version's number, or the draft. */
const which = z.union([z.literal('draft'), z.coerce.number().int().min(1).max(1_000_000)])
export const compareProtocolsInput = z.object({ study: z.string(), from: which.nullable(), to: which })

export type ProtocolText = { number: number | null; note: string; publishedAt: Date | null; guideline: string; form: unknown }

/** Two versions; `from` null reads one alone. */
export async function compareProtocols(
  viewer: Viewer,
  { study: slug, from, to }: z.output<typeof compareProtocolsInput>,
): Promise<{ study: Study; from: ProtocolText | null; to: ProtocolText }> {
  return asViewer(viewer, async (tx) => {
    const { id, name, task, languages } = await admitAdmin(tx, viewer, slug)
    const read = async (wanted: 'draft' | number): Promise<ProtocolText> => {
      const found = wanted === 'draft' ? await draftProtocol(tx, id) : await protocolByNumber(tx, id, wanted)
      if (!found) throw new Refusal('not-found', 'not-found')
      const { guideline, form } = found
      return 'number' in found
        ? { number: found.number, note: found.note, publishedAt: found.publishedAt, guideline, form }
        : { number: null, note: '', publishedAt: null, guideline, form }
    }
    return { study: { slug, name, task, languages }, from: from === null ? null : await read(from), to: await read(to) }
  })
}
