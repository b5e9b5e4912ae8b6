import { askAdmins, askAdminsInput, readOwnThread, readOwnThreadInput } from '@/lib/services/ask-admins'
import { route } from '@/lib/web/route'

export const GET = route(readOwnThreadInput, readOwnThread)
export const POST = route(askAdminsInput, askAdmins)
