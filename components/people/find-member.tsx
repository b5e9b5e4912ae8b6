import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

/** Looks for members by a part of a name or an address; an address of its own, so that it can be sent on. */
export function FindMember({ action, find, total }: { action: string; find: string; total: number }) {
  const t = useTranslations('people')
  return (
    <form action={action} role="search" className="flex flex-wrap items-end gap-3 px-5 pb-4">
      <Field label={t('filter')} className="min-w-0 grow basis-48 sm:max-w-80">
        {(wires) => <TextInput {...wires} type="search" name="find" defaultValue={find} />}
      </Field>
      <Button type="submit" icon={<Search size={16} aria-hidden />}>
        {t('find')}
      </Button>
      <output className="ms-auto text-sm text-ink-soft">{t('count', { count: total })}</output>
    </form>
  )
}
