import type { ExchangeFormat, FileIn, Loss, OnLoss, ReadRecord } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { lossesIn } from '@/lib/formats/losses-in'
import { lossesOf, lostFields } from '@/lib/formats/lost-fields'
import { noPlaceIn } from '@/lib/formats/no-place-in'
import type { Localised } from '@/lib/locale'
import type { JsonObject } from '../../task'
import { asExchangeRecord, exchangeRecord, hashed, type ExchangeRecord } from './exchange-record'

/** What a file says of one text, before it is held against the text; or why it says nothing. */
export type Found = { path: string; line: number } & ({ fields: Record<string, unknown> } | RowProblem)

export const foundIn = (path: string, line: number, found: Record<string, unknown> | RowProblem): Found =>
  isProblem(found) ? { path, line, ...found } : { path, line, fields: found }

const isProblem = (found: Record<string, unknown> | RowProblem): found is RowProblem =>
  typeof found['reason'] === 'string'

type Options = Pick<ExchangeFormat, 'code' | 'name' | 'mediaType' | 'shape' | 'writing' | 'caution'> & {
  alwaysLoses: readonly (Loss | string)[]
  /** Tells `lost`, record by record, what it leaves out; a list without a field says nothing. */
  write: (records: AsyncIterable<ExchangeRecord>, to: { stem: string; lost: OnLoss }) => ReturnType<ExchangeFormat['write']>
  read: (files: AsyncIterable<FileIn>) => AsyncIterable<Found>
  /** One record as the format would give it back: what `write` and `read` do to it, without the bytes. */
  back: (record: ExchangeRecord) => Record<string, unknown> | RowProblem
  /** Why a field is lost, by its path. */
  why: Readonly<Record<string, Localised>>
  /** Whether it says how the source numbers the sentences. */
  hasSentences?: boolean
  /** Why any other field is; without it, that the format has no place for it. */
  otherwise?: Localised
}

/**
 * A format of this task. What it loses is not claimed but found: each record is taken through the format's own shape, and
 * the fields that come back as others are the losses.
 */
export function exchange({ write, read, back, why, otherwise, hasSentences = false, alwaysLoses: always, ...format }: Options): ExchangeFormat {
  const general = otherwise ?? noPlaceIn(format.name)
  const alwaysLoses = lossesIn(format.name, always)
  async function* records(source: AsyncIterable<JsonObject>, lost: OnLoss): AsyncGenerator<ExchangeRecord> {
    for await (const record of source) {
      if (!hasSentences && record['sentences'] !== undefined) lost(['sentences'])
      yield asExchangeRecord(record)
    }
  }
  const known = new Set(alwaysLoses.map(({ field }) => field))
  return {
    ...format,
    alwaysLoses,
    tellsLosses: true,
    mayLose: [
      ...Object.entries(why).flatMap(([field, reason]) => (known.has(field) ? [] : [{ field, why: reason }])),
      ...(otherwise === undefined ? [] : [{ field: null, why: otherwise }]),
    ],
    write(source, { stem, onLoss }) {
      const lost: OnLoss = (fields) => fields.length > 0 && onLoss?.(fields)
      return write(records(source, lost), { stem, lost })
    },
    read: (files) => whole(read(files)),
    losses(record) {
      const given = back(asExchangeRecord(record))
      const after = isProblem(given) ? given : exchangeRecord(given)
      if ('reason' in after) throw new Error(`${format.code} cannot read what it wrote: ${JSON.stringify(after)}`)
      // The hash follows from the text, so every format has it.
      const hash = after.text === record['text'] ? { textSha256: record['textSha256'] ?? null } : {}
      return lossesOf(lostFields(record, { ...after, ...hash }), why, general)
    },
  }
}

async function* whole(source: AsyncIterable<Found>): AsyncGenerator<ReadRecord> {
  for await (const { path, line, ...found } of source) {
    const placed = 'reason' in found ? found : exchangeRecord(found.fields)
    const record = 'reason' in placed ? placed : await hashed(placed)
    if ('reason' in record)
      yield {
        path,
        line,
        field: record.field,
        reason: record.reason,
        ...(record.values ? { values: record.values } : {}),
      }
    else yield { path, line, record: record as unknown as JsonObject }
  }
}
