import type { z } from 'zod'

/** What stands against publishing the form, by path; empty when nothing does. The same rule as the server's. */
export function formProblems(schema: z.ZodType, form: unknown): ReadonlyMap<string, string> {
  const issues = schema.safeParse(form).error?.issues ?? []
  return new Map(
    issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message.replace(/^key:/, '') : issue.code]),
  )
}
