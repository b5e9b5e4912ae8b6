import { formSchema, type Form } from '@/lib/tasks/error-spans/form'

/** What stands against publishing the form, by path; empty when nothing does. The same rule as the server's. */
export function formProblems(form: Form): ReadonlyMap<string, string> {
  const issues = formSchema.safeParse(form).error?.issues ?? []
  return new Map(
    issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : issue.code]),
  )
}
