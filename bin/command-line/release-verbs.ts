/** Releases from the command line: composed and frozen by the same services as on the pages, downloaded with a check of every hash. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Recipe } from '@/lib/releases/recipe'
import { Halt } from '../first/halt.mjs'
import { actingPersonNeeded } from './acting-person'
import { answer, progress, table } from './answer'
import { previewText } from './preview-text'
import { withDatabase } from './with-database'

type CreateOptions = {
  title: string
  recipe?: string
  batch?: string[]
  tag?: string[]
  specialty?: string[]
  language?: string[]
  basis?: ('consensus' | 'adjudication')[]
  exclude?: string[]
  balance?: string
  hard?: string[]
  hardMatch?: string
  licenceOverride?: string
  ratios?: string
  strata?: string[]
  similarity?: string
  hidden?: string[]
  formats?: string[]
  readers?: string
  author?: string[]
  description?: string
  keyword?: string[]
  notes?: string
  public?: boolean
  freeze?: string
}

export function addReleaseVerbs(program: Command): void {
  const release = program.command('release').description('frozen sets of verdicts')
  release
    .command('create')
    .argument('<study>', 'its address, as `studies` lists it')
    .requiredOption('--title <title>', 'of the release')
    .option('--recipe <file>', 'a recipe as JSON; options below are laid over it')
    .option('--batch <ids...>', 'only items of these batches')
    .option('--tag <name=value...>', 'only items with one of these tags, of each name')
    .option('--specialty <names...>', 'only items of these specialties')
    .option('--language <codes...>', 'only items in these languages')
    .option('--basis <bases...>', 'only verdicts by consensus or adjudication')
    .option('--exclude <id=reason...>', 'leave an item out, and why')
    .option('--balance <field=value:part,…>', 'classes in a proportion, such as veracity=correct:1,erroneous:1')
    .option('--hard <submissions...>', 'leave out what all of these get right')
    .option('--hard-match <rule>', 'under this match rule; otherwise the first of the study’s task')
    .option('--licence-override <reason>', 'an owner’s reason to take in material without a known licence')
    .option('--ratios <train/validation/test>', 'such as 8/1/1; 0/0/1 is test only')
    .option('--strata <fields...>', 'keep these in the same proportion in every split')
    .option('--similarity <threshold>', 'from which texts are near-duplicates, 0.3 to 1')
    .option('--hidden <splits...>', 'splits whose labels need a grant')
    .option('--formats <codes...>', 'beside the native one; otherwise all')
    .option('--readers <none|pseudonyms>', 'whether readings are in it')
    .option('--author <names...>', 'as they wish to be cited')
    .option('--description <text>', 'for the card')
    .option('--keyword <words...>', 'for the card')
    .option('--notes <text>', 'what is new in this version')
    .option('--public', 'everybody who is signed in may have its open splits; unsaid, as in the version before')
    .option('--no-public', 'the study’s researchers and admins alone may have it, also where the version before was for everybody')
    .option('--freeze <statement>', 'sign it with this statement and freeze it; without it a draft is left, with its preview')
    .description('compose a release, and freeze it')
    .addHelpText(
      'after',
      '\nExample:\n  bin/doubleread release create leaflets-pilot --title "Leaflets" --ratios 8/1/1 --strata veracity --hidden test --freeze "I have reviewed this release and approve it." --as li@example.org\n',
    )
    .action(async (study: string, options: CreateOptions, command: Command) =>
      withDatabase(async () => {
        const { draftReleaseAs, draftReleaseInput, dropRelease } = await import('@/lib/services/compose-draft')
        const { freezeRelease, freezeReleaseInput } = await import('@/lib/services/freeze-release')
        const { readDraft } = await import('@/lib/services/read-draft')
        const { workOutPreview } = await import('@/lib/services/preview-release')
        const { runJobNow } = await import('@/lib/services/run-job-now')
        const viewer = await actingPersonNeeded(command)
        // Before there is a draft: what nobody can sign with shall leave none.
        if (options.freeze !== undefined) freezeReleaseInput.shape.meaning.parse(options.freeze)
        const given = options.recipe ? (JSON.parse(readFileSync(options.recipe, 'utf8')) as Partial<Recipe>) : {}
        const { releaseId } = await draftReleaseAs(viewer, draftReleaseInput.parse({ study, title: options.title }), (begun) => ({
          public: options.public ?? begun.public,
          notes: options.notes ?? '',
          recipe: withOptions({ ...begun.recipe, ...given }, options, begun.firstMatch),
        }))
        /** What it makes stands whole or not at all; what is at work by then stays. */
        const orNothing = async <T>(work: () => Promise<T>): Promise<T> => {
          try {
            return await work()
          } catch (error) {
            await dropRelease(viewer, { releaseId }).catch(() => {})
            throw error
          }
        }
        const print = await orNothing(() => workOutPreview(viewer, releaseId))
        const { preview, public: isPublic } = await readDraft(viewer, { releaseId })
        if (!preview) throw new Error('a preview that was worked out is there')
        if (options.freeze === undefined) {
          const splits = preview.splits.map(({ name, items }) => `${name} ${items}`).join(', ')
          return answer(command, { releaseId, state: 'draft', preview, print }, `Draft ${releaseId}: would be version ${preview.release.version} (${splits}).`)
        }
        // What is signed is said before it is.
        process.stderr.write(previewText(preview, isPublic))
        const signed = freezeReleaseInput.parse({ releaseId, proof: '', meaning: options.freeze, print })
        const job = await orNothing(async () => {
          const { jobId } = await freezeRelease(viewer, signed, 'command-line')
          return runJobNow(viewer, jobId, ({ phase, done, total }) => progress(`${phase} ${done} of ${total}`))
        })
        progress('')
        if (job.state !== 'done') throw new Halt('The freezing was cancelled; the release is a draft.')
        const { readRelease } = await import('@/lib/services/read-release')
        const { version, facts, manifestSha256 } = await readRelease(viewer, { releaseId })
        answer(
          command,
          { releaseId, state: 'frozen', version, splits: facts.splits, manifestSha256, blinding: facts.blinding },
          `Frozen: version ${version}, ${facts.splits.map(({ name, items }) => `${name} ${items}`).join(', ')}; release ${releaseId}.`,
        )
      }),
    )
  release
    .command('list')
    .description('the frozen releases that the acting person may know of')
    .addHelpText('after', '\nExample:\n  bin/doubleread release list --as weiss@example.org\n')
    .action(async (_: object, command: Command) =>
      withDatabase(async () => {
        const { listReleases } = await import('@/lib/services/list-releases')
        const releases = await listReleases(await actingPersonNeeded(command))
        const rows = releases.map(({ id, study, version, title, items, bytes }) => [id, study.slug, version ?? '', title, items, bytes])
        answer(command, { releases }, table(['release', 'study', 'version', 'title', 'items', 'bytes'], rows))
      }),
    )
  release
    .command('rebuild')
    .argument('<release>', 'its id, as `release list` shows it')
    .description('make every file again from the release’s own records, and compare')
    .addHelpText('after', '\nExample:\n  bin/doubleread release rebuild 0b7e… --as li@example.org\n')
    .action(async (releaseId: string, _: object, command: Command) =>
      withDatabase(async () => {
        const { rebuildRelease } = await import('@/lib/services/rebuild-release')
        const { releaseInput } = await import('@/lib/services/release-fields')
        const result = await rebuildRelease(await actingPersonNeeded(command), releaseInput.parse({ releaseId }), async (done, total) =>
          progress(`${done} of ${total} files`),
        )
        progress('')
        const other = result.files.filter(({ ok }) => !ok).map(({ path }) => path)
        const reworded = result.files.filter((file) => file.reworded).map(({ path }) => path)
        const earlier = reworded.length > 0 ? ` Documents are as an earlier version of the product wrote them, and this one would word these otherwise: ${reworded.join(', ')}.` : ''
        const rewritten = result.files.filter((file) => file.rewritten).map(({ path }) => path)
        const otherRules = rewritten.length > 0 ? ` These are as they were frozen, and were written by other rules than this version of the product has for their format: ${rewritten.join(', ')}.` : ''
        answer(command, result, result.ok ? `${result.files.length - reworded.length - rewritten.length} files are what the release’s records make.${earlier}${otherRules}` : '')
        if (!result.ok) throw new Halt(`Not what the release’s records make: ${other.join(', ')}.`)
      }),
    )
  release
    .command('download')
    .argument('<release>', 'its id, as `release list` shows it')
    .option('--split <split>', 'this split and the documents; otherwise all that the person may have')
    .requiredOption('--to <folder>', 'where to put the archive; what a broken download left there is gone on with')
    .description('download a release, or one split of it, as an archive')
    .addHelpText('after', '\nExample:\n  bin/doubleread release download 0b7e… --split test --to . --as weiss@example.org\n')
    .action(async (releaseId: string, options: { split?: string; to: string }, command: Command) =>
      withDatabase(async () => {
        const { openZip, zipInput } = await import('@/lib/services/open-download')
        const { keepDownload } = await import('./keep-download')
        const input = zipInput.parse({ releaseId, ...(options.split ? { split: options.split } : {}) })
        const file = await openZip(await actingPersonNeeded(command), input)
        const kept = await keepDownload(file, options.to, (done) => progress(`${done} of ${file.size} bytes`))
        progress('')
        answer(command, kept, `${kept.file}: ${kept.bytes} bytes, of which ${kept.resumedAt} were there already; every file has its hash.`)
      }),
    )
}

