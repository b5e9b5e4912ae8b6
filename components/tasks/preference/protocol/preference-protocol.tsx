import { lazy } from 'react'
import { FactDifference, FactList } from '@/components/protocol/fact-list'
import type { TaskProtocol } from '@/components/tasks/task-protocols'
import { formSchema } from '@/lib/tasks/preference/form'
import { useFormFacts } from './use-form-facts'

const ofAxes = (path: string) => path.startsWith('axes')

/** How a protocol of this task is written and read. */
export const preferenceProtocol: TaskProtocol = {
  schema: formSchema,
  parts: [
    { value: 'axes', label: 'preference.form.axes', holds: ofAxes, Editor: lazy(async () => ({ default: (await import('./axes-editor')).AxesEditor })) },
    { value: 'answers', label: 'preference.form.answers', holds: (path) => !ofAxes(path), Editor: lazy(async () => ({ default: (await import('./answer-form-editor')).AnswerFormEditor })) },
  ],
  View: function View({ form }) {
    return <FactList facts={useFormFacts()(form)} />
  },
  Difference: function Difference({ from, to }) {
    const factsOf = useFormFacts()
    return <FactDifference from={factsOf(from)} to={factsOf(to)} />
  },
}
