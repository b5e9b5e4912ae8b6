/** The twelve colours a type of span may have; their values are the `--span-<colour>-fill|line|ink|stroke` tokens. */
export const spanColours = [
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
export type SpanColour = (typeof spanColours)[number]
