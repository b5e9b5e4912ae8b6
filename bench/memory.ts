/**
 * What an import and an export hold at most, and that it does not grow with the number of rows: the same work on four times
 * as many, each time in a process of its own. Node, the product's code and the pieces under way are all in the number.
 */
import { peakAlone } from './alone-peak'
import { closeEverything } from './close-everything'
import { settle } from './database'
import { withItemsFile } from './items-file'
import { atMost, megabytes, round, type Result } from './result'
import { makeScene } from './scene'

/** Lazy collection makes the peak differ from run to run; rows kept would make it several times as high. */
const mayGrow = 1.25

export async function memory(items: number): Promise<Result[]> {
  const few = await peaksOf(Math.round(items / 2))
  const many = await peaksOf(items * 2)
  return (['import', 'export'] as const).flatMap((what) => {
    const growth = many[what] / few[what]
    return [
      { measure: `${what}: peak memory, ${few.rows} rows`, value: round(megabytes(few[what])), unit: 'MB' },
      {
        measure: `${what}: peak memory, ${many.rows} rows`,
        value: round(megabytes(many[what])),
        unit: 'MB',
        ratio: { value: round(growth), to: 'a quarter of the rows' },
        goal: atMost(growth, mayGrow, `ratio ≤ ${mayGrow}`),
      },
    ]
  })
}

async function peaksOf(rows: number): Promise<{ rows: number; import: number; export: number }> {
  const scene = await makeScene()
  const imported = await withItemsFile(rows, (file) => peakAlone('import', scene.slug, scene.admin.personId, file))
  await closeEverything(scene)
  await settle()
  const exported = await peakAlone('export', scene.slug, scene.admin.personId)
  return { rows, import: imported.bytes, export: exported.bytes }
}
