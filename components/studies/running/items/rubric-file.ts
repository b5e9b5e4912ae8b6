import { isObject } from '@/lib/formats/read-tags'

export type RubricRow = { id: string; rubric: unknown }

/** The later rubrics of a file, a JSON record a line with `id` and `rubric`, whatever else is in it; or the first line that has none. */
export function rubricsIn(text: string): { rubrics: RubricRow[] } | { line: number } {
  const rubrics: RubricRow[] = []
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (raw.trim() === '') continue
    const row = parsed(raw)
    if (!isObject(row) || (typeof row['id'] !== 'string' && typeof row['id'] !== 'number') || !isObject(row['rubric'])) return { line: at + 1 }
    rubrics.push({ id: String(row['id']), rubric: row['rubric'] })
  }
  return { rubrics }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}
