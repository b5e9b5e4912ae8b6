'use server'
import { askExperts, expertsInput, judgeContest } from '@/lib/services/ask-experts'
import { action } from '@/lib/web/action'

export const ask = action(expertsInput, askExperts)
export const judge = action(expertsInput, judgeContest)
