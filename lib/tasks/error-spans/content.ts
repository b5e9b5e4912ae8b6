import { z } from 'zod'
import { codePointsOf } from '@/lib/spans/code-points'
import { liesIn, sentencesField } from './sentences'

/**
 * The fields of an item's record that belong to this task: its text, kept exactly as it came. Two kinds of string are
 * refused because PostgreSQL cannot hold them: a lone surrogate (not UTF-8) and U+0000.
 */
export const contentFields = z
  .strictObject({
    text: z
      .string()
      .min(1, 'text-empty')
      .max(200_000, 'text-too-long')
      .refine((text) => text.isWellFormed() && !text.includes('\0'), 'text-not-storable')
      .refine((text) => text.trim() !== '', 'text-empty'),
    /** Where the data states them. */
    sentences: sentencesField.exactOptional().meta({ column: false }),
  })
  .refine(({ text, sentences }) => !sentences || liesIn(sentences, codePointsOf(text).length), {
    path: ['sentences'],
    message: 'outside-the-text',
  })
export type Content = z.infer<typeof contentFields>
