import { spdxOf } from './licence-codes'
import type { ReleaseFacts } from './release-facts'
import { yamlList, yamlText } from './yaml-text'

/** `CITATION.cff`, Citation File Format 1.2.0. Names licences only where all of them have an SPDX identifier. */
export function citationFile({ release, authors, licences }: ReleaseFacts): string {
  const codes = licences.map(({ licence }) => spdxOf(licence))
  const known = [...new Set(codes.filter((code) => code !== null))].sort()
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
    known.length && !codes.includes(null) ? `license:\n${yamlList(known)}` : '',
  ].join('')
}

const author = ({ name, orcid }: ReleaseFacts['authors'][number]) =>
  `- name: ${yamlText(name)}\n${orcid === null ? '' : `  orcid: ${yamlText(`https://orcid.org/${orcid}`)}\n`}`
