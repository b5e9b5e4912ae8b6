import clsx from 'clsx'
import { Skeleton } from './skeleton'

const widths = ['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-10/12', 'w-2/3']

/** Lines of text on their way. */
export function SkeletonText({ lines = 4, className }: { lines?: number; className?: string }) {
  return (
    <div className={clsx('grid gap-3', className)}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={clsx('h-3.5', widths[line % widths.length])} />
      ))}
    </div>
  )
}
