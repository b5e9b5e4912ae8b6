import type { JsonObject } from '@/lib/tasks/task'

/** What a value of a JSON schema may be, an option a type; null among them. */
export const schemaOptions = (schema: JsonObject): JsonObject[] =>
  ((schema['anyOf'] ?? [schema]) as readonly JsonObject[]).flatMap(({ type = null, ...of }) => [type].flat().map((each): JsonObject => ({ ...of, type: each })))
