import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import { ArrivalBar } from './arrival-bar'
import { TimeZoneProbe } from './time-zone-probe'

/** What every page stands in, signed in or not. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <>
      <ArrivalBar />
      {children}
      <Toaster />
      <TimeZoneProbe />
    </>
  )
}
