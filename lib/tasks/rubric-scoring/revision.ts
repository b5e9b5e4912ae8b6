import type { ItemRevision } from '../item-revision'
import type { Content } from './content'
import type { Judgment } from './judgment'
import { revised } from './revised'

/** What somebody is at work on is not asked for here: a closed item has a verdict, and any other one was begun by nobody. */
export const revision: ItemRevision<Content, Judgment> = (item, rubric, { closed, answer }) => {
  if (rubric.version <= item.rubric.version) return null
  // What a version before has opened again, and nobody has begun, keeps the labels that stood then.
  const labels = closed ? (answer?.labels ?? null) : (item.standing ?? null)
  const { content, affected } = revised(item, rubric, labels)
  const again = closed && affected.length > 0
  // Where nothing is asked again the verdict itself stands, and nothing has to stand in for it.
  const { standing: _, ...plain } = content
  return { content: closed && !again ? plain : content, affected, decided: closed || labels !== null, again }
}
