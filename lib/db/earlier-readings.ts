/**
 * Readings `s` of an item `i` from rounds before its present one, where that one asked only a part again (an answer's `asked`): what
 * nobody was asked again is still theirs to say. Which part that is the task knows.
 */
export const isEarlierReading = `s.item_id = i.id and s.round < i.round and s.submitted_at is not null and exists (
  select from seat again join judgment said on said.seat_id = again.id where again.item_id = i.id and again.round = i.round and jsonb_exists(said.answer, 'asked'))`
