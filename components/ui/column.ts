import type { ReactNode } from 'react'

/** One column of DataTable or VirtualTable. */
export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row, index: number) => ReactNode
  align?: 'start' | 'center' | 'end'
  /** A CSS grid track or width, such as '8rem' or 'minmax(10rem, 2fr)'. */
  width?: string
  sortable?: boolean
  /** This cell names its row (DataTable makes it the row's header). */
  names?: boolean
}

export type Sort = { key: string; direction: 'ascending' | 'descending' }

/** What pressing a column's head asks for. */
export const nextSort = (sort: Sort | undefined, key: string): Sort => ({
  key,
  direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
})

export const alignClass = {
  start: 'text-start justify-start',
  center: 'text-center justify-center',
  end: 'text-end justify-end',
} as const
