'use server'
import { askExperts, expertsInput, judgeContest } from '@/lib/services/ask-experts'
import { scoreAnew, scoreAnewInput } from '@/lib/services/score-anew'
import { action } from '@/lib/web/action'

export const ask = action(expertsInput, askExperts)
export const judge = action(expertsInput, judgeContest)
export const anew = action(scoreAnewInput, scoreAnew)
