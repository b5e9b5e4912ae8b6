import { Notice } from '@/components/ui/notice'

/** What a person must know above any work at hand: what this device still keeps, and that the next piece could not be fetched. */
export function WorkNotices({ waiting, unreachable }: { waiting: string | null; unreachable: string | null }) {
  return [waiting, unreachable].map(
    (sentence) =>
      sentence && (
        <Notice key={sentence} tone="warn" live className="mx-4 mt-3">
          {sentence}
        </Notice>
      ),
  )
}
