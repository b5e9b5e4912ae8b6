import type { EventShown } from './event-shown'
import { saidFacts } from './said-facts'
import { useFactWords } from './use-fact-words'

/** The facts on record with an event, in words. */
export function EventDetail({ detail, named }: Pick<EventShown, 'detail' | 'named'>) {
  const facts = saidFacts(detail, named, useFactWords())
  return facts.length > 0 && <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">{facts.join(' · ')}</p>
}
