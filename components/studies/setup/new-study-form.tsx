'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { locales, type Locale } from '@/lib/locale'
import { slugOf } from '@/lib/study-slug'
import type { TaskCode } from '@/lib/tasks/registry'
import { languageNames } from './language-names'
import { reached, type Failure, type Outcome } from './outcome'
import { StudyFields } from './study-fields'
import { emptyStudy, type StudyValues } from './study-values'
import { useFailureWords } from './use-failure-words'

export type OfferedTask = {
  code: TaskCode
  /** What its settings are before anybody chose. */
  settings: unknown
  templates: { code: string; name: string; summary: string; provisional: boolean; settings: unknown }[]
}
export type NewStudy = StudyValues & { slug?: string; task: TaskCode; template: { code: string; locale: Locale } | null }

/** Founding a study. Choosing a template also takes its settings, which can be changed before the study is made. */
export function NewStudyForm({
  tasks,
  locale,
  create,
  hrefOf,
}: {
  tasks: readonly [OfferedTask, ...OfferedTask[]]
  locale: Locale
  create: (study: NewStudy) => Promise<Outcome<{ slug: string }>>
  /** The protocol page of a study, with `SLUG` in the place of its address. */
  hrefOf: string
}) {
  const t = useTranslations('studies')
  const { sentence, atField } = useFailureWords()
  const router = useRouter()
  const [values, setValues] = useState<StudyValues>({ ...emptyStudy, settings: tasks[0].settings })
  const [slug, setSlug] = useState<string | null>(null)
  const [task, setTask] = useState<TaskCode>(tasks[0].code)
  const templates = tasks.find(({ code }) => code === task)?.templates ?? []
  const [template, setTemplate] = useState<string>('')
  const [language, setLanguage] = useState<Locale>(locale)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const choose = (code: string) => {
    setTemplate(code)
    const chosen = templates.find((one) => one.code === code)
    if (chosen) setValues((before) => ({ ...before, settings: chosen.settings }))
  }
  const chooseTask = (code: TaskCode) => {
    setTask(code)
    setTemplate('')
    setValues((before) => ({ ...before, settings: tasks.find((one) => one.code === code)?.settings }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const wanted = { ...values, task, ...(slug ? { slug } : {}), template: template ? { code: template, locale: language } : null }
    const outcome = await reached(create(wanted))
    setPending(false)
    if (outcome.ok) return router.push(hrefOf.replace('SLUG', outcome.value.slug))
    setFailure(outcome.failure)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5" noValidate>
      <StudyFields task={task} values={values} onChange={setValues} failure={failure}>
        <Field label={t('settings.slug')} hint={t('settings.slugHint')} error={atField(failure, 'slug')}>
          {(wires) => (
            <TextInput {...wires} value={slug ?? slugOf(values.name)} maxLength={60} onChange={(event) => setSlug(event.target.value.toLowerCase())} />
          )}
        </Field>
        <Field label={t('settings.task')} hint={t('settings.taskHint')}>
          {(wires) => (
            <Select
              {...wires}
              value={task}
              onChange={(event) => chooseTask(event.target.value as TaskCode)}
              options={tasks.map(({ code }) => ({ value: code, label: t(`tasks.${code}.name` as never) }))}
            />
          )}
        </Field>
      </StudyFields>
      <Card title={t('template.title')} note={t('template.note')}>
        <div className="grid gap-4">
          <RadioGroup
            legend={t('template.title')}
            legendHidden
            value={template}
            onChange={choose}
            options={[
              ...templates.map(({ code, name, summary, provisional }) => ({
                value: code,
                label: provisional ? t('template.provisional', { name }) : name,
                hint: summary,
              })),
              { value: '', label: t('template.none'), hint: t('template.noneHint') },
            ]}
          />
          {template && (
            <Field label={t('template.language')} className="max-w-60">
              {(wires) => (
                <Select
                  {...wires}
                  value={language}
                  onChange={(event) => setLanguage(event.target.value as Locale)}
                  options={locales.map((one) => ({ value: one, label: languageNames(locale)(one) }))}
                />
              )}
            </Field>
          )}
        </div>
      </Card>
      {failure && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {t('create')}
        </Button>
      </div>
    </form>
  )
}
