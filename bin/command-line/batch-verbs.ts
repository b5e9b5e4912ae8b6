import { Option, type Command } from 'commander'
import { actingPersonNeeded } from './acting-person'
import { answer } from './answer'
import { withDatabase } from './with-database'

type Options = {
  name: string
  readers?: string
  first?: string
  random?: string
  seed?: string
  search?: string
  language?: string
  specialty?: string
  source?: string
  tag?: string
  poolSpecialty?: string[]
  poolLanguage?: string[]
  priority?: string
  due?: string
  repeats?: string
  dryRun?: boolean
}

export function addBatchVerbs(program: Command): void {
  program
    .command('batch')
    .description('items opened together for reading')
    .command('open')
    .argument('<study>', 'its address, as `studies` lists it')
    .requiredOption('--name <name>', 'of the batch')
    .option('--readers <k>', 'readers per item; otherwise as the study says')
    .option('--first <n>', 'take the first n items of the pool, as imported; otherwise all')
    .addOption(new Option('--random <n>', 'take n items of the pool, drawn by --seed').conflicts('first'))
    .option('--seed <word>', 'with --random: the same word draws the same items')
    .option('--search <words>', 'only items with this in their text or id')
    .option('--language <code>', 'only items in this language')
    .option('--specialty <name>', 'only items of this specialty')
    .option('--source <name>', 'only items of this source')
    .option('--tag <name=value>', 'only items with this tag')
    .option('--pool-specialty <names...>', 'readers with one of these specialties; otherwise every reader of the study')
    .option('--pool-language <codes...>', 'readers of one of these languages')
    .option('--priority <n>', 'higher is read first', '0')
    .option('--due <date>', 'YYYY-MM-DD')
    .option('--repeats <share>', 'preference: share of the items that readers are asked twice, the other way round (0 to 1)')
    .option('--dry-run', 'say what would be opened, and change nothing')
    .description('open items of the pool for reading')
    .addHelpText(
      'after',
      '\nExample:\n  bin/doubleread batch open discharge-notes --name "Pilot" --random 50 --seed pilot --readers 3 --as li@example.org\n',
    )
    .action(async (study: string, options: Options, command: Command) =>
      withDatabase(async () => {
        const { openBatch, openBatchInput, previewBatch, previewBatchInput } = await import('@/lib/services/open-batch')
        const { readStudy } = await import('@/lib/services/read-study')
        const viewer = await actingPersonNeeded(command)
        const { search, language, specialty, source, tag } = options
        const given = Object.entries({ search, language, specialty, source, tag }).filter(
          ([, value]) => value !== undefined,
        )
        const choice = {
          study,
          filter: Object.fromEntries(given),
          taking: takingOf(options),
          pool: { specialties: options.poolSpecialty ?? [], languages: options.poolLanguage ?? [] },
          readersPerItem:
            options.readers === undefined
              ? (await readStudy(viewer, { study })).readersPerItem
              : Number(options.readers),
        }
        if (options.dryRun) {
          const preview = await previewBatch(viewer, previewBatchInput.parse(choice))
          return answer(
            command,
            preview,
            [
              `${preview.items} items would be opened, each for ${choice.readersPerItem} readers.`,
              ...(preview.short > 0 ? [`Of ${preview.short} of them fewer readers in the pool could be given one: they could not be finished.`] : []),
              ...(preview.unfamiliar.length > 0 ? [`Specialties that no reader in the pool has: ${preview.unfamiliar.join(', ')}.`] : []),
            ].join('\n'),
          )
        }
        const input = openBatchInput.parse({
          ...choice,
          name: options.name,
          priority: Number(options.priority ?? 0),
          dueOn: options.due ?? null,
          ...(options.repeats === undefined ? {} : { repeats: Number(options.repeats) }),
        })
        const opened = await openBatch(viewer, input)
        answer(command, opened, `Opened ${opened.items} items, each for ${choice.readersPerItem} readers.`)
      }),
    )
}

function takingOf({ first, random, seed }: Options): object {
  if (first !== undefined) return { take: 'first', count: Number(first) }
  if (random !== undefined) return { take: 'random', count: Number(random), seed: seed ?? '' }
  return { take: 'all' }
}
