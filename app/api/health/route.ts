import { isReachable } from '@/lib/services/is-reachable'

export const dynamic = 'force-dynamic'

/** For load balancers and the set-up: whether this process can serve people. Says nothing else to anyone. */
export async function GET(): Promise<Response> {
  const status = (await isReachable()) ? 200 : 503
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
