/** SPDX identifiers that data sets carry and that dataset cards know, written in lower case, by SPDX's own spelling. */
const spdx = [
  'Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'GPL-3.0', 'LGPL-3.0', 'AGPL-3.0', 'MPL-2.0', 'Unlicense',
  'CC0-1.0', 'CC-BY-2.0', 'CC-BY-3.0', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-SA-4.0', 'CC-BY-NC-2.0', 'CC-BY-NC-3.0',
  'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-ND-3.0', 'CC-BY-NC-ND-4.0', 'CC-BY-NC-SA-2.0', 'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-4.0', 'PDDL-1.0', 'ODC-By-1.0', 'ODbL-1.0', 'CDLA-Permissive-1.0', 'CDLA-Permissive-2.0', 'CDLA-Sharing-1.0',
] as const // prettier-ignore

/** Where the cards' own vocabulary differs from SPDX in lower case. */
const cardNames: Record<string, string> = { 'PDDL-1.0': 'pddl', 'ODC-By-1.0': 'odc-by', 'ODbL-1.0': 'odbl' }

/** The SPDX identifier that a licence's name means beyond doubt ("CC BY 4.0", "mit"); null for all others. */
export function spdxOf(licence: string | null): string | null {
  const plain = licence
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  return spdx.find((code) => code.toLowerCase() === plain) ?? null
}

/** Those that the Citation File Format 1.2.0, whose list is SPDX's of May 2021, does not know yet. */
const unknownToCff = ['CDLA-Permissive-2.0']

/** Its name in a citation file; null for what that format has no name for. */
export function citedLicence(licence: string | null): string | null {
  const code = spdxOf(licence)
  return code === null || unknownToCff.includes(code) ? null : code
}

/** Its name in a dataset card; `other` for what the cards have no name for. */
export function cardLicence(licence: string | null): string {
  const code = spdxOf(licence)
  return code === null ? 'other' : (cardNames[code] ?? code.toLowerCase())
}
