'use client'
import clsx from 'clsx'
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type Ref } from 'react'
import type { Mark } from './mark'
import { marksByPiece, samePieceMarks, type PieceMark } from './piece-marks'
import { isEastAsian } from './reading-face'
import { readingSizes, useReadingSize } from './reading-size'
import { TextBlock } from './text-block'
import type { TextModel } from './text-model'

/**
 * A text with its marks, exactly as it is stored: the text content of this element is the string, character by character.
 * Must never interpret anything in it, nor put a character of its own between.
 */
export function MarkedText({
  model,
  language,
  marks,
  className,
  ref,
}: {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  className?: string
  ref?: Ref<HTMLDivElement>
}) {
  const own = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState(0)
  // An HTML parser turns CR LF and CR into LF, so server-rendered text may have lost some; made here, nothing is lost.
  useLayoutEffect(() => {
    if (own.current && own.current.textContent !== model.text) setMade((times) => Math.min(times + 1, 1))
  }, [model.text])

  const marksOfBlocks = useMarksOfBlocks(model, marks)
  const wide = useMemo(() => isEastAsian(model.text, language), [model.text, language])
  const size = readingSizes[useReadingSize()]
  return (
    <div ref={ref} lang={language ?? undefined} className={clsx('relative', className)} style={{ '--reading-size': `${size}rem` } as CSSProperties}>
      <div
        key={made}
        ref={own}
        data-exact-text
        className={clsx(
          'reading whitespace-pre-wrap [overflow-wrap:anywhere] [tab-size:4]',
          wide ? 'max-w-[39em]! font-[family-name:var(--face-interface)]' : 'max-w-[33em]!',
        )}
      >
        {model.blocks.map((block, index) => (
          <TextBlock key={block.at} block={block} marks={marksOfBlocks[index]!} />
        ))}
      </div>
    </div>
  )
}

type BlockMarks = readonly (readonly PieceMark[])[]

/** Marks sorted to blocks, the same array as before for a block on which nothing changed. */
function useMarksOfBlocks(model: TextModel, marks: readonly Mark[]): readonly BlockMarks[] {
  const [held, setHeld] = useState<{ model: TextModel; marks: readonly Mark[]; blocks: readonly BlockMarks[] } | null>(null)
  if (held && held.model === model && held.marks === marks) return held.blocks
  const pieces = marksByPiece(model.blocks.flatMap((block) => block.pieces), marks)
  let from = 0
  const blocks = model.blocks.map((block, index): BlockMarks => {
    const fresh = pieces.slice(from, (from += block.pieces.length))
    const before = held?.model === model ? held.blocks[index] : undefined
    return before?.every((list, at) => samePieceMarks(list, fresh[at]!)) ? before : fresh
  })
  setHeld({ model, marks, blocks })
  return blocks
}
