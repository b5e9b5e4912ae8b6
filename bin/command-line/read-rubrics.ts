import { z } from 'zod'
import { jsonLineValues } from '@/lib/formats/json-values'
import { problemOfShape } from '@/lib/formats/shape-problem'
import { incomingRubric, type ItemRubric } from '@/lib/tasks/rubric/rubric-schema'
import { Halt } from '../first/halt.mjs'
import { openInput } from './open-input'
import { badRows, nameOf, readRows } from './read-rows'

const row = z.object({ id: z.union([z.string().min(1), z.int()], 'text').transform(String), rubric: incomingRubric })

/** A file's rubrics by items' ids, whatever else its lines hold. Every bad line is told; any of them refuses the file. */
export async function readRubrics(file: string): Promise<{ id: string; rubric: ItemRubric }[]> {
  const bad = badRows(file)
  const lines = new Map<string, { line: number; rubric: ItemRubric }>()
  for await (const { line, value } of readRows(await openInput(file), jsonLineValues, bad)) {
    const read = row.safeParse(value)
    if (!read.success) {
      bad.tell(line, problemOfShape(read.error, value))
      continue
    }
    const { id, rubric } = read.data
    const first = lines.get(id)?.line
    if (first !== undefined) bad.tell(line, { field: 'id', reason: 'id-twice', values: { id, first } })
    else lines.set(id, { line, rubric })
  }
  bad.end()
  if (lines.size === 0) throw new Halt(`${nameOf(file)} holds no rubrics.`)
  return [...lines].map(([id, { rubric }]) => ({ id, rubric }))
}
