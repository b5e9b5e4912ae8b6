import type { ReleaseFacts } from './release-facts'
import { splitNames } from './split-rule'

/**
 * How to load the files, in commands that can be copied. The token is never in them: they read it from the environment.
 * Where the installation does not know its address, they read the files from an unpacked folder.
 */
export function loadingBlocks({ release, files, splits }: ReleaseFacts): string[] {
  const open = splitNames.filter((name) => splits.some((split) => split.name === name && !split.hidden))
  const shown = open.length ? open : splitNames.filter((name) => splits.some((split) => split.name === name))
  const pathsOf = (ending: string, format?: string) =>
    shown.flatMap((split) => {
      const file = files.find(
        (each) =>
          each.split === split && each.path.endsWith(ending) && (format === undefined || each.format === format),
      )
      return file ? [{ split, path: file.path }] : []
    })
  const native = pathsOf('.jsonl', 'native')
  const parquet = pathsOf('.parquet')[0]
  const base = release.filesUrl
  const at = (path: string) => (base === null ? path : `${base}/${path.split('/').map(encodeURIComponent).join('/')}`)
  const quoted = (path: string) => JSON.stringify(at(path))
  const first = native[0]
  const token = 'os.environ["DOUBLEREAD_TOKEN"]'
  const blocks: string[] = ['## How to load it']
  if (base !== null)
    blocks.push('Make a token with the scope to download releases under "Account", and put it into `DOUBLEREAD_TOKEN`.')
  if (base !== null && first)
    blocks.push(
      code(
        'sh',
        `curl -fL -C - -H "Authorization: Bearer $DOUBLEREAD_TOKEN" -o ${shellWord(first.path.split('/').at(-1) ?? '')} ${shellWord(at(first.path))}`,
      ),
    )
  if (native.length)
    blocks.push(
      code(
        'python',
        [
          base === null ? '' : 'import os\n',
          'from datasets import load_dataset\n\n',
          `data_files = {${native.map(({ split, path }) => `"${split}": ${quoted(path)}`).join(', ')}}\n`,
          base === null
            ? 'dataset = load_dataset("json", data_files=data_files)'
            : `headers = {"Authorization": f"Bearer {${token.replaceAll('"', "'")}}"}\ndataset = load_dataset("json", data_files=data_files, storage_options={"headers": headers})`,
        ].join(''),
      ),
    )
  if (parquet)
    blocks.push(
      code(
        'python',
        [
          base === null ? '' : 'import os\n',
          'import pandas\n\n',
          base === null
            ? `frame = pandas.read_parquet(${quoted(parquet.path)})`
            : `headers = {"Authorization": "Bearer " + ${token}}\nframe = pandas.read_parquet(${quoted(parquet.path)}, storage_options=headers)`,
        ].join(''),
      ),
    )
  return blocks.length > 1 ? blocks : []
}

const code = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``

/** In single quotes a shell takes everything as it is. */
const shellWord = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
