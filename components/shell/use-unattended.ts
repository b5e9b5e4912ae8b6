import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

const restMs = 1_000

/** True once a page was at rest that is no workbench: a workbench itself sends what waits and speaks of it. */
export function useUnattended(): boolean {
  const pathname = usePathname()
  const [unattended, setUnattended] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!document.querySelector('[data-work-bar]')) setUnattended(true)
    }, restMs)
    return () => clearTimeout(timer)
  }, [pathname])
  return unattended
}
