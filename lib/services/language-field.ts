import { z } from 'zod'
import { languageTag } from '@/lib/formats/language-tag'

/** A language as a person says it, in its canonical form. */
export const languageField = z
  .string()
  .trim()
  .max(35, 'key:invalid')
  .refine((text) => languageTag(text) !== null, 'key:not-a-language')
  .overwrite((text) => languageTag(text) ?? text)
