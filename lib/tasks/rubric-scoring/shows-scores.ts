import type { Content } from './content'
import type { Form } from './form'

/**
 * Whether those who judge are shown what follows from their labels: where the study allows it, and of a whole rubric alone. Of the
 * criteria that are asked again, beside others whose labels stand unseen, nothing follows for a response.
 */
export const showsScores = ({ asksPart }: Pick<Content, 'asksPart'>, form: Pick<Form, 'showsScores'>): boolean => form.showsScores && asksPart !== true
