import { count } from './card-words'
import type { ReleaseFacts } from './release-facts'

/** `LICENCES`: plain text; under each licence how many items stand under it and where they are from. */
export function licencesFile({ release, licences, licenceOverride }: ReleaseFacts): string {
  const blocks = licences.map(({ licence, items, sources, stated = [] }) => {
    const lines = [
      ...sources.map(({ source, items: of }) => `  ${oneLine(source ?? 'source not named')}: ${count(of, 'item')}`),
      ...stated.map(({ since, reason, items: of }) => `  As the study says of ${count(of, 'item')} since ${since}, by an owner: ${oneLine(reason)}`),
    ]
    return `${oneLine(licence ?? 'Licence unknown')}: ${count(items, 'item')}\n${lines.join('\n')}`
  })
  // Not the version: what stands under the same licences is the same file in every one.
  const head = `${oneLine(release.title)}\n\nEvery item keeps the licence of its source; native records name it in "licence".`
  const override =
    licenceOverride === null
      ? []
      : [`Material without a known licence was taken in for this reason: ${oneLine(licenceOverride)}`]
  return `${[head, ...blocks, ...override].join('\n\n')}\n`
}

/** Nobody's name can look like a line of this file. */
const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
