import type { Fitted } from '@/lib/tasks/fitted'

/** A task's own rule of what still answers, for pages that know only the task's name: the server parsed what they hand over with its schemas. */
export const fitting =
  <D, C, F>(fit: (draft: D, of: { content: C; form: F }) => Fitted<D>) =>
  (draft: unknown, { content, protocol }: { content: unknown; protocol: { form: unknown } }): Fitted<unknown> =>
    fit(draft as D, { content: content as C, form: protocol.form as F })
