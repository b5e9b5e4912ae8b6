'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Switch } from '@/components/ui/switch'
import type { Localised } from '@/lib/locale'
import { LocalisedFields } from './localised-fields'

type Scale = { levels: Localised[] } | null
const nothing = { en: '', 'zh-CN': '' }

/** A scale that readers answer on, level by level, or that is not asked. */
export function ScaleEditor({
  label,
  hint,
  value,
  onChange,
  problemAt,
}: {
  label: string
  hint: string
  value: Scale
  onChange: (value: Scale) => void
  problemAt: (level: number) => string | undefined
}) {
  const t = useTranslations('protocol.fields')
  const levels = value?.levels ?? []
  return (
    <div className="grid gap-3">
      <Switch label={label} hint={hint} checked={value !== null} onChange={(event) => onChange(event.target.checked ? { levels: [nothing, nothing, nothing] } : null)} />
      {value && (
        <ol className="grid gap-3 border-s-2 border-line ps-4">
          {levels.map((level, at) => (
            <li key={at} className="flex items-start gap-2">
              <div className="grow">
                <LocalisedFields
                  label={t('level', { number: at + 1 })}
                  value={level}
                  onChange={(changed) => onChange({ levels: levels.with(at, changed) })}
                  error={problemAt(at)}
                />
              </div>
              <IconButton
                className="mt-6.5"
                label={t('removeLevel', { number: at + 1 })}
                icon={<Trash2 size={16} aria-hidden />}
                disabled={levels.length <= 2}
                onClick={() => onChange({ levels: levels.toSpliced(at, 1) })}
              />
            </li>
          ))}
          {levels.length < 20 && (
            <li>
              <Button size="small" icon={<Plus size={15} aria-hidden />} onClick={() => onChange({ levels: [...levels, nothing] })}>
                {t('addLevel')}
              </Button>
            </li>
          )}
        </ol>
      )}
    </div>
  )
}
