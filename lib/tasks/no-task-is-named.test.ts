import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { taskCodes } from './registry'

/** Where tasks are named for good: what lists them, and what is of one task by its own name. */
const naming: Readonly<Record<string, string>> = {
  'lib/tasks/registry.ts': 'a registry',
  'lib/messages/en.ts': 'a registry: a task’s words are a namespace of its name',
  'lib/messages/zh-cn.ts': 'the same',
  'components/tasks/task-parts.ts': 'a registry: the first task’s workbench is there at once',
  'components/tasks/late-parts.ts': 'a registry',
  'components/tasks/task-answers.ts': 'a registry',
  'components/tasks/task-comparisons.ts': 'a registry',
  'components/tasks/task-contests.ts': 'a registry',
  'components/tasks/task-outcomes.ts': 'a registry',
  'components/tasks/task-protocols.ts': 'a registry',
  'components/tasks/task-settings.ts': 'a registry',
  'components/tasks/use-problem-sentence.ts': 'in a type alone: one task’s sentences stand for every task’s',
  'bin/command-line/convert-verb.ts': 'the default of an option',
  'bin/command-line/score-verbs.ts': 'a command for files of one task',
  'bin/command-line/scored-outcomes.ts': 'the same',
  'bin/command-line/score-preference-verb.ts': 'the same',
}

const codes = taskCodes.join('|')
const ownFolder = new RegExp(`^(lib|components)/tasks/(${codes})/`)
const named = new RegExp(`['"\`](${codes})[.'"\`]|tasks/(${codes})/`)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|testing)\.tsx?$/.test(file) && !/\/testing\//.test(file) && !ownFolder.test(file))

test('what a task is capable of is asked of it: outside its own folders nothing knows a task by name', () => {
  const found = ['app', 'components', 'lib', 'bin'].flatMap(filesIn).filter((file) => named.test(readFileSync(file, 'utf8')))
  expect(found.toSorted()).toEqual(Object.keys(naming).toSorted())
})
