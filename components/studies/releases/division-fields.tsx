'use client'
import { useTranslations } from 'next-intl'
import { useClassWords } from '@/components/releases/use-class-words'
import { Field } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextInput } from '@/components/ui/text-input'
import { splitNames } from '@/lib/releases/split-rule'
import { ChoiceList } from './choice-list'
import type { Editing } from './draft-types'
import { ShareField } from './share-field'

/** How a release is divided, what must stay in proportion, and what counts as nearly the same. */
export function DivisionFields({ editing }: { editing: Editing }) {
  const t = useTranslations('releases.compose')
  const words = useTranslations('releases.splits')
  const { fieldName } = useClassWords()
  const { fields, setRecipe, counts, atField } = editing
  const { ratios, strata, nearDuplicates, hidden } = fields.recipe
  const testOnly = ratios.train === 0 && ratios.validation === 0
  const names = [...new Set([...(counts?.fields.map(({ field }) => field) ?? []), ...strata])]
  return (
    <div className="grid gap-4">
      <SegmentedControl
        label={t('division')}
        value={testOnly ? 'test' : 'ratios'}
        onChange={(kind) => setRecipe({ ratios: kind === 'test' ? { train: 0, validation: 0, test: 1 } : { train: 8, validation: 1, test: 1 } })}
        options={[
          { value: 'test', label: t('testOnly') },
          { value: 'ratios', label: t('ratios') },
        ]}
        error={atField('recipe.ratios')}
      />
      {!testOnly && (
        <div className="grid grid-cols-3 gap-3">
          {splitNames.map((name) => (
            <ShareField key={name} label={t(name)} value={ratios[name]} onChange={(share) => setRecipe({ ratios: { ...ratios, [name]: share } })} />
          ))}
        </div>
      )}
      <div className="grid gap-1.5">
        <ChoiceList label={t('strata')} options={names.map((value) => ({ value, label: fieldName(value) }))} chosen={strata} onChange={(chosen) => setRecipe({ strata: chosen })} />
        <p className="text-sm text-ink-soft">{t('strataHint')}</p>
      </div>
      <Field label={t('threshold')} hint={t('thresholdHint')} error={atField('recipe.nearDuplicates.threshold')} className="max-w-72">
        {(wires) => (
          <TextInput
            {...wires}
            type="number"
            min={30}
            max={100}
            step={1}
            value={Math.round(nearDuplicates.threshold * 100)}
            onChange={(event) => setRecipe({ nearDuplicates: { ...nearDuplicates, threshold: Number(event.target.value) / 100 } })}
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <ChoiceList
          label={t('hidden')}
          options={splitNames.map((value) => ({ value, label: words(value) }))}
          chosen={hidden}
          onChange={(chosen) => setRecipe({ hidden: splitNames.filter((name) => chosen.includes(name)) })}
        />
        <p className="text-sm text-ink-soft">{t('hiddenHint')}</p>
      </div>
    </div>
  )
}
