import { submitJudgment, submitJudgmentInput } from '@/lib/services/submit-judgment'
import { route } from '@/lib/web/route'

export const POST = route(submitJudgmentInput, submitJudgment)
