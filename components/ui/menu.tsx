'use client'
import { lazy, Suspense, useState } from 'react'
import type { MenuProps } from './menu-entry'

const load = () => import('./menu-panel')
const MenuPanel = lazy(() => load().then((module) => ({ default: module.MenuPanel })))

/**
 * Things to do or places to go, behind one button (`trigger`). Until it is first wanted there is only the button: what
 * draws and places the panel is fetched when the pointer or the keyboard comes near, not with every page.
 */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  const near = () => void load()
  const waiting = props.trigger({
    'aria-haspopup': 'menu',
    'aria-expanded': wanted,
    onPointerEnter: near,
    onFocus: near,
    onClick: () => setWanted(true),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setWanted(true)
    },
  })
  if (!wanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <MenuPanel {...props} />
    </Suspense>
  )
}
