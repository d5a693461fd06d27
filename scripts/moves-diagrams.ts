/** Diagrams of the tables of moves, as Mermaid in Markdown: whoever reads the docs sees what the code allows. */
import { actionMovers, actionMoves, sessionMovers, sessionMoves, taskMovers, taskMoves } from '@ieum/council'
import { agreementMovers, agreementMoves, movers, moves, reasonsOf } from '@ieum/desk'

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>

interface Machine {
  readonly title: string
  readonly about: string
  readonly source: string
  readonly moves: Table
  readonly movers: Readonly<Record<string, string>>
  readonly reasons?: Readonly<Record<string, readonly string[]>>
}

/** By path. */
export const movesDiagrams = (): Readonly<Record<string, string>> => ({
  'docs/referral-moves.md': page({
    title: 'Moves of a referral',
    about:
      'A firm handed from one agency to another along a link. The sender, the receiver and the firm make moves; the clock makes one when days have run out.',
    source: 'packages/desk/src/referral/moves.ts',
    moves,
    movers,
    reasons: reasonsOf,
  }),
  'docs/agreement-moves.md': page({
    title: 'Moves of an agreement',
    about:
      'A link between two programmes, drawn up by one agency and agreed to by the other. Four people sign: two on the side that proposes, two on the other.',
    source: 'packages/desk/src/agreement/moves.ts',
    moves: agreementMoves,
    movers: agreementMovers,
  }),
  'docs/council-moves.md': [
    '# Moves in a council',
    '',
    'Three tables: of what agencies mean to do together, of a sitting, and of what a decision asks of a post.',
    '',
    part({
      title: 'A collaboration task',
      about:
        'Proposed by one agency or several, answered by the others, adopted by the council. What the council does is a decision, worded and numbered; where all who have a seat propose together, nobody is left to answer.',
      source: 'packages/council/src/task/moves.ts',
      moves: taskMoves,
      movers: taskMovers,
    }),
    part({
      title: 'A session',
      about: 'One sitting. It opens with its quorum there, and is closed once its minutes hold all nine items.',
      source: 'packages/council/src/session/moves.ts',
      moves: sessionMoves,
      movers: sessionMovers,
    }),
    part({
      title: 'An action',
      about: 'What a decision asks of a post: reported by the post, closed by the nod of another agency.',
      source: 'packages/council/src/action/moves.ts',
      moves: actionMoves,
      movers: actionMovers,
    }),
  ].join('\n'),
})

export function diagramOf({ moves, movers }: Pick<Machine, 'moves' | 'movers'>): string {
  const states = Object.keys(moves)
  const lines = states.flatMap(from =>
    Object.entries(moves[from]!).map(([move, to]) => `  ${nodeOf(from)} --> ${nodeOf(to!)}: ${move} (${movers[move]})`),
  )
  const ends = states.filter(state => Object.keys(moves[state]!).length === 0)
  return [
    'stateDiagram-v2',
    ...states.map(state => `  state "${state}" as ${nodeOf(state)}`),
    `  [*] --> ${nodeOf(states[0]!)}`,
    ...lines,
    ...ends.map(state => `  ${nodeOf(state)} --> [*]`),
  ].join('\n')
}

/** Mermaid takes no hyphen in the name of a state. */
const nodeOf = (state: string): string => state.replaceAll('-', '_')

const page = (machine: Machine): string => part(machine, '#')

function part({ title, about, source, moves, movers, reasons }: Machine, heading = '##'): string {
  const rows = Object.entries(moves).flatMap(([from, to]) =>
    Object.entries(to).map(([move, state]) => `| ${from} | ${move} | ${movers[move]} | ${state} |`),
  )
  const reasonRows = Object.entries(reasons ?? {}).map(([move, codes]) => `| ${move} | ${codes.join(' · ')} |`)
  return `${[
    `${heading} ${title}`,
    '',
    `Drawn from [\`${source}\`](../${source}) by \`npm run generate\`: change it there.`,
    '',
    about,
    '',
    '```mermaid',
    diagramOf({ moves, movers }),
    '```',
    '',
    'What is not in this table is not allowed.',
    '',
    '| from | move | made by | to |',
    '|---|---|---|---|',
    ...rows,
    ...(reasonRows.length > 0
      ? ['', 'These moves say why, with one of these codes.', '', '| move | reasons |', '|---|---|', ...reasonRows]
      : []),
  ].join('\n')}\n`
}
