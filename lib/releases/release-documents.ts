import { canonical } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'
import { changeLogFile } from './change-log-file'
import { citationFile } from './citation-file'
import { croissant } from './croissant'
import { cardPath, datasetCard } from './dataset-card'
import { leakageDocument } from './leakage-document'
import { licencesFile } from './licences-file'
import type { ReleaseFacts } from './release-facts'

/** Every document that a release says of itself, by path; the manifest and CHECKSUMS come after, for they name these. */
export function releaseDocuments(facts: ReleaseFacts): { path: string; text: string }[] {
  const json = (value: Json) => `${canonical(value)}\n`
  return [
    { path: 'CHANGELOG.md', text: changeLogFile(facts) },
    { path: 'CITATION.cff', text: citationFile(facts) },
    { path: 'LICENCES', text: licencesFile(facts) },
    { path: cardPath, text: datasetCard(facts) },
    { path: 'agreement.json', text: json(facts.agreement) },
    { path: 'croissant.json', text: croissant(facts) },
    { path: 'leakage.json', text: json(facts.leakage) },
    { path: 'leakage.md', text: leakageDocument(facts.leakage) },
    { path: 'tombstones.json', text: json(facts.tombstones) },
  ]
}
