'use client'
import { useEffect, useState, type RefObject } from 'react'

/** A number that grows whenever places may have moved on the screen: the element changed its size, or a font arrived. */
export function useLayoutVersion(element: RefObject<HTMLElement | null>): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    const moved = () => setVersion((before) => before + 1)
    const observer = new ResizeObserver(moved)
    if (element.current) observer.observe(element.current)
    document.fonts.addEventListener('loadingdone', moved)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', moved)
    }
  }, [element])
  return version
}
