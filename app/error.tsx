'use client'
import { LateDefectPage } from '@/components/shell/late-defect-page'
import { keepPreference } from './keep-preference'

/** A defect while a page was made. The digest is the id under which the server logged it; nothing else is told. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
  return <LateDefectPage id={id} retry={retry} keep={keepPreference} />
}
