import { lazy } from 'react'
import { FactDifference, FactList } from '@/components/protocol/fact-list'
import type { TaskProtocol } from '@/components/tasks/task-protocols'
import { formSchema } from '@/lib/tasks/rubric-scoring/form'
import { useFormFacts } from './use-form-facts'

/** How a protocol of this task is written and read. */
export const rubricScoringProtocol: TaskProtocol = {
  schema: formSchema,
  parts: [{ value: 'form', label: 'rubric-scoring.form.title', holds: () => true, Editor: lazy(async () => ({ default: (await import('./scoring-form-editor')).ScoringFormEditor })) }],
  View: function View({ form }) {
    return <FactList facts={useFormFacts()(form)} />
  },
  Difference: function Difference({ from, to }) {
    const factsOf = useFormFacts()
    return <FactDifference from={factsOf(from)} to={factsOf(to)} />
  },
}
