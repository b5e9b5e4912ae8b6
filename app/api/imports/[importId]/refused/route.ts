import { Readable } from 'node:stream'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { RejectedRow } from '@/lib/formats/item-row'
import { nativeLine } from '@/lib/formats/write-native'
import { writeRejected, writeRejectionReport } from '@/lib/formats/write-rejected'
import { importInput, refusedRows, refusedShape } from '@/lib/services/read-import'
import { route } from '@/lib/web/route'

const input = importInput.extend({ as: z.enum(['rows', 'report']).default('rows') })

/**
 * The refused rows as a file. `rows`: as they stood, to be mended and imported again; a clash is in it where the format can
 * say it. `report`: every one of them with line, field and reason.
 */
export const GET = route(input, async (viewer, { importId, as }) => {
  const { fileName, format, shape } = await refusedShape(viewer, { importId })
  const t = await getTranslations()
  const rows = rejected(refusedRows(viewer, { importId }), format === 'native' || as === 'report')
  const sentence = ({ reason, values }: RejectedRow) =>
    (reason as string) === 'clash' ? t('import.clash') : t(`formats.reasons.${reason}`, (values ?? {}) as never)
  const bytes = as === 'rows' ? writeRejected(rows, shape) : writeRejectionReport(rows, sentence)
  const dot = fileName.lastIndexOf('.')
  const stem = dot > 0 ? fileName.slice(0, dot) : fileName
  const name = as === 'rows' ? `${stem}.refused${dot > 0 ? fileName.slice(dot) : ''}` : `${stem}.report.jsonl`
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
})

async function* rejected(rows: ReturnType<typeof refusedRows>, withClashes: boolean): AsyncGenerator<RejectedRow> {
  for await (const row of rows) {
    const { line, field, reason, values } = row
    if (row.fate === 'bad') yield { line, field: field || null, reason: reason as RejectedRow['reason'], values: values ?? {}, raw: row.raw }
    else if (withClashes) yield { line, field: 'id', reason: 'clash' as RejectedRow['reason'], raw: lineOf(row) }
  }
}

function lineOf(row: Awaited<ReturnType<ReturnType<typeof refusedRows>['next']>>['value']): string {
  const { externalId, text, content, language, specialty, group, source, licence, tags, sealed } = row
  const item = { id: externalId ?? '', content: { text, ...content }, language, specialty, group, source, licence, tags: tags ?? {}, sealed: (sealed ?? {}) as never }
  return nativeLine(item).trimEnd()
}
