import type { RowReason } from '@/lib/formats/item-row'
import type { Localised } from '@/lib/locale'
import type { JsonObject } from '@/lib/tasks/task'

/**
 * A part of a file that a writer makes. Pieces of one path come in a row; another path begins the next file. A path is
 * relative, has `/` between its parts, and leads nowhere else, whatever the records are called.
 */
export type Piece = { path: string; bytes: Uint8Array<ArrayBuffer> }

/** What a record would lose in a format: the field's path in the native record, and a sentence that says why. */
export type Loss = { field: string; why: Localised }

/** Told by a writer of the fields that a record leaves behind, once for each record that leaves any: those that `losses` names for it, or the ones they are in. */
export type OnLoss = (fields: readonly string[]) => void

export type FileIn = { path: string; bytes: AsyncIterable<Uint8Array> }

/** One record, or why there is none. `line` is where it begins in its file, from 1; in a Parquet file its row. */
export type ReadRecord = { path: string; line: number } & (
  /** `dropped`: fields of the source that say something and that no record has a place for. */
  { record: JsonObject; dropped?: readonly string[] } | { field: string | null; reason: RowReason; values?: Record<string, string | number> }
)

/** How many files a writer makes of a stem `test`: one, named `test` + ending, or a folder `test` of them. */
export type FormatShape = { kind: 'file'; ending: string } | { kind: 'folder' }

/**
 * A format that verdicts (a task's `verdictRecord`) are handed on in, and read back from. The law: reading what was written
 * gives each record back, except for the fields that `losses` names for it.
 */
export type ExchangeFormat = {
  code: string
  name: Localised
  /** Of a folder, that of the files that hold its annotations. */
  mediaType: string
  shape: FormatShape
  /** Number of the rules by which it writes, 1 where none stands: raised whenever equal records make other bytes than before (`release-writing.test.ts`). */
  writing?: number
  /** Streams in constant memory; equal records make equal bytes, on any day. */
  write: (records: AsyncIterable<JsonObject>, to: { stem: string; onLoss?: OnLoss }) => AsyncIterable<Piece>
  /**
   * Takes a folder's files by their paths within it, in order. Bad rows are data; throws a Refusal only where a whole file is of
   * another format. What a file does not say is null or empty in its record.
   */
  read: ((files: AsyncIterable<FileIn>) => AsyncIterable<ReadRecord>) | null
  losses: (record: JsonObject) => Loss[]
  /** What no record can keep in this format, for the cards of data sets. */
  alwaysLoses: readonly Loss[]
  /** Whether its writer tells `onLoss`; where a loss can only be found by reading the record back, it does not. */
  tellsLosses: boolean
  /** What some records lose, and no card may be silent about; null: any field that is not named. */
  mayLose?: readonly { field: Loss['field'] | null; why: Localised }[]
  /** What readers of its files other than this one must know; a sentence. */
  caution?: Localised
}
