import { saveDraft, saveDraftInput } from '@/lib/services/save-draft'
import { route } from '@/lib/web/route'

export const PUT = route(saveDraftInput, saveDraft)
