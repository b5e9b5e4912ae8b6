/** Verbs that are about people. */
import type { Command } from 'commander'
import { paths } from '@/lib/web/paths'
import { actingPerson } from './acting-person'
import { answer } from './answer'
import { withDatabase } from './with-database'

const example = (text: string) => `\nExample:\n  ${text}\n`

export function addUserVerbs(program: Command): void {
  const user = program.command('user').description('people of this installation')
  user
    .command('add')
    .argument('<email>')
    .option(
      '--role <role...>',
      'owner (of the installation), or STUDY:ROLE with reader, adjudicator, admin or researcher; may be repeated',
    )
    .option('--owner', 'the same as --role owner')
    .option('--name <name>', 'as others see it; otherwise the part before the @')
    .description('make an account with a password that is shown once; the first must be an owner')
    .addHelpText(
      'after',
      example(
        'bin/doubleread user add li@example.org --role owner --name "Li Wei"\n  bin/doubleread user add ana@example.org --role discharge-notes:reader --as li@example.org',
      ),
    )
    .action(
      async (
        email: string,
        { role = [], owner, name }: { role?: string[]; owner?: boolean; name?: string },
        command: Command,
      ) => {
        if (!owner && role.length === 0)
          command.error('error: say what they may do: --role owner, or --role STUDY:ROLE')
        const roles = role
          .filter((given) => given !== 'owner')
          .map((given) => {
            const [study, part, ...rest] = given.split(':')
            if (!study || !part || rest.length)
              command.error(`error: --role ${given} is neither "owner" nor STUDY:ROLE, such as discharge-notes:reader`)
            return { study, role: part }
          })
        const { addPerson, addPersonInput } = await import('@/lib/services/add-person')
        const input = addPersonInput.parse({
          email,
          roles,
          owner: owner === true || role.includes('owner'),
          ...(name ? { name } : {}),
        })
        await withDatabase(
          async () => {
            const added = await addPerson(await actingPerson(command), input)
            answer(
              command,
              added,
              `${added.email} can sign in with the password  ${added.password}\nIt is shown only this once; they should change it under "Account".`,
            )
          },
          { make: true },
        )
      },
    )
  user
    .command('reset-password')
    .argument('<email>')
    .description('make a link with which somebody who has lost their password sets a new one, once, within a day')
    .addHelpText('after', example('bin/doubleread user reset-password ana@example.org'))
    .action(async (email: string, _: object, command: Command) => {
      const { makeResetLinkByEmail, makeResetLinkByEmailInput } = await import('@/lib/services/make-reset-link')
      const input = makeResetLinkByEmailInput.parse({ email })
      const made = await withDatabase(async () => makeResetLinkByEmail(await actingPerson(command), input))
      const origin = (process.env['NEXTAUTH_URL'] || `http://localhost:${process.env['PORT'] || 3000}`).replace(
        /\/$/,
        '',
      )
      const link = origin + paths.reset(made.token)
      answer(
        command,
        { email: made.email, link, expiresAt: made.expiresAt.toISOString() },
        `${made.email} can set a new password, once, until ${made.expiresAt.toISOString()}:\n  ${link}\nHand it over by a channel you trust: whoever has it can sign in as them.`,
      )
    })
}
