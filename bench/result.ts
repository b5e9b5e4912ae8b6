/** One number of the report. `ratio` says how it stands to the same work done by Postgres alone in the same run. */
export type Result = {
  measure: string
  value: number
  unit: string
  ratio?: { value: number; to: string }
  goal?: { text: string; met: boolean }
}

export type Measure = { name: string; run: () => Promise<Result[]> }

export const round = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))

export const atMost = (value: number, limit: number, text: string): { text: string; met: boolean } => ({
  text,
  met: value <= limit,
})
export const atLeast = (value: number, limit: number, text: string): { text: string; met: boolean } => ({
  text,
  met: value >= limit,
})

export const megabytes = (bytes: number): number => bytes / 1024 ** 2
