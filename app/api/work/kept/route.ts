import { listKept, listKeptInput } from '@/lib/services/list-kept'
import { route } from '@/lib/web/route'

/** A question with a body: what the browser keeps is asked about. */
export const POST = route(listKeptInput, listKept)
