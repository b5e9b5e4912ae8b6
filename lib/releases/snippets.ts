import { featurePython, statedFeatures } from './feature'
import type { ReleaseFacts } from './release-facts'
import type { SplitName } from './split-rule'

type FileRef = { path: string; split: SplitName | null }
export type Snippet = { of: 'curl' | 'datasets' | 'pandas' | 'verify'; text: string }

/**
 * Commands that load what a person may have of a release, to be copied. `address`: of the release for programs; without one they
 * read an unpacked folder. The token is never in them: they read it from the environment. For the page and for the card, so
 * that both say the same. What the fields hold is stated with them: a loader that finds it out from the first records fails at what
 * is empty in all of these.
 */
export function snippetsFor({ address, version, slug, files, fields }: { address: string | null; version: string; slug: string; files: readonly FileRef[]; fields: ReleaseFacts['fields'] }): Snippet[] {
  const at = ({ path }: FileRef) => JSON.stringify(address === null ? path : `${address}/files/${path.split('/').map(encodeURIComponent).join('/')}`)
  const native = files.filter(({ path, split }) => split !== null && path.startsWith('native/'))
  const parquet = files.find(({ path }) => path.endsWith('.parquet'))
  const zip = `${slug}-${version}.zip`
  const snippets: Snippet[] = address === null ? [] : [{ of: 'curl', text: `curl -fL -C - -H "Authorization: Bearer $DOUBLEREAD_TOKEN" -o ${zip} "${address}/zip"` }]
  snippets.push({ of: 'verify', text: `bin/doubleread verify ${zip}` })
  const python = (imports: string, lines: readonly string[]) =>
    [...(address === null ? [] : ['import os']), imports, '', ...(address === null ? [] : [headers]), ...lines].join('\n')
  const features = statedFeatures(fields)
  const stated = features ? ['features = Features({', ...features.map(({ name, feature }) => `    ${JSON.stringify(name)}: ${featurePython(feature)},`), '})'] : []
  if (native.length)
    snippets.push({
      of: 'datasets',
      text: python(features ? 'from datasets import Features, Json, List, Value, load_dataset  # datasets 5 or newer' : 'from datasets import load_dataset', [
        ...stated,
        `data_files = {${native.map((file) => `"${file.split}": ${at(file)}`).join(', ')}}`,
        `dataset = load_dataset("json", data_files=data_files${features ? ', features=features' : ''}${address === null ? '' : ', storage_options={"headers": headers}'})`,
      ]),
    })
  if (parquet)
    snippets.push({ of: 'pandas', text: python('import pandas', [`frame = pandas.read_parquet(${at(parquet)}${address === null ? '' : ', storage_options=headers'})`]) })
  return snippets
}

const headers = 'headers = {"Authorization": "Bearer " + os.environ["DOUBLEREAD_TOKEN"]}'
