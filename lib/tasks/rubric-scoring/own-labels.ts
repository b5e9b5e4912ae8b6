import type { Judgment } from './judgment'

/** What a reader said: labels that stand from an earlier verdict make an answer whole and are nobody's own. */
export const ownLabels = ({ labels, asked }: Judgment): Judgment['labels'] => (asked ? labels.filter(({ criterion }) => asked.includes(criterion)) : labels)
