/** Every command with its arguments and options, described in the language of who types it. */

import { usualHorizon, usualMaxLegs } from '@ieum/planning'
import type { Language } from '@ieum/wording'
import { Command, InvalidArgumentError, Option } from 'commander'
import { styled, width } from './table.ts'
import { wordsIn } from './words/index.ts'

/** `answer` is told the exit code. A command is loaded when it is asked for: the server is the heavy one. */
export function programIn(language: Language, answer: (exitCode: number) => void): Command {
  const { help, headings, version } = wordsIn(language)

  /** What commander gives an action: the arguments, the options, and the command itself, which knows the options in front of it too. */
  const answers =
    <Given extends unknown[]>(load: () => Promise<(...given: Given) => Promise<number>>) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1) as Command
      const run = await load()
      answer(await run(...([...given.slice(0, -2), command.optsWithGlobals()] as Given)))
    }

  const common = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .option('--catalogue <dir>', help.catalogue)
      .option('--json', help.json)
      .addOption(new Option('--lang <language>', help.lang).choices(['ko', 'en']))
  const aboutFirm = (name: string, description: string): Command =>
    common(name, description)
      .option('--on <date>', help.on)
      .requiredOption('--firm <file>', help.firm)
      .option('--agreed <url>', help.agreed)

  const program = new Command('ieum')
    .description(help.ieum)
    .version('0.1.0', '-V, --version', version)
    // What all commands have in common may stand in front of the command as well.
    .option('--catalogue <dir>', help.catalogue)
    .option('--on <date>', help.on)
    .option('--json', help.json)
    .addOption(new Option('--lang <language>', help.lang).choices(['ko', 'en']))
    .enablePositionalOptions()
    .helpCommand(false)
    .addCommand(
      common('check', help.check)
        .argument('[dir]', help.dir)
        .option('--since <old>', help.since)
        .option('--firms <folder>', help.firms)
        .option('--on <date>', help.on)
        .action(answers(async () => (await import('./commands/check.ts')).check)),
    )
    .addCommand(
      common('approve', help.approve)
        .argument('[dir]', help.dir)
        .option('--as <id>', help.approver)
        .option('--key <file>', help.approverKey)
        .option('--since <old>', help.since)
        .option('--firms <folder>', help.firms)
        .option('--on <date>', help.on)
        .option('--because <text>', help.because)
        .option('--new-key <file>', help.newKey)
        .action(answers(async () => (await import('./commands/approve.ts')).approve)),
    )
    .addCommand(
      aboutFirm('match', help.match)
        .addOption(new Option('--editions <which>', help.editions).choices(['all']))
        .option('--all', help.allRows)
        .action(answers(async () => (await import('./commands/match.ts')).match)),
    )
    .addCommand(
      aboutFirm('plan', help.plan)
        .option('--via <waypoints>', help.via)
        .option('--pathway <id>', help.pathway)
        .option('--horizon <duration>', help.horizon, usualHorizon)
        .option('--max-legs <number>', help.maxLegs, wholeNumber(1, 12), usualMaxLegs)
        .option('--after <file>', help.after)
        .option('--event <text>', help.event)
        .option('--alongside', help.alongside)
        .option('--ics <file>', help.ics)
        .option('--all', help.allWays)
        .action(answers(async () => (await import('./commands/plan.ts')).plan)),
    )
    .addCommand(
      aboutFirm('explain', help.explain)
        .argument('<programme>', help.programme)
        .option('--edition <edition>', help.edition)
        .action(answers(async () => (await import('./commands/explain.ts')).explain)),
    )
    .addCommand(
      new Command('import')
        .description(help.import)
        .helpCommand(false)
        .addCommand(
          common('council', help.importCouncil)
            .argument('<file>', help.importFile)
            .option('--council <id>', help.importFor)
            .action(answers(async () => (await import('./commands/import-council.ts')).importCouncil)),
        ),
    )
    .addCommand(
      common('serve', help.serve)
        .option('--port <number>', help.port, wholeNumber(0, 65_535))
        .option('--host <address>', help.host)
        .option('--no-records', help.noRecords)
        .action(answers(async () => (await import('./commands/serve.ts')).serve)),
    )
    .addCommand(
      new Command('desk')
        .description(help.desk)
        .helpCommand(false)
        .addCommand(
          common('status', help.deskStatus).action(
            answers(async () => (await import('./commands/desk-status.ts')).deskStatus),
          ),
        )
        .addCommand(
          common('proofs', help.deskProofs).action(
            answers(async () => (await import('./commands/desk-proofs.ts')).deskProofs),
          ),
        )
        .addCommand(
          common('move-to', help.deskMoveTo)
            .argument('<url>', help.moveUrl)
            .action(answers(async () => (await import('./commands/desk-move-to.ts')).deskMoveTo)),
        ),
    )
    .addCommand(
      new Command('trail')
        .description(help.trail)
        .helpCommand(false)
        .addCommand(
          common('verify', help.trailVerify)
            .argument('<file>', help.trailFile)
            .option('--checkpoint <file>', help.checkpoint)
            .action(answers(async () => (await import('./commands/trail-verify.ts')).trailVerify)),
        )
        .addCommand(
          common('export', help.trailExport)
            .addOption(
              new Option('--trail <which>', help.trailWhich).choices(['accesses', 'changes']).default('accesses'),
            )
            .requiredOption('--reason <text>', help.trailReason)
            .option('--out <file>', help.trailOut)
            .option('--checkpoint <file>', help.checkpointOut)
            .action(answers(async () => (await import('./commands/trail-export.ts')).trailExport)),
        ),
    )
    .addCommand(
      new Command('installation')
        .description(help.installation)
        .helpCommand(false)
        .addCommand(
          common('add', help.installationAdd)
            .argument('<url>', help.installationUrl)
            .option('--fingerprint <digits>', help.fingerprint)
            .option('--agencies <ids>', help.agencies)
            .option('--name <name>', help.installationName)
            .option('--old-key-until <day>', help.oldKeyUntil)
            .action(answers(async () => (await import('./commands/installation-add.ts')).installationAdd)),
        )
        .addCommand(
          common('list', help.installationList).action(
            answers(async () => (await import('./commands/installation-list.ts')).installationList),
          ),
        )
        .addCommand(
          common('remove', help.installationRemove)
            .argument('<id>', help.installationId)
            .action(answers(async () => (await import('./commands/installation-remove.ts')).installationRemove)),
        )
        .addCommand(
          common('key', help.installationKey)
            .option('--prepare', help.prepareKey)
            .option('--use', help.useKey)
            .action(answers(async () => (await import('./commands/installation-key.ts')).installationKey)),
        ),
    )
    .addCommand(
      common('agency-admin', help.agencyAdmin)
        .requiredOption('--agency <id>', help.agency)
        .requiredOption('--email <address>', help.email)
        .action(answers(async () => (await import('./commands/agency-admin.ts')).agencyAdmin)),
    )

  for (const command of [program, ...program.commands, ...program.commands.flatMap(one => one.commands)])
    command
      .helpOption('-h, --help', help.help)
      .exitOverride()
      // What is wrong is said once, by main.
      .configureOutput({ outputError: () => {}, writeErr: () => {} })
      .showSuggestionAfterError(false)
      .configureHelp({
        displayWidth: width,
        styleTitle: title => styled('bold', headings[title] ?? title),
        subcommandTerm: sub =>
          `${sub.name()}${sub.registeredArguments.map(one => ` ${one.required ? `<${one.name()}>` : `[${one.name()}]`}`).join('')}`,
        optionDescription: option =>
          option.defaultValue === undefined
            ? option.description
            : `${option.description} (${headings.default} ${option.defaultValue})`,
      })
  return program
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}`)
    return number
  }
}
