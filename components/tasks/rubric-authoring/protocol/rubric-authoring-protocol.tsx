import { lazy } from 'react'
import { FactDifference, FactList } from '@/components/protocol/fact-list'
import type { TaskProtocol } from '@/components/tasks/task-protocols'
import { formSchema } from '@/lib/tasks/rubric-authoring/form'
import { useFormFacts } from './use-form-facts'

/** How a protocol of this task is written and read. */
export const rubricAuthoringProtocol: TaskProtocol = {
  schema: formSchema,
  parts: [{ value: 'form', label: 'rubric-authoring.form.title', holds: () => true, Editor: lazy(async () => ({ default: (await import('./authoring-form-editor')).AuthoringFormEditor })) }],
  View: function View({ form }) {
    return <FactList facts={useFormFacts()(form)} />
  },
  Difference: function Difference({ from, to }) {
    const factsOf = useFormFacts()
    return <FactDifference from={factsOf(from)} to={factsOf(to)} />
  },
}
