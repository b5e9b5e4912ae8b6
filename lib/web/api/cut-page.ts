/** Pages of a list by the key of the last row seen, not by a number of rows: what is added or removed meanwhile moves none. */
import { z } from 'zod'
import { Refusal } from '@/lib/errors'

const cursorShape = z.tuple([z.string().max(1_000)])

export const cursorAfter = (key: string): string => Buffer.from(JSON.stringify([key])).toString('base64url')

/** The key behind a cursor; null for the first page. */
export function keyOfCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))[0]
  } catch {
    throw new Refusal('invalid', 'cursor-invalid')
  }
}

/** The same where rows are told apart by their ids. */
export function idOfCursor(cursor: string | undefined): string | null {
  const id = z.uuid().nullable().safeParse(keyOfCursor(cursor))
  if (!id.success) throw new Refusal('invalid', 'cursor-invalid')
  return id.data
}

/** A page of what is all in memory. `keyOf` tells rows apart and orders them. */
export function cutPage<Row>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  keyOf: (row: Row) => string,
): { data: Row[]; next: string | null } {
  const after = keyOfCursor(cursor)
  const keyed = rows.map((row) => ({ row, key: keyOf(row) })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const left = after === null ? keyed : keyed.filter(({ key }) => key > after)
  const last = left.length > limit ? left[limit - 1] : undefined
  return { data: left.slice(0, limit).map(({ row }) => row), next: last ? cursorAfter(last.key) : null }
}
