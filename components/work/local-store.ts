/**
 * The browser's own store of unsaved work: every change is here before it is anywhere else, and leaves only when the server
 * has confirmed it. Kept per person, so that a shared computer shows nobody another's work. Without IndexedDB (some private
 * modes) it keeps nothing and says so by `durable`.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export type LocalDraft = {
  key: string
  personId: string
  itemId: string
  body: unknown
  base: number
  activeMs: number
  /** Whose saves may have reached the server unheard; missing in what an older version of the page has left. */
  copies?: readonly string[]
  at: number
}
/** A submission on its way: sent again, with the same client id, until the server has answered. */
export type Outgoing = { clientId: string; personId: string; url: string; payload: unknown; label: string; at: number }

interface Store extends DBSchema {
  drafts: { key: string; value: LocalDraft }
  outgoing: { key: string; value: Outgoing; indexes: { person: string } }
}

let opened: Promise<IDBPDatabase<Store> | null> | undefined

const database = (): Promise<IDBPDatabase<Store> | null> =>
  (opened ??= openDB<Store>('doubleread', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' })
      db.createObjectStore('outgoing', { keyPath: 'clientId' }).createIndex('person', 'personId')
    },
  }).catch(() => null))

const keyOf = (personId: string, itemId: string): string => `${personId}/${itemId}`

export const localStore = {
  durable: async (): Promise<boolean> => (await database()) !== null,
  async putDraft(draft: Omit<LocalDraft, 'key'>): Promise<void> {
    await (await database())?.put('drafts', { ...draft, key: keyOf(draft.personId, draft.itemId) })
  },
  async draft(personId: string, itemId: string): Promise<LocalDraft | undefined> {
    return (await database())?.get('drafts', keyOf(personId, itemId))
  },
  async dropDraft(personId: string, itemId: string): Promise<void> {
    await (await database())?.delete('drafts', keyOf(personId, itemId))
  },
  async putOutgoing(outgoing: Outgoing): Promise<void> {
    await (await database())?.put('outgoing', outgoing)
  },
  async outgoing(personId: string): Promise<Outgoing[]> {
    const all = (await (await database())?.getAllFromIndex('outgoing', 'person', personId)) ?? []
    return all.sort((a, b) => a.at - b.at)
  },
  async dropOutgoing(clientId: string): Promise<void> {
    await (await database())?.delete('outgoing', clientId)
  },
}
