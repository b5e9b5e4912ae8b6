/** What the browser still keeps of one person's work, for the list of what cannot be handed in any more. Nobody else's is ever asked for. */
import { keyOf, tried, type LocalDraft } from '@/components/work/local-store'

const none = { drafts: [] as LocalDraft[], onTheirWay: new Set<string>() }

export const keptStore = {
  /** `onTheirWay`: items of what was handed in and not answered yet. */
  all: (personId: string): Promise<{ drafts: LocalDraft[]; onTheirWay: ReadonlySet<string> }> =>
    tried(none, async (db) => {
      const from = keyOf(personId, '')
      const [drafts, outgoing] = await Promise.all([db.getAll('drafts', IDBKeyRange.bound(from, `${from}\uffff`)), db.getAllFromIndex('outgoing', 'person', personId)])
      return { drafts, onTheirWay: new Set(outgoing.flatMap(({ itemId }) => itemId ?? [])) }
    }),
  /** Remembers what the server said of it, for when it cannot be asked. Not of what was written on meanwhile. */
  mark: ({ key, at }: LocalDraft, ended: string): Promise<void> =>
    tried(undefined, async (db) => {
      const left = await db.get('drafts', key)
      if (left?.at === at && left.ended !== ended) await db.put('drafts', { ...left, ended })
    }),
  drop: (key: string): Promise<boolean> => tried(false, (db) => db.delete('drafts', key).then(() => true)),
}
