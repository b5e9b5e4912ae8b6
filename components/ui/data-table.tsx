import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { alignClass, nextSort, type Column, type Sort } from './column'
import { SortMark } from './sort-mark'

/** A plain table of at most a few hundred rows. Scrolls sideways by itself on a narrow screen. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
  sort,
  onSort,
  sortHref,
  dense = false,
  stickyNames = false,
  className,
}: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  sort?: Sort
  /** Sorting in the browser, */
  onSort?: (sort: Sort) => void
  /** or by going to an address. */
  sortHref?: (sort: Sort) => string
  dense?: boolean
  /** Wide tables: what names a row stays in view while the rest scrolls sideways. */
  stickyNames?: boolean
  className?: string
}) {
  const t = useTranslations('common.table')
  const cell = dense ? 'px-3 py-1' : 'px-3 py-2'
  const headOf = (column: Column<Row>) => {
    const direction = sort?.key === column.key ? sort.direction : undefined
    const inner = (
      <>
        {column.header}
        <SortMark direction={direction} />
      </>
    )
    const look = 'inline-flex min-h-6 items-center gap-1 hover:text-ink'
    const next = nextSort(sort, column.key)
    if (column.sortable && sortHref)
      return (
        <Link href={sortHref(next)} scroll={false} className={look}>
          {inner}
        </Link>
      )
    if (column.sortable && onSort)
      return (
        <button type="button" onClick={() => onSort(next)} className={clsx(look, 'font-medium')}>
          {inner}
        </button>
      )
    return column.header
  }
  return (
    // Relative: words for screen readers alone are positioned, and would else widen the page instead of the table.
    <div role="region" aria-label={caption} tabIndex={0} className={clsx('relative max-w-full overflow-x-auto', className)}>
      <table className="w-full border-collapse text-base">
        <caption className={captionHidden ? 'sr-only' : 'px-3 pb-2 text-start text-sm text-ink-soft'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sortable ? (sort?.key === column.key ? sort.direction : 'none') : undefined}
                style={column.width ? { width: column.width } : undefined}
                className={clsx(
                  cell,
                  'text-sm font-medium whitespace-nowrap text-ink-soft',
                  alignClass[column.align ?? 'start'],
                )}
              >
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className="border-b border-line last:border-b-0 hover:bg-sunken/60">
              {columns.map((column) => {
                const look = clsx(cell, 'align-top', alignClass[column.align ?? 'start'])
                return column.names ? (
                  <th key={column.key} scope="row" className={clsx(look, 'font-medium', stickyNames && 'sticky start-0 z-1 max-w-36 min-w-32 bg-surface sm:max-w-64 sm:min-w-40')}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} className={look}>
                    {column.cell(row, index)}
                  </td>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="px-3 py-8 text-center text-ink-soft">
                {empty ?? t('empty')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
