'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentViewer } from '@/lib/auth/current-viewer'
import { answerQuestion, answerSpanQuestionInput, nextSpanQuestion } from '@/lib/services/span-questions'
import { action } from '@/lib/web/action'
import { paths } from '@/lib/web/paths'

export const answer = action(answerSpanQuestionInput, answerQuestion)
export const next = action(z.object({}), (viewer) => nextSpanQuestion(viewer))

/** "Begin": to the next question, or back to the list when none waits. */
export async function begin(): Promise<void> {
  const { questionId } = await nextSpanQuestion(await currentViewer())
  redirect(questionId ? paths.spanQuestion(questionId) : paths.spanQuestions())
}
