import type { ReleaseFacts } from './release-facts'
import { snippetsFor, type Snippet } from './snippets'

/** How to load the open files, or where every split is hidden those that a grant opens: the page's commands, as blocks of the card. */
export function loadingBlocks({ release, files, splits, fields }: ReleaseFacts): string[] {
  const open = new Set<string | null>(splits.flatMap(({ name, hidden }) => (hidden ? [] : [name])))
  const shown = open.size > 0 ? files.filter(({ split }) => open.has(split)) : files
  if (shown.length === 0) return []
  const address = release.filesUrl?.replace(/\/files$/, '') ?? null
  const token = address === null ? [] : ['Make a token with the scope to download releases under "Account", and put it into `DOUBLEREAD_TOKEN`.']
  return ['## How to load it', ...token, ...snippetsFor({ address, version: release.version, slug: release.slug, files: shown, fields }).map(block)]
}

const block = ({ of, text }: Snippet) => `\`\`\`${of === 'curl' || of === 'verify' ? 'sh' : 'python'}\n${text}\n\`\`\``
