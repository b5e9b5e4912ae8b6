import { createHash } from 'node:crypto'
import { byCodeUnit } from '@/lib/releases/by-code-unit'
import { splitIn, type Composition } from '@/lib/releases/composition'

/** Names a composition: which version, which items under which verdicts and licences, and where. What is signed is the one that was previewed. */
export function compositionPrint(composition: Composition): string {
  const hash = createHash('sha256').update(composition.version)
  for (const { id, verdict, licence } of composition.kept.toSorted((a, b) => byCodeUnit(a.id, b.id)))
    hash.update(`\n${JSON.stringify([id, verdict?.id, splitIn(composition, id), licence])}`)
  return hash.digest('hex')
}
