import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'

/** Same as the ground's `errorTypesOf`, without carrying its schema library to the browser. */
export const typesOf = (form: Form): ErrorType[] => form.taxonomy.flatMap((group) => group.types)