function withOptions(recipe: Recipe, options: CreateOptions, firstMatch: string): object {
  const { filter } = recipe
  const [train, validation, test] = options.ratios?.split('/').map(Number) ?? []
  return {
    ...recipe,
    filter: {
      batches: options.batch ?? filter.batches,
      tags: options.tag ?? filter.tags,
      specialties: options.specialty ?? filter.specialties,
      languages: options.language ?? filter.languages,
      basis: options.basis ?? filter.basis,
    },
    ...(options.exclude ? { exclusions: options.exclude.map((pair) => ({ id: beforeSign(pair), reason: afterSign(pair) })) } : {}),
    ...(options.balance ? { balance: { field: beforeSign(options.balance), shares: sharesOf(afterSign(options.balance)) } } : {}),
    ...(options.hard ? { hard: { submissions: options.hard, match: options.hardMatch ?? firstMatch } } : {}),
    ...(options.licenceOverride === undefined ? {} : { licenceOverride: options.licenceOverride }),
    ...(options.ratios ? { ratios: { train, validation, test } } : {}),
    ...(options.strata ? { strata: options.strata } : {}),
    ...(options.similarity ? { nearDuplicates: { ...recipe.nearDuplicates, threshold: Number(options.similarity) } } : {}),
    ...(options.hidden ? { hidden: options.hidden } : {}),
    ...(options.formats ? { formats: options.formats } : {}),
    ...(options.readers ? { readers: options.readers } : {}),
    ...(options.author ? { authors: options.author.map((name) => ({ name, orcid: null })) } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.keyword ? { keywords: options.keyword } : {}),
  }
}

const beforeSign = (pair: string): string => pair.slice(0, Math.max(0, pair.indexOf('=')))
const afterSign = (pair: string): string => pair.slice(pair.indexOf('=') + 1)
const sharesOf = (list: string): Record<string, number> =>
  Object.fromEntries(list.split(',').map((part) => [part.slice(0, part.lastIndexOf(':')), Number(part.slice(part.lastIndexOf(':') + 1))]))
