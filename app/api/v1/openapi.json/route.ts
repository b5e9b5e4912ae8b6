import { openApi } from '@/lib/web/api/open-api'
import { operations } from '@/lib/web/api/operations'

/** What the interface is, for whoever wants to know; it says nothing of what is in it. */
export const GET = (): Response => Response.json(openApi(operations))
