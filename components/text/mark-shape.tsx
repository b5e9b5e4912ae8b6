import clsx from 'clsx'
import { memo } from 'react'
import type { Mark } from './mark'

/** One line's part of a mark, in pixels of the frame. */
export type MarkBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Deeper marks share the last lane: there is no room for more between two lines. */
const laneCount = 4
const lanePx = 4

/**
 * A soft ground and an underline in the colour and stroke of a mark's type, one lane lower for every mark it lies over, and
 * its label above its beginning.
 */
export const MarkShape = memo(function MarkShape({
  mark,
  lane,
  boxes,
  labelX,
  rightToLeft,
}: {
  mark: Mark
  lane: number
  boxes: readonly MarkBox[]
  /** Where its first character begins. */
  labelX: number
  rightToLeft: boolean
}) {
  const drop = (lane % laneCount) * lanePx
  const first = boxes[0]
  return (
    <div data-mark={mark.id} data-span-colour={mark.colour} data-tone={mark.tone} className="group contents">
      {boxes.map(({ left, top, width, height }, line) => (
        <div
          key={line}
          style={{ left, top, width, height: height - 1 + drop }}
          className={clsx(
            'absolute rounded-t-[2px] border-b-2 border-(--span-line) [border-bottom-style:var(--span-stroke)]',
            mark.colour === 'violet' || mark.colour === 'pink' || mark.colour === 'emerald' ? 'border-b-3' : '',
            lane === 0 ? 'bg-(--span-fill)' : 'bg-[color-mix(in_srgb,var(--span-fill)_55%,transparent)]',
            'group-data-[tone=faint]:bg-transparent',
            'group-data-[tone=active]:border-b-3 group-data-[tone=active]:bg-[color-mix(in_srgb,var(--span-line)_30%,var(--span-fill))]',
          )}
        />
      ))}
      {first && mark.label && (
        <span
          style={{ left: labelX, top: first.top }}
          // Without a transform: five hundred labels would be as many layers for the browser to sort at every frame. A label
          // of no width flows out of itself to the side that its text is read to.
          className={clsx(
            'absolute -mt-[0.4375rem] w-0 font-sans text-[0.625rem]/[1] font-semibold whitespace-nowrap text-(--span-ink)',
            rightToLeft ? '[direction:rtl]' : '[direction:ltr]',
          )}
        >
          {mark.label.toUpperCase()}
        </span>
      )}
    </div>
  )
})
