import type { RowProblem } from '@/lib/formats/item-row'
import { isObject } from '@/lib/formats/read-tags'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import { dataFields, regionTexts } from './label-studio-task'
import { utf16Place } from './utf16-place'

type Result = Record<string, unknown> & { value: Record<string, unknown> }

/**
 * What a task says, its own or one that a person made in Label Studio: `value.text` may be missing, `data.id` too (then the
 * task's number is the id), and other controls' results mean nothing here. One annotation is expected: of several, the one
 * marked as ground truth; cancelled ones do not count.
 */
export function fieldsOfTask(task: Record<string, unknown>): Record<string, unknown> | RowProblem {
  const data = task['data']
  if (!isObject(data)) return { field: 'data', reason: data === undefined ? 'missing' : 'not-an-object' }
  const { text } = data
  if (typeof text !== 'string') return { field: 'data.text', reason: 'missing' }
  const results = resultsOf(task['annotations'])
  if ('reason' in results) return results
  const points = codePointsOf(text)
  const spans: Record<string, unknown>[] = []
  const byRegion = new Map<unknown, Record<string, unknown>>()
  let veracity: unknown = null
  for (const [index, result] of results.results.entries()) {
    const { type, value } = result
    const field = `annotations.result[${index}]`
    if (type === 'labels') {
      const span = spanOf(result, points, field)
      if ('reason' in span) return span
      spans.push(span)
      byRegion.set(result['id'], span)
    } else if (type === 'choices' && result['from_name'] === 'veracity') veracity = listOf(value['choices'])[0] ?? null
    else if (type === 'textarea') {
      const [span, name] = [byRegion.get(result['id']), regionTexts.find((each) => each === result['from_name'])]
      if (span && name) span[name] = name === 'references' ? listOf(value['text']) : listOf(value['text']).join('\n')
    }
  }
  const said = Object.fromEntries(dataFields.filter((name) => name in data).map((name) => [name, data[name]]))
  if (veracity === null && said['outcome'] !== 'unusable') veracity = spans.length ? 'erroneous' : 'correct'
  return { ...said, id: data['id'] ?? task['id'], veracity, spans }
}

function resultsOf(annotations: unknown): { results: Result[] } | RowProblem {
  const given = listOf(annotations).filter((each) => isObject(each) && each['was_cancelled'] !== true)
  const truths = given.filter((each) => isObject(each) && each['ground_truth'] === true)
  const chosen = given.length > 1 && truths.length === 1 ? truths : given
  if (chosen.length > 1) return { field: 'annotations', reason: 'several-answers', values: { found: chosen.length } }
  const [annotation] = chosen
  if (!isObject(annotation)) return { field: 'annotations', reason: 'no-answer' }
  const results = listOf(annotation['result'])
  const wrong = results.findIndex((each) => !isObject(each))
  if (wrong !== -1) return { field: `annotations.result[${wrong}]`, reason: 'not-an-object' }
  // Relations have no value.
  return { results: results.filter((each): each is Result => isObject(each) && isObject(each['value'])) }
}

function spanOf({ value }: Result, points: CodePoints, field: string): Record<string, unknown> | RowProblem {
  const place = utf16Place(points, value['start'], value['end'], `${field}.value`)
  if ('reason' in place) return place
  const quote = value['text']
  if (typeof quote === 'string' && quote !== points.slice(place.start, place.end))
    return { field: `${field}.value.text`, reason: 'quote-differs' }
  const labels = listOf(value['labels'])
  if (labels.length > 1)
    return { field: `${field}.value.labels`, reason: 'several-answers', values: { found: labels.length } }
  return { ...place, type: labels[0] ?? '' }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
