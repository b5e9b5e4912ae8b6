let range: Range | undefined

/**
 * A range to measure with, always the same one: a document moves every range it ever made at each of its changes, until the
 * collector takes it, and a few thousand of them would be felt with every key.
 */
export function ruler(document: Document): Range {
  if (range?.startContainer.ownerDocument !== document) range = document.createRange()
  return range
}
