'use client'
import clsx from 'clsx'
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { ExactBlocks } from './exact-blocks'
import type { Mark } from './mark'
import { MarkLayer } from './mark-layer'
import { isEastAsian } from './reading-face'
import { readingSizes, useReadingSize } from './reading-size'
import type { TextModel } from './text-model'

/**
 * A text with its marks, exactly as it is stored: the text content of `[data-exact-text]` is the string, character by
 * character. Must never interpret anything in it, nor put a character of its own between. `frame` is a positioned element
 * around it; `layout` grows when places move (useLayoutVersion).
 */
export function MarkedText({
  model,
  language,
  marks,
  frame,
  layout,
}: {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  frame: RefObject<HTMLElement | null>
  layout: number
}) {
  const own = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState(0)
  // An HTML parser turns CR LF and CR into LF, so server-rendered text may have lost some; made here, nothing is lost.
  useLayoutEffect(() => {
    if (own.current && own.current.textContent !== model.text) setMade((times) => Math.min(times + 1, 1))
  }, [model.text])

  const wide = useMemo(() => isEastAsian(model.text, language), [model.text, language])
  const size = readingSizes[useReadingSize()]
  return (
    <>
      <div
        key={made}
        ref={own}
        lang={language ?? undefined}
        data-exact-text
        style={{ '--reading-size': `${size}rem` } as CSSProperties}
        className={clsx(
          'reading mx-auto whitespace-pre-wrap [overflow-wrap:anywhere] [tab-size:4]',
          wide ? 'max-w-[39em]! font-[family-name:var(--face-interface)]' : 'max-w-[33em]!',
        )}
      >
        <ExactBlocks blocks={model.blocks} />
      </div>
      <MarkLayer frame={frame} model={model} marks={marks} layout={layout + made} />
    </>
  )
}
