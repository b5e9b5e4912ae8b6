'use client'
import { useTimeZone } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isCopy } from '@/components/offline/saved-beside'
import { remember } from './remember'

/** Tells the server, once, which clock this person lives by; every page after that is written in it. */
export function TimeZoneProbe() {
  const router = useRouter()
  const served = useTimeZone()
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (!timeZone || timeZone === served) return
    remember('timeZone', timeZone)
    // Where nobody answers, the router would load the whole page again, which is this copy, and so on.
    if (!isCopy()) router.refresh()
  }, [served, router])
  return null
}
