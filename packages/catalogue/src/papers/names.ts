/** What a template of a paper may ask for, by the kind of paper: a text, or a list whose entries have names of their own. */

export const paperKinds = ['agenda', 'task', 'minutes', 'follow-up', 'press'] as const

export type PaperKind = (typeof paperKinds)[number]

export interface PaperNames {
  readonly [name: string]: 'text' | PaperNames
}

const text = 'text' as const

const texts = <const Name extends string>(...names: readonly Name[]) =>
  Object.fromEntries(names.map(name => [name, text])) as { readonly [name in Name]: 'text' }

const everywhere = texts('council', 'secretariat', 'made', 'grade', 'everyone')

const session = {
  ...everywhere,
  ...texts('session', 'number', 'day', 'from', 'to', 'place', 'host', 'opens', 'disclosure'),
}

const seat = texts('no', 'agency', 'post', 'state', 'deputy')

const decision = texts('number', 'text', 'votes', 'superseded', 'day')

const item = {
  ...texts('no', 'title', 'kind', 'minutes', 'from', 'to', 'task', 'proposers', 'disclosure', 'ground'),
  ...texts('proposal', 'finding', 'gist', 'undecided'),
  decisions: decision,
  answers: texts('agency', 'position', 'reason'),
}

const action = texts('no', 'title', 'decision', 'task', 'owner', 'due', 'state', 'late', 'proof', 'report')

const indicator = texts('measure', 'value', 'target', 'by', 'baseline', 'source')

export const paperNames = {
  agenda: { ...session, items: item, debated: item, seats: seat, agencies: texts('agency', 'posts') },
  minutes: {
    ...session,
    ...texts('began', 'ended', 'attendance'),
    items: item,
    debated: item,
    present: seat,
    absent: seat,
    presentAgencies: texts('agency', 'posts'),
    actions: action,
    missing: texts('what'),
  },
  'follow-up': {
    ...session,
    ...texts('all', 'open', 'reported', 'closed', 'dropped', 'lateCount'),
    actions: action,
    late: action,
    tasks: {
      ...texts('code', 'title', 'state', 'proposers'),
      ...texts('firmsReferred', 'answeredInTime', 'accepted', 'completed'),
      ...texts('daysToSelection', 'linksInForce', 'stepsJoined'),
      indicators: indicator,
      targets: indicator,
    },
  },
  press: {
    ...session,
    ...texts('agencyNames', 'taskCount', 'held', 'toCome'),
    groups: { ...texts('no', 'proposers', 'count'), tasks: texts('code', 'title', 'needs') },
    items: item,
    debated: item,
    decisions: decision,
    agencies: texts('agency', 'posts'),
  },
  task: {
    ...everywhere,
    ...texts('code', 'title', 'needs', 'proposers', 'state', 'reason', 'programmes', 'pathways', 'disclosure'),
    posts: texts('agency', 'post', 'inferred'),
    answers: texts('agency', 'position', 'reason', 'day'),
    milestones: texts('title', 'due', 'reached'),
    indicators: indicator,
    decisions: texts('number', 'text', 'day'),
    actions: action,
    later: texts('fact', 'dated', 'source'),
  },
} as const satisfies Readonly<Record<PaperKind, PaperNames>>

/** What fills a template of these names: each of them, so that none is promised in vain. */
export type PaperValuesOf<Names> = {
  readonly [name in keyof Names]: Names[name] extends 'text'
    ? string | number | null | undefined
    : readonly PaperValuesOf<Names[name]>[]
}

export type ValuesOfPaper<Kind extends PaperKind> = PaperValuesOf<(typeof paperNames)[Kind]>
