import type { Mark } from '@/components/text/mark'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'

/** A span as it is drawn in the text; of a type that the protocol does not have, grey with a question mark. */
export function spanMark({ id, start, end }: Span, type: ErrorType | undefined, tone: 'active' | 'plain'): Mark {
  return { id, start, end, colour: type?.colour ?? 'slate', label: type?.key ?? '?', tone }
}
