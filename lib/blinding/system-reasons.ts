/**
 * Every kind of audit event, and so every reason for which the unblinded door may open. The list is closed: a new reason
 * is a decision, made here. Named in messages/<locale>/audit.json for people.
 */
export const systemReasons = [
  'sign-in', 'sign-in-refused', 'sign-out', 'sessions-revoked', 'password-changed', 'profile-changed',
  'person-invited', 'invitation-opened', 'invitation-revoked', 'invitation-accepted', 'person-added', 'person-deactivated', 'person-reactivated',
  'owner-made', 'owner-unmade', 'role-given', 'role-taken',
  'study-created', 'study-changed', 'study-archived', 'protocol-published',
  'items-imported', 'items-withdrawn', 'batch-opened', 'batch-changed',
  'seat-claimed', 'seat-resumed', 'seat-declined', 'seat-released', 'judgment-submitted', 'judgment-taken-back',
  'adjudication-claimed', 'adjudication-declined', 'adjudication-released', 'verdict-given', 'item-reopened', 'item-unsealed',
  'question-asked', 'question-answered', 'verdicts-exported', 'readings-exported', 'audit-verified', 'demo-world-made', 'backup-made', 'backup-restored', 'housekeeping-done',
] as const

export type SystemReason = (typeof systemReasons)[number]
