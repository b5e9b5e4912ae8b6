'use client'
import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import { TimeZoneProbe } from './time-zone-probe'

/** What every page stands in, signed in or not. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
      <Toaster />
      <TimeZoneProbe />
    </Tooltip.Provider>
  )
}
