import type { AuditBreak } from '@/lib/services/verify-audit'

const event = ({ eventId }: AuditBreak) => (eventId ? ` (event ${eventId})` : '')

const sentences: Record<AuditBreak['problem'], (broken: AuditBreak) => string> = {
  'hash-differs': (b) =>
    `Link ${b.position}${event(b)} does not follow from what stands before it: this event, its person or its link was changed.`,
  'event-missing': (b) => `Link ${b.position}${event(b)} has lost its event.`,
  'position-missing': (b) => `Link ${b.position} is missing.`,
  'head-differs': (b) => `The head is not the hash of the last link, ${b.position}: the end of the chain was changed.`,
  'head-missing': () => 'The head of the chain is gone.',
  'event-unlinked': (b) => `An event${event(b)} stands outside the chain.`,
  'noted-head-differs': (b) =>
    `The chain does not hold the noted head (compared at link ${b.position}): its end was cut off and written anew.`,
}

/** The audit trail is broken: where and how, for a person at a terminal. */
export const breakSentence = (broken: AuditBreak): string =>
  `The audit trail is broken. ${sentences[broken.problem](broken)}`
