import { z } from 'zod'

/** A page's number as an address has it; whatever is none means the first. */
export const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1)

export type Pages = { page: number; pages: number }

/**
 * Which rows of `total` a page shows. `all`: for programs, which page by a cursor of their own. A page beyond the last is
 * the last: rows may have gone since its link was made.
 */
export function pageWindow(page: number | 'all', size: number, total: number): Pages & { limit: number; offset: number } {
  if (page === 'all') return { page: 1, pages: 1, limit: total, offset: 0 }
  const pages = Math.max(1, Math.ceil(total / size))
  const held = Math.min(page, pages)
  return { page: held, pages, limit: size, offset: (held - 1) * size }
}
