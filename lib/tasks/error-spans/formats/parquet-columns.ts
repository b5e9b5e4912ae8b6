import type { ParquetElement } from '@/lib/formats/write-parquet'

const leaf = (
  name: string,
  type: 'BYTE_ARRAY' | 'INT32',
  repetition_type: 'REQUIRED' | 'OPTIONAL',
): ParquetElement => ({
  name,
  type,
  repetition_type,
  ...(type === 'BYTE_ARRAY' ? { converted_type: 'UTF8' } : {}),
})
const text = (name: string) => leaf(name, 'BYTE_ARRAY', 'REQUIRED')
const textOrNull = (name: string) => leaf(name, 'BYTE_ARRAY', 'OPTIONAL')
const number = (name: string) => leaf(name, 'INT32', 'REQUIRED')
const numberOrNull = (name: string) => leaf(name, 'INT32', 'OPTIONAL')
const group = (name: string, repetition_type: 'REQUIRED' | 'OPTIONAL', children: ParquetElement[], count: number): ParquetElement[] => [
  { name, repetition_type, num_children: count },
  ...children,
] // prettier-ignore
/** A list as the format has it since version 2: list → repeated → element. */
const list = (name: string, element: ParquetElement[]): ParquetElement[] => [
  { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
]

const span = [
  number('start'),
  number('end'),
  text('quote'),
  text('type'),
  text('correction'),
  text('explanation'),
  ...list('references', [text('element')]),
]

/** The columns by name. Tags differ from study to study, so they are one column of JSON text. */
export const parquetColumns: ReadonlyMap<string, ParquetElement[]> = new Map<string, ParquetElement[]>([
  ['id', [text('id')]],
  ['text', [text('text')]],
  ['textSha256', [text('textSha256')]],
  ...['language', 'specialty', 'group', 'source', 'licence'].map((name): [string, ParquetElement[]] => [name, [textOrNull(name)]]),
  ['tags', [text('tags')]],
  ['outcome', [text('outcome')]],
  ['veracity', [textOrNull('veracity')]],
  ['spans', list('spans', group('element', 'REQUIRED', span, 7))],
  ['difficulty', [numberOrNull('difficulty')]],
  ['confidence', [numberOrNull('confidence')]],
  ['verdict', group('verdict', 'OPTIONAL', [text('basis'), number('version'), number('protocol'), textOrNull('rationale'), textOrNull('cause')], 5)],
]) // prettier-ignore
