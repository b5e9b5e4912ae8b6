/**
 * How a release names the files of a hidden split: by HMAC-SHA256 (RFC 2104) of a file's SHA-256 under 32 random bytes of that
 * split and release. Whoever has the key, which is a file of the split, can check it; whoever has not cannot try labels out
 * on known texts.
 */
import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { SplitName } from './split-rule'

export const keyBytes = 32
export const keyPath = (split: SplitName): string => `commitments/${split}.json`

const keyFile = z.strictObject({ split: z.string(), key: z.string().regex(/^[0-9a-f]{64}$/) })

/** `key`: as hexadecimal digits. */
export const keyText = (split: SplitName, key: string): string => `${canonical(keyFile.parse({ split, key }))}\n`

/** The key in such a file; null where it is none. */
export function keyIn(text: string): string | null {
  try {
    return keyFile.safeParse(JSON.parse(text)).data?.key ?? null
  } catch {
    return null
  }
}

/** All in hexadecimal digits. */
export async function commitmentTo(sha256: string, key: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', secret, bytesOf(sha256)))
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const bytesOf = (digits: string): Uint8Array<ArrayBuffer> => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16))
