/**
 * What can speak against the blinding of a released reading, each as the sentence that a statement says it with. The list is
 * closed: for every kind there is a query that looks for it.
 */
export const blindingClaim =
  'No reader of a released item had, before handing in, access through this system to another reading of it, to who gave one, to its verdict or to its seal. Access past the system, to the database itself or its backups, leaves no trace here and is not covered.'

export const blindingExceptions = {
  'audit-trail-broken': 'The audit trail does not hold together, so that nothing can be concluded from it.',
  'not-on-record': 'Readings whose handing in is not in the audit trail.',
  'adjudicated-before': 'Readings by somebody who had been given the item’s dispute to settle before.',
  'unsealed-before': 'Readings by somebody who had unsealed the item before.',
  'administered-after-verdict': 'Readings by somebody who was an admin of the study while the item had a verdict already.',
  'asides-before': 'Readings by somebody to whom, as an admin of the study, what others had asked about the item or why they had passed it on was open before it was theirs to read.',
  'read-again-after-verdict': 'Readings of a later round by somebody to whom the verdict on their earlier reading was shown.',
  'exported-before': 'Readings by somebody who had downloaded verdicts or readings of the study, the item’s among them.',
  'downloaded-before': 'Readings by somebody who had downloaded the item’s labels in an earlier release.',
  'answered-about-before': 'Readings by somebody who had been shown a span of the verdict in a question about a prediction.',
  'imported-with-seal': 'Readings by somebody who had brought in the item’s sealed fields with an import.',
} as const
export type BlindingException = keyof typeof blindingExceptions
