import type { ReactNode } from 'react'

/** The head of a dispute's page, always in view on screens with room for it. */
export function BenchBar({ back, title, children }: { back: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div data-work-bar className="z-20 flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4 border-b border-line bg-paper px-4 py-2 sm:sticky sm:top-14 sm:px-6">
      {back}
      <h1 className="min-w-0 grow basis-40 truncate text-sm font-medium max-sm:sr-only">{title}</h1>
      {children}
    </div>
  )
}
