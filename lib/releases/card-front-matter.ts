import { byCodeUnit } from './by-code-unit'
import { featureYaml, statedFeatures } from './feature'
import { cardLicence } from './licence-codes'
import type { ReleaseFacts } from './release-facts'
import { splitNames } from './split-rule'
import { yamlList, yamlText } from './yaml-text'

/**
 * The YAML head of a dataset card (Hugging Face's vocabulary). Its `configs` name the files that their loader reads, one
 * configuration a format; hidden splits are not in them, since a file that cannot be had would fail the whole.
 */
export function cardFrontMatter(facts: ReleaseFacts): string {
  const { release, study, licences } = facts
  const codes = unique(licences.map(({ licence }) => cardLicence(licence)))
  const languages = unique(release.languages.map((code) => code.split('-')[0]!.toLowerCase()))
  const lines = [
    `pretty_name: ${yamlText(release.title)}\n`,
    codes.length ? `license:\n${yamlList(codes)}` : '',
    codes.includes('other') ? `license_name: ${yamlText('see-licences')}\n${linked(facts.release.url)}` : '',
    languages.length ? `language:\n${yamlList(languages)}` : '',
    study.hubTasks.length ? `task_categories:\n${yamlList(study.hubTasks)}` : '',
    `size_categories:\n- ${sizeCategory(facts.splits.reduce((sum, { items }) => sum + items, 0))}\n`,
    `tags:\n${yamlList(unique(['medical', ...release.keywords]))}`,
    configs(facts),
    features(facts),
  ]
  return `---\n${lines.join('')}---\n`
}

/** A card may link to a file called LICENSE or to an address: LICENCES is neither. */
const linked = (url: string | null) => (url === null ? '' : `license_link: ${yamlText(url)}\n`)

const unique = (words: readonly string[]) => [...new Set(words)].sort(byCodeUnit)

/** Fields that may be empty in all records of one split and not of another: what they hold is stated, not found out from the first of them. */
function features({ fields }: ReleaseFacts): string {
  const stated = statedFeatures(fields)
  return stated ? `dataset_info:\n- config_name: "native"\n  features:\n${featureYaml(stated, '  ')}` : ''
}

function configs({ files, splits }: ReleaseFacts): string {
  const open = splitNames.filter((name) => splits.some((split) => split.name === name && !split.hidden))
  const readable = files.filter(({ path }) => /\.(jsonl|csv|parquet)$/.test(path))
  const formats = unique(readable.map(({ format }) => format ?? 'data'))
  const entries = formats.flatMap((format) => {
    const parts = open.flatMap((split) =>
      readable
        .filter((file) => (file.format ?? 'data') === format && file.split === split)
        .map(({ path }) => `  - split: ${split}\n    path: ${yamlText(path)}\n`),
    )
    if (parts.length === 0) return []
    const isDefault = format === 'native' ? '  default: true\n' : ''
    return [`- config_name: ${yamlText(format)}\n${isDefault}  data_files:\n${parts.join('')}`]
  })
  return entries.length ? `configs:\n${entries.join('')}` : ''
}

function sizeCategory(items: number): string {
  if (items < 1_000) return 'n<1K'
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B']
  const at = Math.min(Math.floor(Math.log10(items + 0.5)) - 3, steps.length - 2)
  return `${steps[at]}<n<${steps[at + 1]}`
}
