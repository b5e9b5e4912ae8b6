/**
 * One list of what the browser and the server keep of a person's work that cannot be handed in any more. Without the server's answer it
 * holds what the browser has heard of before, and nothing that may still be theirs.
 */
import type { LocalDraft, WorkOf } from '@/components/work/local-store'
import { keptBecause, type KeptBecause } from '@/lib/workflow/kept-because'

/** What the server says of a piece; `work` null: the item was never theirs. */
type Standing = { itemId: string; place: string | null; role: 'reader' | 'adjudicator' | null; work: 'yours' | KeptBecause | null; member: boolean; again: boolean }
type ServerDraft = Standing & { studyName: string | null; task: string; opening: string; version: number; copy: string | null; updatedAt: string }
export type KeptAnswer = { pieces: readonly Standing[]; drafts: readonly ServerDraft[] }

export type KeptPiece = {
  key: string
  itemId: string
  place: string | null
  kind: WorkOf['kind']
  /** Null where it is not known, or not theirs to know any more. */
  study: string | null
  opening: string | null
  task: string | null
  at: string
  why: KeptBecause
  /** Of what this browser keeps; what the server keeps is fetched when it is looked at. */
  left: LocalDraft | null
  /** The version that the server keeps, if it is this one or one that this one was written on. */
  version: number | null
  /** They may write to the admins about it. */
  asks: boolean
  /** It may be theirs again, if it is free. */
  again: boolean
}

const heard: Record<string, KeptBecause> = { 'item-not-reading': 'admins', 'dispute-ended': 'admins', 'already-submitted': 'handed-in', 'verdict-differs': 'handed-in' }
const whyHeard = (ended: string): KeptBecause => keptBecause.find((one) => one === ended) ?? heard[ended] ?? 'either'

export function keptPieces(left: readonly LocalDraft[], onTheirWay: ReadonlySet<string>, answer: KeptAnswer | null): KeptPiece[] {
  const here = new Map<string, KeptPiece>()
  const builtOn = new Set<ServerDraft>()
  for (const draft of [...left].sort((a, b) => a.at - b.at)) {
    const { itemId, place = null, of, ended, copies = [], base } = draft
    const said = answer?.pieces.find((one) => one.itemId === itemId && one.place === place)
    const why = said?.work ?? (ended === undefined ? (said && 'either') : whyHeard(ended))
    if (why === undefined || why === 'yours' || onTheirWay.has(itemId)) continue
    const earlier = answer?.drafts.find((one) => one.itemId === itemId && (one.version === base || (one.copy !== null && copies.includes(one.copy))))
    if (earlier) builtOn.add(earlier)
    here.set(`${itemId}/${place}`, {
      key: draft.key,
      itemId,
      place,
      kind: of?.kind ?? (said?.role === 'adjudicator' ? 'adjudication' : 'seat'),
      study: of?.study ?? earlier?.studyName ?? null,
      opening: of?.opening ?? earlier?.opening ?? null,
      task: of?.task ?? earlier?.task ?? null,
      at: new Date(draft.at).toISOString(),
      why,
      left: draft,
      version: earlier?.version ?? null,
      asks: said?.member ?? false,
      again: said?.again ?? false,
    })
  }
  const there = (answer?.drafts ?? []).flatMap((draft) => (builtOn.has(draft) || onTheirWay.has(draft.itemId) ? [] : onServer(draft)))
  return [...here.values(), ...there].sort((a, b) => b.at.localeCompare(a.at))
}

const onServer = ({ itemId, place, role, studyName, opening, task, updatedAt, work, version, member, again }: ServerDraft): KeptPiece[] =>
  work === null || work === 'yours'
    ? []
    : [{ key: `server/${itemId}`, itemId, place, kind: role === 'adjudicator' ? 'adjudication' : 'seat', study: studyName, opening, task, at: updatedAt, why: work, left: null, version, asks: member, again }] // prettier-ignore
