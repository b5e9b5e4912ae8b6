'use client'
import { lazy, Suspense, useEffect, useState } from 'react'

const Toaster = lazy(() => import('./toaster').then((module) => ({ default: module.Toaster })))

/** Brings the Toaster after the page itself has come to rest. */
export function LateToaster() {
  const [resting, setResting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense fallback={null}>{resting && <Toaster />}</Suspense>
}
