import { plainFields, type NativeItem } from '@/lib/formats/native-item'

const linesPerPiece = 200

/** One item as a native record: what it does not say is left out, so reading it again gives the same item. */
export function nativeLine(item: NativeItem<object>): string {
  const record: Record<string, unknown> = { id: item.id, ...item.content }
  for (const name of plainFields) if (item[name] !== null) record[name] = item[name]
  if (Object.keys(item.tags).length) record.tags = item.tags
  if (Object.keys(item.sealed).length) record.sealed = item.sealed
  return JSON.stringify(record) + '\n'
}

/** Items as native JSON Lines in UTF-8, streamed. Includes the seal: for those who may see it. */
export async function* writeNative(
  items: AsyncIterable<NativeItem<object>> | Iterable<NativeItem<object>>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let lines: string[] = []
  for await (const item of items) {
    if (lines.push(nativeLine(item)) < linesPerPiece) continue
    yield encoder.encode(lines.join(''))
    lines = []
  }
  if (lines.length) yield encoder.encode(lines.join(''))
}
