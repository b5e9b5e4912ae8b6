import { z } from 'zod'
import { locales, type Locale, type Localised } from '@/lib/locale'

/** What a protocol asks of a reader: the taxonomy of error types and the fields of the form. */
const text = z.string().max(4_000)
const localised = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, text])) as Record<Locale, typeof text>,
) satisfies z.ZodType<Localised>
const named = localised.refine((name) => locales.every((locale) => name[locale].trim() !== ''), 'name-missing')

/** Names of the interface's colour tokens; never a colour value. */
export const colours = [
  'rose',
  'amber',
  'lime',
  'teal',
  'sky',
  'violet',
  'pink',
  'orange',
  'emerald',
  'cyan',
  'indigo',
  'slate',
] as const
export type Colour = (typeof colours)[number]

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'code-malformed')

export const errorTypeSchema = z.strictObject({
  code,
  name: named,
  definition: localised,
  example: localised,
  colour: z.enum(colours),
  /** The key that gives a span this type on the workbench. */
  key: z.string().regex(/^[\p{L}\p{N}]$/u, 'key-malformed'),
})
export type ErrorType = z.infer<typeof errorTypeSchema>

const scale = z.strictObject({ levels: z.array(named).min(2).max(20) }).nullable()
const obligation = z.enum(['required', 'optional', 'off'])

export const formSchema = z
  .strictObject({
    /** True when no public source states this taxonomy in full; the interface says so beside it. */
    provisional: z.boolean(),
    taxonomy: z
      .array(z.strictObject({ code, name: named, types: z.array(errorTypeSchema).min(1).max(40) }))
      .min(1)
      .max(20),
    fields: z.strictObject({
      difficulty: scale,
      confidence: scale,
      correction: obligation,
      explanation: obligation,
      references: z.boolean(),
    }),
  })
  .superRefine(({ taxonomy }, context) => {
    const seen = { group: new Set<string>(), code: new Set<string>(), key: new Set<string>() }
    const once = (kind: keyof typeof seen, value: string, path: (string | number)[]) => {
      if (seen[kind].has(value)) context.addIssue({ code: 'custom', message: `${kind}-twice`, path })
      seen[kind].add(value)
    }
    taxonomy.forEach((group, g) => {
      once('group', group.code, ['taxonomy', g, 'code'])
      group.types.forEach((type, t) => {
        once('code', type.code, ['taxonomy', g, 'types', t, 'code'])
        once('key', type.key.toLowerCase(), ['taxonomy', g, 'types', t, 'key'])
      })
    })
  })
export type Form = z.infer<typeof formSchema>
