import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { en } from './en'
import { zhCn } from './zh-cn'

type Tree = { [key: string]: string | Tree }

/** Every leaf as `path → the argument names its sentence uses`, sorted. */
function leaves(tree: Tree, path = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, [...new Set([...value.matchAll(/\{(\w+)[},]/g)].map((match) => match[1]!))].sort()]]
      : leaves(value, `${path}${key}.`),
  )
}
const files = (locale: string) =>
  readdirSync(new URL(`./${locale}/`, import.meta.url))
    .map((name) => name.replace(/\.json$/, ''))
    .sort()

test('every message file is a registered namespace, in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(files('en'))
  expect(Object.keys(zhCn).sort()).toEqual(files('zh-CN'))
})

test('both languages hold the same sentences with the same arguments', () => {
  expect(new Map(leaves(zhCn).sort())).toEqual(new Map(leaves(en).sort()))
})

test('no sentence is empty', () => {
  const empty = [en, zhCn].flatMap((tree) => {
    const walk = (node: Tree, path: string): string[] =>
      Object.entries(node).flatMap(([key, value]) =>
        typeof value === 'string' ? (value.trim() ? [] : [path + key]) : walk(value, `${path}${key}.`),
      )
    return walk(tree, '')
  })
  expect(empty).toEqual([])
})

test('every task, and every format that it takes, has its name, and no name is left without a task', () => {
  expect(Object.keys(en.studies.tasks).sort()).toEqual([...taskCodes].sort())
  const formats = new Set(taskCodes.flatMap((code) => importCodes(taskOf(code).imports)))
  expect([...formats].filter((code) => !(code in en.import.setup.formats))).toEqual([])
})
