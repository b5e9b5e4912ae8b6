'use client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { alignClass, nextSort, type Column, type Sort } from './column'
import { Skeleton } from './skeleton'
import { SortMark } from './sort-mark'

/**
 * A table of any length: only the rows in sight exist. The page holds the rows and is told which are wanted
 * (`onRange`); a row that is not there yet shows as a skeleton. Arrow keys, Home, End and Page move; Enter opens.
 */
export function VirtualTable<Row>({
  caption,
  columns,
  rowCount,
  rowAt,
  rowName,
  onRange,
  onOpen,
  sort,
  onSort,
  rowHeight = 44,
  height = 'min(70dvh, 44rem)',
  minWidth,
  empty,
  className,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rowCount: number
  rowAt: (index: number) => Row | undefined
  /** What a screen reader calls the row; the cells' text where absent. */
  rowName?: (row: Row) => string
  /** The rows now wanted, `[start, end)`, a little more than is seen. */
  onRange?: (start: number, end: number) => void
  onOpen?: (row: Row, index: number) => void
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
  rowHeight?: number
  height?: string
  /** Below this width the table scrolls sideways, such as '48rem'. */
  minWidth?: string
  empty?: ReactNode
  className?: string
}) {
  const t = useTranslations('common.table')
  const scroller = useRef<HTMLDivElement>(null)
  const [activeIndex, setActiveIndex] = useState(0)
  const active = Math.min(activeIndex, Math.max(rowCount - 1, 0))
  // oxlint-disable-next-line react/incompatible-library -- no React compiler here, so nothing is memoised wrongly
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
    // The active row stays in the page, or focus would fall out of the table when it scrolls away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  })
  const start = virtual.range?.startIndex ?? 0
  const end = (virtual.range?.endIndex ?? -1) + 1
  useEffect(() => {
    if (end > start) onRange?.(Math.max(0, start - 8), Math.min(rowCount, end + 8))
  }, [start, end, rowCount, onRange])

  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2)
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: rowCount - 1,
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row'
    if (!onRow) return
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(rowCount - 1, target))
      setActiveIndex(next)
      virtual.scrollToIndex(next)
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus())
    } else if (event.key === 'Enter' && onOpen) {
      const row = rowAt(active)
      if (row !== undefined) onOpen(row, active)
    }
  }
  const tracks = { gridTemplateColumns: columns.map((column) => column.width ?? 'minmax(6rem, 1fr)').join(' ') }
  const inner = minWidth ? { minWidth } : undefined
  return (
    <div className={clsx('min-w-0', className)}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- focus is on its rows, one at a time */}
      <div
        ref={scroller}
        role="grid"
        aria-label={caption}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        onKeyDown={onKeyDown}
        style={{ maxHeight: height }}
        className="overflow-auto overscroll-contain"
      >
        <div role="rowgroup" style={inner} className="sticky top-0 z-10 border-b border-line bg-surface">
          <div role="row" aria-rowindex={1} className="grid" style={tracks}>
            {columns.map((column) => {
              const direction = sort?.key === column.key ? sort.direction : undefined
              return (
                <div
                  key={column.key}
                  role="columnheader"
                  aria-sort={column.sortable ? (direction ?? 'none') : undefined}
                  className={clsx(
                    'flex items-center px-3 py-2 text-sm font-medium text-ink-soft',
                    alignClass[column.align ?? 'start'],
                  )}
                >
                  {column.sortable && onSort ? (
                    <button
                      type="button"
                      onClick={() => onSort(nextSort(sort, column.key))}
                      className="inline-flex min-h-6 items-center gap-1 font-medium hover:text-ink"
                    >
                      {column.header}
                      <SortMark direction={direction} />
                    </button>
                  ) : (
                    column.header
                  )}
                </div>
              )
            })}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ ...inner, height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start: top }) => {
            const row = rowAt(index)
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid listens for Enter
              <div
                key={index}
                role="row"
                data-row={index}
                aria-rowindex={index + 2}
                aria-label={row !== undefined && rowName ? rowName(row) : undefined}
                aria-busy={row === undefined || undefined}
                tabIndex={index === active ? 0 : -1}
                onFocus={(event) => event.target === event.currentTarget && setActiveIndex(index)}
                onClick={() => row !== undefined && onOpen?.(row, index)}
                style={{ ...tracks, height: rowHeight, transform: `translateY(${top}px)` }}
                className={clsx(
                  'absolute inset-x-0 top-0 grid items-center border-b border-line focus-visible:-outline-offset-2',
                  onOpen && 'cursor-pointer hover:bg-sunken/60',
                )}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role="gridcell"
                    className={clsx('min-w-0 truncate px-3', alignClass[column.align ?? 'start'])}
                  >
                    {row === undefined ? <Skeleton className="h-3 w-3/5" /> : column.cell(row, index)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {rowCount === 0 && <div className="px-3 py-8 text-center text-ink-soft">{empty ?? t('empty')}</div>}
    </div>
  )
}
