import { caretOf, type Caret } from '@/lib/spans/caret'
import { textBlocks, type TextBlock } from './text-blocks'

/** All that is known of a text before a mark is on it; made once per text. */
export type TextModel = Caret & { readonly text: string; readonly blocks: readonly TextBlock[] }

/** `language` is the item's own tag; null leaves word breaking to the general rules. */
export function textModel(text: string, language: string | null): TextModel {
  const caret = caretOf(text, language ?? 'en')
  return { ...caret, text, blocks: textBlocks(caret.points) }
}
