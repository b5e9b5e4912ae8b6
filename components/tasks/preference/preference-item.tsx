import { ItemResponses } from '@/components/tasks/conversation/item-responses'
import type { ItemProps } from '@/components/tasks/task-answers'
import type { Content } from '@/lib/tasks/preference/content'

/** The item to look at: what was asked, and the responses. */
export function PreferenceItem({ content, language }: ItemProps) {
  const { prompt, responses } = content as Content
  return <ItemResponses {...{ prompt, responses, language }} />
}
