import type { Judgment } from './judgment'

/** The classes of a verdict: by these releases are balanced, divided and counted. */
export const labels = ({ labels: said }: Judgment): Record<string, readonly string[]> => ({
  safety: [said.some(({ label }) => label === 'violated') ? 'violated' : 'not-violated'],
  label: [...new Set(said.map(({ label }) => label))].sort(),
})
