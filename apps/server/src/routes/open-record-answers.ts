/** What the open record says to a question: records as they are open, with the addresses and names that who reads them needs. */
import type { Day, Words } from '@ieum/catalogue/records'
import {
  countIndicators,
  type OpenCatalogue,
  type OpenDecision,
  type OpenRecord,
  type OpenTask,
  openAddresses,
  openIndicators,
} from '@ieum/services'

export const listedCouncil = (record: OpenRecord) => ({
  ...lineOf(record),
  sessions: record.sessions.length,
  tasks: record.tasks.length,
  codes: record.tasks.map(({ code }) => code),
  decisions: record.decisions.length,
})

export function councilAnswer(record: OpenRecord, catalogue: OpenCatalogue) {
  const to = openAddresses(record.id)
  return {
    ...lineOf(record),
    source: record.source,
    secretariat: record.secretariat,
    foundedOn: record.foundedOn,
    dissolvedOn: record.dissolvedOn,
    opened: record.opened,
    seats: record.seats,
    sessions: record.sessions.map(({ number, on, state, reported, minutesFrom }) => ({
      number,
      on,
      state,
      reported,
      minutesFrom,
      page: to.session(number),
    })),
    tasks: record.tasks.map(({ code, title, proposedBy, state, reported, later }) => ({
      code,
      title,
      proposedBy,
      state,
      reported,
      later: later.length,
      page: to.task(code),
    })),
    decisions: record.decisions.map(withPage(record)),
    actions: record.actions,
    names: namesIn(catalogue, {
      agencies: [
        record.secretariat,
        ...record.seats.map(({ agency }) => agency),
        ...record.tasks.flatMap(({ proposedBy }) => proposedBy),
        ...record.actions.map(({ owner }) => owner),
      ],
    }),
  }
}

export function sessionAnswer(record: OpenRecord, number: string, catalogue: OpenCatalogue) {
  const found = record.sessions.find(session => String(session.number) === number)
  return (
    found && {
      council: councilOf(record),
      page: openAddresses(record.id).session(found.number),
      ...found,
      decisions: record.decisions.filter(({ session }) => session === found.number).map(withPage(record)),
      names: namesIn(catalogue, {
        agencies: [
          found.host,
          ...(found.present ?? []).map(({ agency }) => agency),
          ...found.items.flatMap(item => (item.is === 'open' ? item.proposedBy : [])),
        ],
      }),
    }
  )
}

interface Counting {
  readonly catalogue: OpenCatalogue
  /** Left out, nothing is counted. */
  readonly database: Parameters<typeof countIndicators>[0]['database'] | undefined
}

export async function taskAnswer(record: OpenRecord, code: string, { catalogue, database }: Counting, on: Day) {
  const found = record.tasks.find(task => task.code === code)
  if (!found) return undefined
  const links = linksOf(catalogue, code)
  const counts =
    record.from === 'records' && database ? await countIndicators({ database, catalogue }, found, on) : undefined
  return {
    council: councilOf(record),
    page: openAddresses(record.id).task(code),
    ...found,
    councils: found.reported ? councilsAbout(catalogue, record.id, code) : [],
    indicators: counts ? openIndicators(counts) : null,
    links: links.map(({ id, from, to, valid }) => ({
      id,
      from: from.programme,
      to,
      validFrom: valid?.from ?? null,
    })),
    decisions: record.decisions.filter(one => one.task === code).map(withPage(record)),
    actions: record.actions.filter(one => one.task === code),
    names: namesOfTask(record, found, links, catalogue),
  }
}

const namesOfTask = (record: OpenRecord, task: OpenTask, links: ReturnType<typeof linksOf>, catalogue: OpenCatalogue) =>
  namesIn(catalogue, {
    agencies: [
      ...task.proposedBy,
      ...task.posts.map(({ agency }) => agency),
      ...task.answers.map(({ agency }) => agency),
      ...record.actions.map(action => (action.task === task.code ? action.owner : null)),
    ],
    programmes: [...task.programmes, ...links.flatMap(({ from, to }) => [from.programme, to])],
    pathways: task.pathways,
  })

export function decisionAnswer(record: OpenRecord, number: string, catalogue: OpenCatalogue) {
  const found = record.decisions.find(decision => decision.number === number)
  if (!found) return undefined
  const items = record.sessions.find(session => session.number === found.session)?.items ?? []
  const actions = record.actions.filter(one => one.decision === found.number)
  const item = items.flatMap(line => (line.is === 'open' && line.decisions.includes(found.number) ? [line] : []))[0]
  return {
    council: councilOf(record),
    page: openAddresses(record.id).decision(found.number),
    decision: withPage(record)(found),
    item: item ? { number: item.number, title: item.title } : null,
    actions,
    updated: found.opened,
    names: namesIn(catalogue, { agencies: actions.map(({ owner }) => owner) }),
  }
}

/** The other councils that a task of the catalogue is about. */
function councilsAbout({ rulebook: { councils = [] } }: OpenCatalogue, council: string, code: string) {
  const task = councils.find(({ id }) => id === council)?.tasks.find(({ id }) => id === code)
  return councils.flatMap(({ id, name, kind }) => (task?.councils?.includes(id) ? [{ id, name, kind }] : []))
}

/** Each join once: what was agreed here stands before what a notice says of the same two programmes. */
function linksOf({ rulebook: { links } }: OpenCatalogue, code: string) {
  const joins = Map.groupBy(
    links.filter(({ agreed }) => agreed?.in === code),
    ({ from, to }) => `${from.programme} ${to}`,
  )
  return [...joins.values()].flatMap(([first]) => (first ? [first] : []))
}

/** What the ids in an answer are called, so that who reads it need not have the whole catalogue. */
function namesIn(
  { rulebook: { agencies, programmes, pathways } }: OpenCatalogue,
  ids: { readonly [of in 'agencies' | 'programmes' | 'pathways']?: readonly (string | null)[] },
) {
  const pick = (all: readonly { readonly id: string; readonly name: Words }[], wanted: readonly unknown[] = []) =>
    Object.fromEntries(all.flatMap(({ id, name }) => (wanted.includes(id) ? [[id, name]] : [])))
  return {
    agencies: pick(agencies, ids.agencies),
    programmes: pick(programmes, ids.programmes),
    pathways: pick(pathways, ids.pathways),
  }
}

const councilOf = ({ id, name, madeUp }: OpenRecord) => ({ id, name, madeUp, page: openAddresses(id).council })

const lineOf = (record: OpenRecord) => ({
  ...councilOf(record),
  kind: record.kind,
  from: record.from,
  updated: record.updated,
})

const withPage = (record: OpenRecord) => (found: OpenDecision) => ({
  ...found,
  page: openAddresses(record.id).decision(found.number),
})
