'use client'
import { useTimeZone } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { remember } from './remember'

/** Tells the server, once, which clock this person lives by; every page after that is written in it. */
export function TimeZoneProbe() {
  const router = useRouter()
  const served = useTimeZone()
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (!timeZone || timeZone === served) return
    remember('timeZone', timeZone)
    router.refresh()
  }, [served, router])
  return null
}
