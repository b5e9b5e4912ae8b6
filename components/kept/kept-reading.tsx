'use client'
import { useEffect, useState, type ReactNode } from 'react'
import { deskCalls } from '@/components/desk/desk-calls'
import type { SeatOnDesk } from '@/components/desk/seat-on-desk'
import { useTaskPart } from '@/components/tasks/task-parts'
import { SkeletonText } from '@/components/ui/skeleton-text'

/** What was written beside a reading that was handed in, in the task's editor and never to be changed. */
export function KeptReading({ place, body, otherwise }: { place: string; body: unknown; otherwise: ReactNode }) {
  const [seat, setSeat] = useState<SeatOnDesk | 'none' | null>(null)
  useEffect(() => {
    let here = true
    void deskCalls.seat(place).then((answer) => here && setSeat(answer.kind === 'ok' ? answer.value : 'none'))
    return () => {
      here = false
    }
  }, [place])
  if (seat === null) return <SkeletonText lines={8} />
  return seat === 'none' ? otherwise : <Shown seat={seat} body={body} />
}

function Shown({ seat, body }: { seat: SeatOnDesk; body: unknown }) {
  const { Editor, fitDraft } = useTaskPart(seat.study.task)
  const { text, content, language, protocol } = seat
  return <Editor {...{ text, content, language, protocol }} settings={seat.study.settings} draft={fitDraft ? fitDraft(body, seat).draft : body} problems={[]} attempts={0} readOnly />
}
