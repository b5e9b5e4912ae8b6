'use client'
import { lazy, Suspense } from 'react'
import type { Keep } from './remember'

const MissingPage = lazy(async () => ({ default: (await import('./missing-page')).MissingPage }))

/** Next sends what the not-found page needs with every page; this is all that it needs until it is shown. */
export const LateMissingPage = (props: { keep: Keep; homeHref: string; framed?: boolean }) => (
  <Suspense>
    <MissingPage {...props} />
  </Suspense>
)
