/**
 * Every name by which an audit event keeps a fact, nested ones too. The list is closed, as that of kinds is: what an event is given has a
 * name that people are told it by (messages/<locale>/audit.json). The trail itself may hold others, of before or of a backup.
 */
export const eventFacts = [
  'account', 'adjudication', 'again', 'anew', 'answered', 'archived', 'as', 'askedTwice', 'authors', 'balance', 'basis', 'batch', 'batches', 'begun',
  'blindingExceptions', 'broken', 'by', 'composition', 'confidence', 'corrected', 'count', 'counting', 'counts', 'days', 'description', 'differ',
  'disputes', 'dryRun', 'dueOn', 'duplicates', 'email', 'ended', 'errorsPerText', 'eventId', 'exceptions', 'exclusions', 'experts', 'field', 'file', 'files',
  'filter', 'first', 'format', 'formats', 'found', 'freed', 'from', 'group', 'hard', 'hash', 'head', 'hidden', 'import', 'imported', 'imports', 'inputs',
  'interrupted', 'invitationId', 'invitations', 'isDuplicate', 'items', 'job', 'keywords', 'kind', 'known', 'language', 'languages', 'leastPassRate',
  'leastReviewed', 'licence', 'licenceOverride', 'links', 'madeAt', 'manifestSha256', 'match', 'matches', 'meaning', 'mostChange', 'name',
  'nearDuplicates', 'notDuplicates', 'note', 'number', 'of', 'ok', 'orcid', 'outcome', 'overlap', 'owner', 'pair', 'part', 'path', 'people',
  'person', 'personId', 'policy', 'pool', 'position', 'predicted', 'priority', 'problem', 'problems', 'question', 'questions', 'ratios', 'readers',
  'readersPerItem', 'readings', 'reason', 'refused', 'release', 'reopened', 'repeated', 'resetId', 'resets', 'resolved', 'resumed', 'returned',
  'reworded', 'rewritten', 'role', 'roles', 'rounds', 'rows', 'same', 'scopes', 'sealed', 'search', 'seat', 'seats', 'seed', 'sessions', 'sessionsEnded', 'settings',
  'sha256', 'shares', 'showsVerdicts', 'source', 'specialties', 'specialty', 'split', 'splits', 'stage', 'state', 'statement', 'stopRule', 'strata',
  'strengthApart', 'subject', 'submission', 'submissions', 'system', 'tag', 'tags', 'take', 'task', 'template', 'test', 'thread', 'threshold',
  'title', 'token', 'tokensRevoked', 'tolerance', 'train', 'under', 'validation', 'verdicts', 'version', 'weightTolerance',
] as const // prettier-ignore

export type EventDetail = { [name in (typeof eventFacts)[number]]?: unknown }
