import { Refusal } from '@/lib/errors'

/** A state-changing request must come from our own pages: the browser says where it comes from. */
export function refuseForeign(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (request.method !== 'GET' && request.method !== 'HEAD' && site && site !== 'same-origin' && site !== 'none')
    throw new Refusal('not-found', 'not-found')
}
