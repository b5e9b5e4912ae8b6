/** Set where bin/first/socket-address.mjs has put the connection's own address in the header's place. */
const ofConnection = (): boolean => (globalThis as Record<symbol, unknown>)[Symbol.for('doubleread.socket-address')] === true

/**
 * Where a request comes from, as far as it can be believed: the address that the outermost of our own proxies saw, or with
 * no proxy that of the connection. Where neither is known there is none, since anyone can write the header.
 */
export function clientAddress(forwardedFor: string | null | undefined, trustedProxies: number, written = ofConnection()): string | null {
  if (trustedProxies === 0 && !written) return null
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-Math.max(1, trustedProxies))?.slice(0, 64) || null
}
