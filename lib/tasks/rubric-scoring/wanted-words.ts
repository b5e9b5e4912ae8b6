import type { Label } from '../rubric/scores'
import type { Form } from './form'

/** Whether a label has a place for its reason. */
export const wantsReason = (label: Label, { rationale }: Pick<Form, 'rationale'>): boolean => label === 'violated' || rationale !== 'off'

/** Words of the response are quoted for a violation and for nothing else. */
export const wantsQuotes = (label: Label): boolean => label === 'violated'
