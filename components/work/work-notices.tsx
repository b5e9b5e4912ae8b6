import { Notice } from '@/components/ui/notice'

/**
 * What a person must know above any work at hand: what this device still keeps, and that the next piece could not be fetched.
 * `arrived` is said to those who do not see that another piece has come.
 */
export function WorkNotices({ arrived = null, waiting, unreachable }: { arrived?: string | null; waiting: string | null; unreachable: string | null }) {
  return (
    <>
      <p role="status" className="sr-only">
        {arrived}
      </p>
      {[waiting, unreachable].map(
        (sentence) =>
          sentence && (
            <Notice key={sentence} tone="warn" live className="mx-4 mt-3">
              {sentence}
            </Notice>
          ),
      )}
    </>
  )
}
