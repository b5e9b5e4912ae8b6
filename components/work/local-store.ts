/**
 * The browser's own store of unsaved work: every change is here before it is anywhere else, and leaves only when the server
 * has confirmed it. Kept per person, so that a shared computer shows nobody another's work. Never fails: without IndexedDB
 * (some private modes) or room it keeps nothing, and says so to whoever wanted something kept.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export type LocalDraft = {
  key: string
  personId: string
  itemId: string
  /** The seat or the dispute it was written at; missing in what an older version of the page has left. */
  place?: string
  body: unknown
  base: number
  activeMs: number
  /** Whose saves may have reached the server unheard; missing in what an older version of the page has left. */
  copies?: readonly string[]
  at: number
  /** What it is of; missing in what an older version of the page has left. */
  of?: WorkOf
  /** Why it cannot be handed in any more, as far as this browser has heard. */
  ended?: string
}
export type WorkOf = { study: string; task: string; opening: string; kind: 'seat' | 'adjudication' }
/** A submission on its way: sent again, with the same client id, until the server has answered. */
export type Outgoing = {
  clientId: string
  personId: string
  url: string
  payload: unknown
  label: string
  itemId?: string
  at: number
  /** The draft that it was handed in from, to be kept should it be refused for good. */
  draft?: Pick<LocalDraft, 'body' | 'base' | 'activeMs' | 'copies' | 'of'>
}

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

export const keyOf = (personId: string, itemId: string): string => `${personId}/${itemId}`

/** What cannot be kept or read is not there: work goes on without it, and whoever keeps something hears whether it is kept. */
export async function tried<T>(otherwise: T, ask: (db: IDBPDatabase<Store>) => Promise<T>): Promise<T> {
  try {
    const db = await database()
    return db ? await ask(db) : otherwise
  } catch {
    return otherwise
  }
}

export const localStore = {
  putDraft: (draft: Omit<LocalDraft, 'key'>): Promise<boolean> =>
    tried(false, (db) => db.put('drafts', { ...draft, key: keyOf(draft.personId, draft.itemId) }).then(() => true)),
  draft: (personId: string, itemId: string): Promise<LocalDraft | undefined> =>
    tried<LocalDraft | undefined>(undefined, (db) => db.get('drafts', keyOf(personId, itemId))),
  dropDraft: (personId: string, itemId: string): Promise<void> => tried(undefined, (db) => db.delete('drafts', keyOf(personId, itemId))),
  /** Another's place is made for what was written at the item: this stays beside it. */
  setAside: (left: LocalDraft): Promise<unknown> => tried<unknown>(undefined, (db) => db.put('drafts', { ...left, key: `${left.key}/${left.place}` })),
  /** What was handed in and refused for good: kept as it was, with the reason. */
  endDraft: ({ personId, itemId, label, at, draft }: Outgoing, ended: string): Promise<void> =>
    tried(undefined, async (db) => {
      if (!itemId) return
      const key = keyOf(personId, itemId)
      const there = await db.get('drafts', key)
      // What was written since at another place of the item goes on, and this stays beside it.
      const own = there && (there.place ?? label) === label ? there : undefined
      const left = own ?? (draft && { ...draft, key: there ? `${key}/${label}` : key, personId, itemId, place: label, at })
      if (left) await db.put('drafts', { ...left, ended })
    }),
  putOutgoing: (outgoing: Outgoing): Promise<boolean> => tried(false, (db) => db.put('outgoing', outgoing).then(() => true)),
  outgoing: (personId: string): Promise<Outgoing[]> => tried<Outgoing[]>([], (db) => db.getAllFromIndex('outgoing', 'person', personId)),
  dropOutgoing: (clientId: string): Promise<void> => tried(undefined, (db) => db.delete('outgoing', clientId)),
}
