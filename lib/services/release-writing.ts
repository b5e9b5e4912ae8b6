import type { Recipe } from '@/lib/releases/recipe'
import type { Task } from '@/lib/tasks/task'
import { formatsOf } from './release-formats'

/** What a format writes by that says no number, and what releases from before numbers were kept were written by. */
const firstWriting = 1

/** Of each format that a release is written in the number of the rules that it is written by: kept with the release, as `wording` is of documents. */
export function writingOf(task: Pick<Task, 'formats' | 'readingFormats'>, recipe: Pick<Recipe, 'formats' | 'readers'>): Record<string, number> {
  const written = [...formatsOf(task, recipe.formats), ...(recipe.readers === 'pseudonyms' ? task.readingFormats : [])]
  return Object.fromEntries(written.map(({ code, writing = firstWriting }) => [code, writing]))
}

/** In place of a format's code. */
export const readingsCode = 'readings'
/** Records and readings are what was fixed, by no rules. */
const asFixed = ['native', readingsCode]

/** Which of a release's formats other rules would write today, or none would; `kept`: what it was written by. */
export function writtenOtherwise(kept: Readonly<Record<string, number>> | undefined, today: Readonly<Record<string, number>>): (code: string) => boolean {
  return (code) => !asFixed.includes(code) && (kept?.[code] ?? firstWriting) !== today[code]
}
