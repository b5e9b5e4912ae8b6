import { listItems, listItemsInput } from '@/lib/services/list-items'
import { route } from '@/lib/web/route'

export const GET = route(listItemsInput, listItems)
