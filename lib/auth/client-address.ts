/**
 * Where a request comes from, as far as it can be believed: the address that the outermost of our own proxies saw. With
 * no trusted proxy there is none, since anyone can write the header.
 */
export function clientAddress(forwardedFor: string | null | undefined, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies)?.slice(0, 64) || null
}
