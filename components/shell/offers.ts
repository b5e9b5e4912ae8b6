'use client'
import { useEffect, useRef } from 'react'
import type { PaletteGroup } from '@/components/ui/command-palette'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'

/** What a page adds to the palette and to the shortcut sheet while it is open. */
export type Offer = { commands?: readonly PaletteGroup[]; shortcuts?: readonly ShortcutGroup[] }

const offers = new Set<() => Offer>()

/** Makes this page's actions findable. Read only when the palette or the sheet opens, so it may change at every render. */
export function useOffer(offer: Offer) {
  const latest = useRef(offer)
  useEffect(() => {
    latest.current = offer
  })
  useEffect(() => {
    const read = () => latest.current
    offers.add(read)
    return () => void offers.delete(read)
  }, [])
}

export const currentOffers = (): Offer[] => [...offers].map((read) => read())
