/**
 * What minutes must hold before a session is closed: the nine items of the records law of Korea (공공기록물 관리에 관한 법률 시행령 제18조②), which minutes
 * elsewhere hold as well.
 */

export const minutesItems = [
  'name',
  'body',
  'time and place',
  'present',
  'order',
  'agenda',
  'gist',
  'decision',
  'votes',
] as const

export type MinutesItem = (typeof minutesItems)[number]

export interface MinutedItem {
  readonly id: string
  readonly title: string
  readonly minutes: number
  /** Words of greeting are not debated and decide nothing. */
  readonly isDebated: boolean
  /** What was said, in short. */
  readonly gist: string | null
  /** What was decided, or that nothing was. */
  readonly decisions: readonly { readonly text: string; readonly votes: Votes | null }[]
  readonly undecided: boolean
}

/** Numbers of hands, or that nobody objected. */
export type Votes =
  | { readonly is: 'without objection' }
  | { readonly is: 'counted'; readonly for: number; readonly against: number; readonly abstained: number }

export interface Minutes {
  readonly name: string
  readonly body: string
  readonly on: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly present: readonly string[]
  /** In their order. */
  readonly items: readonly MinutedItem[]
}

export interface Missing {
  readonly item: MinutesItem
  /** The agenda item that lacks it. */
  readonly of?: string
}

/** What is still missing, in the order of the law; nothing: the session may be closed. */
export function missingFromMinutes(minutes: Minutes): readonly Missing[] {
  const missing: Missing[] = []
  const need = (item: MinutesItem, there: boolean, of?: string) => {
    if (!there) missing.push({ item, ...(of !== undefined && { of }) })
  }
  const said = (text: string | null) => text !== null && text.trim() !== ''
  need('name', said(minutes.name))
  need('body', said(minutes.body))
  need('time and place', [minutes.on, minutes.from, minutes.to, minutes.place].every(said))
  need('present', minutes.present.length > 0)
  need('order', minutes.items.length > 0)
  for (const { id, title } of minutes.items) need('agenda', said(title), id)
  const debated = minutes.items.filter(({ isDebated }) => isDebated)
  for (const { id, gist } of debated) need('gist', said(gist), id)
  for (const { id, decisions, undecided } of debated)
    need('decision', undecided || (decisions.length > 0 && decisions.every(({ text }) => said(text))), id)
  for (const { id, decisions } of debated)
    need(
      'votes',
      decisions.every(({ votes }) => votes !== null),
      id,
    )
  return missing
}
