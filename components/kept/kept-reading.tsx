'use client'
import type { ReactNode } from 'react'
import { deskCalls } from '@/components/desk/desk-calls'
import type { SeatOnDesk } from '@/components/desk/seat-on-desk'
import { useTaskPart } from '@/components/tasks/task-parts'
import { SkeletonText } from '@/components/ui/skeleton-text'
import { useLookedUp } from './use-looked-up'

/** What was written beside a reading that was handed in, in the task's editor and never to be changed. */
export function KeptReading({ place, body, otherwise }: { place: string; body: unknown; otherwise: ReactNode }) {
  const seat = useLookedUp(deskCalls.seat, place)
  if (seat === null) return <SkeletonText lines={8} />
  return seat === 'none' ? otherwise : <Shown seat={seat} body={body} />
}

function Shown({ seat, body }: { seat: SeatOnDesk; body: unknown }) {
  const { Editor, fitDraft } = useTaskPart(seat.study.task)
  const { text, content, language, protocol } = seat
  return <Editor {...{ text, content, language, protocol }} settings={seat.study.settings} draft={fitDraft ? fitDraft(body, seat).draft : body} problems={[]} attempts={0} readOnly />
}
