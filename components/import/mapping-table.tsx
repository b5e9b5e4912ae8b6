'use client'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { ignored, mappingProblems, type CsvMapping } from '@/lib/formats/csv-mapping'
import { plainFields } from '@/lib/formats/native-item'
import { useFileWords } from './use-file-words'

type Goal = 'tags' | 'sealed'
const goalOf = (target: string): Goal | null => (target.startsWith('tags.') ? 'tags' : target.startsWith('sealed.') ? 'sealed' : null)

/** Where each column of a table goes. What nobody knows is proposed for the seal, where it neither leaks nor is lost. */
export function MappingTable({
  columns,
  mapping,
  contentNames,
  onChange,
}: {
  columns: readonly string[]
  mapping: CsvMapping
  contentNames: readonly string[]
  onChange: (mapping: CsvMapping) => void
}) {
  const t = useTranslations('import.mapping')
  const words = useFileWords()
  const problems = mappingProblems(mapping, columns, contentNames)
  const set = (column: string, target: string) => onChange({ ...mapping, [column]: target })
  const choose = (column: string, goal: string) => set(column, goal === 'tags' || goal === 'sealed' ? `${goal}.${column}` : goal)
  const options = [
    { group: t('fields'), options: [...contentNames, 'id', ...plainFields].map((field) => ({ value: field, label: t.has(`targets.${field}` as never) ? t(`targets.${field}` as never) : field })) },
    { group: t('other'), options: (['tags', 'sealed', ignored] as const).map((goal) => ({ value: goal, label: t(`targets.${goal}`) })) },
  ]
  const unmapped = problems.filter(({ path }) => !columns.includes(path))
  return (
    <div className="grid gap-3">
      <DataTable
        caption={t('caption')}
        captionHidden
        dense
        rows={columns}
        rowKey={(column, at) => `${at}-${column}`}
        columns={[
          { key: 'column', header: t('column'), names: true, width: '14rem', cell: (column) => <span className="font-mono text-sm">{column}</span> },
          {
            key: 'target',
            header: t('target'),
            cell: (column) => {
              const target = mapping[column] ?? ''
              const goal = goalOf(target)
              const problem = problems.find(({ path }) => path === column)
              return (
                <div className="grid min-w-64 gap-1">
                  <div className="flex gap-2">
                    <Select
                      aria-label={t('targetOf', { column })}
                      aria-invalid={problem ? true : undefined}
                      className="grow"
                      value={goal ?? target}
                      onChange={(event) => choose(column, event.target.value)}
                      options={options}
                    />
                    {goal && (
                      <TextInput aria-label={t('nameOf', { column })} className="w-40!" maxLength={100} value={target.slice(goal.length + 1)} onChange={(event) => set(column, `${goal}.${event.target.value}`)} />
                    )}
                  </div>
                  {problem && <p className="text-sm font-medium text-danger">{words.column({ reason: problem.code, values: problem.values ?? null })}</p>}
                </div>
              )
            },
          },
        ]}
      />
      {unmapped.map(({ path, code, values }) => (
        <p key={path} role="alert" className="text-sm font-medium text-danger">
          {words.column({ reason: code, values: values ?? null })}
        </p>
      ))}
    </div>
  )
}
