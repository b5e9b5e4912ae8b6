import type { AsGiven } from '../as-given'
import type { Content } from './content'
import type { Judgment } from './judgment'

export const asGiven: AsGiven<Content, Judgment> = (item, rubric, answer) => {
  const { standing: _, ...content } = item
  const { labels = [], asked } = answer ?? {}
  const standing = asked ? labels.filter(({ criterion }) => !asked.includes(criterion)) : []
  return { ...content, rubric: (rubric as Content['rubric'] | null) ?? content.rubric, ...(standing.length > 0 ? { standing } : {}) }
}
