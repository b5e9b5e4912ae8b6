/**
 * `audit-links.bin`: the audit chain from the head that the release before names (or from its beginning) to the head that the
 * manifest names, so that it can be followed without the installation. For each link 64 bytes: the SHA-256 of its event, the link
 * itself; its position follows from its place. Events bear random ids, so a hash tells nothing to whoever does not have the event;
 * nor does it tell who acted to whoever has the event alone, for a person is hashed with a salt that stands beside them.
 */
export const auditLinksPath = 'audit-links.bin'
export const hashBytes = 32

export type ChainHead = { position: number; hash: string }

/** What the first link follows, the SHA-256 of "doubleread"; the database begins its chain with the same. */
export const chainStart: ChainHead = { position: 0, hash: '73b406bcb22540df7bb5ea229cfe557f5c7800005790cd90aa1591d71f0cf779' }
