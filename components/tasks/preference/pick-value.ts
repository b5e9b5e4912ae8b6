import type { Choice } from '@/lib/tasks/preference/judgment'

type Pick = Omit<Choice, 'strength'>

/** A choice's side as the value of a radio button, and back; whatever a response is called. */
export const pickValue = ({ pick, response }: Pick): string => (pick === 'response' ? `response ${response}` : pick)

export const pickOf = (value: string): Pick =>
  value === 'tie' || value === 'all-bad' ? { pick: value, response: null } : { pick: 'response', response: value.slice('response '.length) }
