import { describe, expect, test } from 'vitest'
import type { Locale } from '@/lib/locale'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { limitsOf } from './release-formats'

const limits = (code: string, locale: Locale = 'en') => limitsOf(taskOf('error-spans').formats.find((format) => format.code === code)!).map((sentence) => sentence[locale]).join('\n')

describe('what the card says that a format cannot hold', () => {
  test('CSV and MEDEC say of the apostrophe before a formula that offsets do not count it', () => {
    for (const code of ['csv', 'medec']) expect(limits(code)).toContain('offsets and hashes are of the text without it')
    expect(limits('native')).toBe('')
  })

  test('what depends on the record is said: a format that can lose something is not said to lose nothing', () => {
    expect(limits('csv')).toContain('Depending on the record, other fields: In CSV an empty text cannot be told from none')
    expect(limits('brat')).toContain('Depending on the record, spans: A span in brat cannot begin or end at a line break.')
    expect(limits('medec')).toContain('Depending on the record, spans.correction: A MEDEC row corrects the whole sentence.')
    expect(limits('label-studio')).toContain('Label Studio cannot hold a span without text.')
  })

  test('no format of any task says a sentence in one language that it does not say in the other', () => {
    const limitsOfAll = taskCodes.flatMap((task) => taskOf(task).formats.flatMap((format) => limitsOf(format)))
    expect(limitsOfAll.length).toBeGreaterThan(30)
    for (const { en, 'zh-CN': zh } of limitsOfAll) expect([en, zh]).toEqual([expect.stringMatching(/^[^\p{Script=Han}]+\.$/u), expect.stringMatching(/\p{Script=Han}.*。$/u)])
    expect(limits('csv', 'zh-CN')).toContain('视记录而定，其他字段：')
  })
})
