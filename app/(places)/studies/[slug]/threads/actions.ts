'use server'
import { answerThread, answerThreadInput } from '@/lib/services/answer-thread'
import { action } from '@/lib/web/action'

export const answer = action(answerThreadInput, answerThread)
