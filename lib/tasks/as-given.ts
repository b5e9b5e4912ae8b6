/** A version of an item's rubric that is not its present one any more. */
export type EarlierRubric = { version: number }

/**
 * An item as it was when an answer was given to it: under that version of its rubric (null: the present one), and with what stood beside
 * what was asked. Without an answer, all of it as it asks now.
 */
export type AsGiven<Content, Answer> = (content: Content, rubric: EarlierRubric | null, answer: Answer | null) => Content
