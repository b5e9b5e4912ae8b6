/** The bench: how many disputes wait for this adjudicator in each study, which they have begun, and how many questions of sameness wait. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { benchStudies, heldDisputes } from '@/lib/db/disputes'
import { spanQuestionsWaiting } from '@/lib/db/span-questions'
import { unreadAnswers } from '@/lib/db/threads'
import { waitingForOthers } from '@/lib/db/waiting-for-others'

export const listBenchInput = z.object({})

export async function listBench(viewer: Viewer, _input: z.output<typeof listBenchInput>) {
  return asViewer(viewer, async (tx) => ({ studies: await benchStudies(tx), held: await heldDisputes(tx), questions: (await spanQuestionsWaiting(tx)).waiting, answers: await unreadAnswers(tx), forOthers: (await waitingForOthers(tx)).disputes }))
}
