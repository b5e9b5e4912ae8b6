import { lazy } from 'react'
import type { TaskProtocol } from '@/components/tasks/task-protocols'
import { formSchema } from '@/lib/tasks/error-spans/form'
import { FormDifference } from './form-difference'
import { FormView } from './form-view'

const inFields = (path: string) => path.startsWith('fields')

/** How a protocol of this task is written and read. */
export const errorSpansProtocol: TaskProtocol = {
  schema: formSchema,
  parts: [
    {
      value: 'taxonomy',
      label: 'protocol.taxonomy',
      holds: (path) => !inFields(path),
      Editor: lazy(async () => ({ default: (await import('./taxonomy-editor')).TaxonomyEditor })),
    },
    {
      value: 'fields',
      label: 'protocol.fields.title',
      holds: inFields,
      Editor: lazy(async () => ({ default: (await import('./fields-editor')).FieldsEditor })),
    },
  ],
  View: FormView,
  Difference: FormDifference,
}
