/** A study's guideline, kept as Markdown beside its texts. */
import { readFileSync } from 'node:fs'

export const guidelineOf = (folder: 'fact-check' | 'notes' | 'pilot'): string =>
  readFileSync(new URL(`./${folder}/guideline.md`, import.meta.url), 'utf8')
