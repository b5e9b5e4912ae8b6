import type { SplitName } from './split-rule'

type FileRef = { path: string; split: SplitName | null }
type Snippet = { of: 'curl' | 'datasets' | 'pandas' | 'verify'; text: string }

/** Commands that load what a person may have of a release, from where it stands. They read the token from the environment. */
export function snippetsFor({
  origin,
  releaseId,
  version,
  slug,
  files,
}: {
  origin: string
  releaseId: string
  version: string
  slug: string
  files: readonly FileRef[]
}): Snippet[] {
  const base = `${origin}/api/releases/${releaseId}`
  const urlOf = ({ path }: FileRef) => `${base}/files/${path.split('/').map(encodeURIComponent).join('/')}`
  const native = files.filter(({ path, split }) => split !== null && path.startsWith('native/'))
  const parquet = files.find(({ path }) => path.endsWith('.parquet'))
  const zip = `${slug}-${version}.zip`
  const snippets: Snippet[] = [
    { of: 'curl', text: `curl -fL -C - -H "Authorization: Bearer $DOUBLEREAD_TOKEN" -o ${zip} "${base}/zip"` },
    { of: 'verify', text: `bin/doubleread verify ${zip}` },
  ]
  if (native.length)
    snippets.push({
      of: 'datasets',
      text: [
        'import os',
        'from datasets import load_dataset',
        '',
        'headers = {"Authorization": "Bearer " + os.environ["DOUBLEREAD_TOKEN"]}',
        `data_files = {${native.map((file) => `"${file.split}": "${urlOf(file)}"`).join(', ')}}`,
        'dataset = load_dataset("json", data_files=data_files, storage_options={"headers": headers})',
      ].join('\n'),
    })
  if (parquet)
    snippets.push({
      of: 'pandas',
      text: [
        'import os',
        'import pandas',
        '',
        'headers = {"Authorization": "Bearer " + os.environ["DOUBLEREAD_TOKEN"]}',
        `frame = pandas.read_parquet("${urlOf(parquet)}", storage_options=headers)`,
      ].join('\n'),
    })
  return snippets
}
