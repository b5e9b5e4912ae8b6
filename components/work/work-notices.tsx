import { Notice } from '@/components/ui/notice'

/** What a person must know above any work at hand: what this device still keeps. `arrived` is said to those who do not see that another piece has come. */
export function WorkNotices({ arrived = null, waiting }: { arrived?: string | null; waiting: string | null }) {
  return (
    <>
      <p role="status" className="sr-only">
        {arrived}
      </p>
      {waiting && (
        <Notice tone="warn" live className="mx-4 mt-3">
          {waiting}
        </Notice>
      )}
    </>
  )
}
