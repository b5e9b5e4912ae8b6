import { readKept, readKeptInput } from '@/lib/services/read-kept'
import { route } from '@/lib/web/route'

export const GET = route(readKeptInput, readKept)
