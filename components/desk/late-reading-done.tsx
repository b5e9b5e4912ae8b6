'use client'
import { lazy, Suspense } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { SeatOnDesk } from './seat-on-desk'

const ReadingDone = lazy(async () => ({ default: (await import('./reading-done')).ReadingDone }))

/** On the page of a reading that is still to be done, nothing of this is loaded. */
export const LateReadingDone = ({ seat }: { seat: SeatOnDesk }) => (
  <Suspense fallback={<Skeleton className="m-6 h-96" />}>
    <ReadingDone seat={seat} />
  </Suspense>
)
