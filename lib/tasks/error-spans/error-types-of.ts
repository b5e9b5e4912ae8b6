import type { ErrorType, Form } from './form'

/** The taxonomy's types in order, groups flattened. */
export const errorTypesOf = (form: Form): ErrorType[] => form.taxonomy.flatMap((group) => group.types)
