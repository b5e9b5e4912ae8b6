'use server'
import { submissionInput } from '@/lib/services/read-submission'
import { withdrawSubmission } from '@/lib/services/withdraw-submission'
import { action } from '@/lib/web/action'

export const withdraw = action(submissionInput, withdrawSubmission)
