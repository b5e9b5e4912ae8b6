'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '@/components/work/send'
import { paths } from '@/lib/web/paths'
import type { ItemInTable } from './item-in-table'
import { itemParams, type ItemQuery } from './item-query'

/** As many rows as the server gives at once. */
const pageSize = 100

type Pages = { key: string; rows: ReadonlyMap<number, readonly ItemInTable[]>; count: number | null; failed: boolean }
const nothing = (key: string): Pages => ({ key, rows: new Map(), count: null, failed: false })

/** The rows of a query, fetched as they come into sight. `count` is null until the first page has arrived. */
export function useItemPages(slug: string, query: ItemQuery, version: number) {
  const key = paths.itemRows(slug, { ...itemParams(query), v: version ? String(version) : undefined })
  const [pages, setPages] = useState<Pages>(nothing(key))
  const asked = useRef<{ key: string; pages: Set<number> }>({ key, pages: new Set() })
  const shown = pages.key === key ? pages : nothing(key)

  const want = useCallback(
    async (page: number) => {
      if (asked.current.key !== key) asked.current = { key, pages: new Set() }
      const mine = asked.current
      if (mine.pages.has(page)) return
      mine.pages.add(page)
      const url = paths.itemRows(slug, { ...itemParams(query), page: String(page) })
      const answer = await send<{ rows: ItemInTable[]; count: number | null }>('GET', url)
      // The filter has changed while this was on its way.
      if (asked.current !== mine) return
      if (answer.kind !== 'ok') {
        mine.pages.delete(page)
        setPages((before) => ({ ...(before.key === key ? before : nothing(key)), failed: true }))
        return
      }
      const { rows, count } = answer.value
      setPages((before) => {
        const base = before.key === key ? before : nothing(key)
        return { key, rows: new Map(base.rows).set(page, rows), count: count ?? base.count, failed: false }
      })
    },
    // The key says all that the query says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, slug],
  )
  useEffect(() => void want(0), [want])

  const onRange = useCallback(
    (start: number, end: number) => {
      for (let page = Math.floor(start / pageSize); page * pageSize < end; page++) void want(page)
    },
    [want],
  )
  const rowAt = (index: number) => shown.rows.get(Math.floor(index / pageSize))?.[index % pageSize]
  return { count: shown.count, failed: shown.failed, rowAt, onRange, retry: () => void want(0) }
}
