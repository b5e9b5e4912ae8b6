import { parseArgs } from 'node:util'

export type Options = { only: string[]; items: number; seconds: number; withFirstStart: boolean }

/** `npm run bench -- [--only NAME,NAME] [--items N] [--seconds N] [--with-first-start]` */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      items: { type: 'string', default: '100000' },
      seconds: { type: 'string' },
      'with-first-start': { type: 'boolean', default: false },
    },
  })
  const items = Number(values.items)
  if (!Number.isInteger(items) || items < 100) throw new Error('--items wants a whole number, 100 at least')
  // A smoke run shall end fast; what it prints are not measurements.
  const seconds = Number(values.seconds ?? (items < 10_000 ? 5 : 30))
  return { only: values.only?.split(',') ?? [], items, seconds, withFirstStart: values['with-first-start'] }
}
