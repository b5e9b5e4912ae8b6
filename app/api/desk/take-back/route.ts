import { takeBackJudgment, takeBackJudgmentInput } from '@/lib/services/take-back-judgment'
import { route } from '@/lib/web/route'

export const POST = route(takeBackJudgmentInput, takeBackJudgment)
