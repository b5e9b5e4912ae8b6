import { citedLicence } from './licence-codes'
import type { ReleaseFacts } from './release-facts'
import { yamlList, yamlText } from './yaml-text'

/**
 * `CITATION.cff`, Citation File Format 1.2.0. Names a licence only where every item is under that one: several would mean that
 * all of it is under whichever one likes.
 */
export function citationFile({ release, authors, licences }: ReleaseFacts): string {
  const [only = null, ...others] = new Set(licences.map(({ licence }) => citedLicence(licence)))
  return [
    'cff-version: 1.2.0\n',
    'message: "If you use this data set, please cite it as below."\n',
    'type: dataset\n',
    `title: ${yamlText(release.title)}\n`,
    release.description.trim() ? `abstract: ${yamlText(release.description.trim())}\n` : '',
    // CFF's "entity" takes a name as it is; only its owner knows which part of a name is the family's.
    `authors:\n${authors.map(author).join('')}`,
    `version: ${yamlText(release.version)}\n`,
    release.date === null ? '' : `date-released: ${yamlText(release.date)}\n`,
    release.url === null ? '' : `url: ${yamlText(release.url)}\n`,
    release.keywords.length ? `keywords:\n${yamlList([...new Set(release.keywords)])}` : '',
    only === null || others.length > 0 ? '' : `license: ${yamlText(only)}\n`,
  ].join('')
}

const author = ({ name, orcid }: ReleaseFacts['authors'][number]) =>
  `- name: ${yamlText(name)}\n${orcid === null ? '' : `  orcid: ${yamlText(`https://orcid.org/${orcid}`)}\n`}`
