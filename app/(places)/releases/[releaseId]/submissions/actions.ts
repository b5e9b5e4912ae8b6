'use server'
import { submissionInput } from '@/lib/services/read-submission'
import { scoreAgain as scoreAgainService } from '@/lib/services/score-unscored'
import { withdrawSubmission } from '@/lib/services/withdraw-submission'
import { action } from '@/lib/web/action'

export const withdraw = action(submissionInput, withdrawSubmission)
export const scoreAgain = action(submissionInput, scoreAgainService)
