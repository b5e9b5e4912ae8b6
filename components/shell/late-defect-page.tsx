'use client'
import { lazy, Suspense } from 'react'
import type { DefectPageProps } from './defect-page'

const DefectPage = lazy(async () => ({ default: (await import('./defect-page')).DefectPage }))

/** Stands behind every page and is hardly ever seen, so no page brings it along. Where it cannot be fetched, the last resort comes. */
export const LateDefectPage = (props: DefectPageProps) => (
  <Suspense>
    <DefectPage {...props} />
  </Suspense>
)
