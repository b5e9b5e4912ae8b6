/** What a token looks like: 256 random bits behind a prefix by which a leaked one is found in logs and repositories. */
import { createHash, randomBytes } from 'node:crypto'

const prefix = 'dr_'
const shape = /^dr_[A-Za-z0-9_-]{43}$/
const shownLength = prefix.length + 6

export function newToken(): { secret: string; shown: string; hash: Buffer<ArrayBuffer> } {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, shown: secret.slice(0, shownLength), hash: hashed(secret) }
}

/** Null for what cannot be one, however long it is. */
export const hashOfToken = (secret: string): Buffer<ArrayBuffer> | null => (shape.test(secret) ? hashed(secret) : null)

const hashed = (secret: string) => createHash('sha256').update(secret).digest()
