import type { VerdictAnswer } from './judgment'

/** The classes of a verdict: by these releases are balanced, divided and counted. Types in code-unit order, each once. */
export const labels = ({ veracity, spans, difficulty }: VerdictAnswer): Record<string, readonly string[]> => ({
  veracity: [veracity],
  errorType: [...new Set(spans.map(({ type }) => type).filter((type) => type !== ''))].sort(),
  difficulty: difficulty === null ? [] : [String(difficulty)],
})
