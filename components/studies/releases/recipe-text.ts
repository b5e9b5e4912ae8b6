/** Lists of a recipe as lines that people write, and back. */
import type { Recipe } from '@/lib/releases/recipe'

type Exclusions = Recipe['exclusions']
type Authors = Recipe['authors']

export const exclusionsText = (exclusions: Exclusions): string => exclusions.map(({ id, reason }) => `${id}, ${reason}`).join('\n')

/** A line without a reason keeps its id, so that the server can say what is missing. */
export const exclusionsFrom = (text: string): Exclusions =>
  lines(text).map((line) => {
    const at = line.search(/[,\t]/)
    return at < 0 ? { id: line, reason: '' } : { id: line.slice(0, at).trim(), reason: line.slice(at + 1).trim() }
  })

export const authorsText = (authors: Authors): string => authors.map(({ name, orcid }) => [name, orcid].filter(Boolean).join(', ')).join('\n')

const orcidAtEnd = /^(.*?)[,\s]+(?:https:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/

export const authorsFrom = (text: string): Authors =>
  lines(text).map((line) => {
    const [, name, orcid] = orcidAtEnd.exec(line) ?? []
    return name === undefined || orcid === undefined ? { name: line, orcid: null } : { name: name.trim(), orcid }
  })

export const wordsFrom = (text: string): string[] =>
  text
    .split(/[,，;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
