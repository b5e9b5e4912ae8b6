import { ignored, type CsvMapping } from '@/lib/formats/csv-mapping'
import { limits } from '@/lib/formats/limits'

/** Column names that mean a field, best first, as they are met in English and Chinese files; compared without case, spaces and punctuation. */
const names: Record<string, readonly string[]> = {
  id: ['id', 'textid', 'itemid', 'sampleid', 'recordid', 'uid', '编号', '序号', '文本编号', '样本编号'],
  text: [
    'text',
    'content',
    'passage',
    'note',
    'document',
    'body',
    'answer',
    'response',
    'reply',
    '文本',
    '正文',
    '内容',
    '原文',
    '文章',
    '病历',
    '回答',
    '答案',
    '回复',
    '答复',
  ],
  prompt: ['prompt', 'question', 'query', 'ask', 'instruction', '提问', '问题', '提示', '指令', '咨询'],
  response: ['response', 'answer', 'reply', 'output', 'completion', '回答', '回复', '答复', '输出'],
  language: ['language', 'lang', '语言', '语种'],
  specialty: ['specialty', 'speciality', 'department', 'dept', 'discipline', '科室', '专科', '专业', '学科', '科别'],
  group: ['group', 'groupid', 'caseid', 'patientid', '组', '分组', '组别', '病例号', '病例编号'],
  source: ['source', 'origin', 'url', 'link', '来源', '出处', '链接'],
  licence: ['licence', 'license', '许可', '许可证', '授权'],
}
/** Columns of names under `tags.author`: whom a conflict of interest with a person is compared with. */
const authorNames = ['author', 'authors', 'authorname', 'writtenby', '作者', '作者姓名', '撰写人', '撰写者']
/** What may stand in the open as a tag: it describes the item and gives no answer away. */
const openTags = [
  'title',
  'topic',
  'question',
  'ask',
  'query',
  'style',
  'genre',
  'age',
  'sex',
  'gender',
  'year',
  'date',
  'split',
  '标题',
  '题目',
  '主题',
  '问题',
  '提问',
  '咨询',
  '文体',
  '类别',
  '年龄',
  '性别',
  '年份',
  '日期',
]

/**
 * A first mapping for a person to correct. Each field takes the column that names it best; columns known to be harmless
 * become tags, the author's name among them, since conflicts of interest ask for it; everything else goes to the seal, because an unknown column may be a label or a model's name, and the seal
 * neither leaks nor loses it.
 */
export function proposeMapping(columns: readonly string[], contentNames: readonly string[]): CsvMapping {
  const mapping = new Map<string, string>()
  const fields = [
    ...contentNames,
    ...Object.keys(names).filter((name) => !['text', 'prompt', 'response'].includes(name)),
  ]
  for (const field of fields) {
    const column = [field, ...(Object.hasOwn(names, field) ? (names[field] ?? []) : [])]
      .map((name) => columns.find((each) => plain(each) === plain(name) && !mapping.has(each)))
      .find((each) => each !== undefined)
    if (column !== undefined) mapping.set(column, field)
  }
  for (const column of columns) {
    if (mapping.has(column)) continue
    const name = column.slice(0, limits.tagName)
    if (/^column-\d+$/.test(column)) mapping.set(column, ignored)
    else if (authorNames.includes(plain(column)) && ![...mapping.values()].includes('tags.author')) mapping.set(column, 'tags.author')
    else mapping.set(column, openTags.includes(plain(column)) ? `tags.${name}` : `sealed.${name}`)
  }
  return Object.fromEntries(mapping)
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_\-.:：（）()]/gu, '')
