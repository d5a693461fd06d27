/** Sessions, minutes and decisions of a council as an Atom feed (RFC 4287), each dated by the day on which it became open. */
import type { Day, Language } from '@ieum/catalogue/records'
import { openRecordWords, saidIn, sessionName } from '@ieum/wording'
import { Feed } from 'feed'
import { openAddresses } from './addresses.ts'
import { momentOf } from './moment-of.ts'
import type { OpenRecord } from './open-record.ts'

export interface OpenFeedAsked {
  /** How this site is reached: `https://ieum.example`. */
  readonly base: string
  readonly language: Language
  readonly timeZone: string
}

interface Entry {
  readonly at: string
  readonly title: string
  readonly text: string
  readonly opened: Day
}

export function openFeed(record: OpenRecord, { base, language, timeZone }: OpenFeedAsked): string {
  const to = openAddresses(record.id)
  const name = plain(saidIn(language, record.name))
  const moment = (day: Day) => new Date(momentOf(timeZone, day))
  const entries = entriesOf(record, language)
  const opened = record.opened ?? record.updated
  const feed = new Feed({
    id: `${base}${to.feed}`,
    title: [name, openRecordWords.record[language], ...(record.madeUp ? [openRecordWords.madeUp[language]] : [])].join(
      ': ',
    ),
    link: `${base}${to.council}`,
    language,
    generator: false,
    author: { name },
    feedLinks: { atom: `${base}${to.feed}${language === 'ko' ? '' : `?lang=${language}`}` },
    ...(entries[0] ? { updated: moment(entries[0].opened) } : opened ? { updated: moment(opened) } : {}),
  })
  for (const { at, title, text, opened } of entries)
    feed.addItem({
      id: `${base}${at}`,
      link: `${base}${at}`,
      title: asHtml(title),
      content: asHtml(text),
      date: moment(opened),
    })
  return feed.atom1()
}

/** Newest first. */
function entriesOf(record: OpenRecord, language: Language): readonly Entry[] {
  const to = openAddresses(record.id)
  const words = openRecordWords
  const nameOf = (number: number) =>
    plain(sessionName({ ko: record.name.ko, en: record.name.en ?? record.name.ko }, number)[language])
  const sessions = record.sessions.map(({ number, on, place, opened }): Entry => {
    const held = [
      `${words.on[language]}: ${on}`,
      ...(place ? [`${words.at[language]}: ${saidIn(language, place)}`] : []),
    ]
    return { at: to.session(number), title: nameOf(number), text: plain(held.join(' · ')), opened }
  })
  const minutes = record.sessions.flatMap(({ number, on, minutesFrom }): readonly Entry[] =>
    minutesFrom === null
      ? []
      : [
          {
            at: to.minutes(number),
            title: `${nameOf(number)} ${words.minutes[language]}`,
            text: `${words.on[language]}: ${on}`,
            opened: minutesFrom,
          },
        ],
  )
  const decisions = record.decisions.map(
    ({ number, text, opened }): Entry => ({
      at: to.decision(number),
      title: `${words.decision[language]} ${number}`,
      text: plain(saidIn(language, text)),
      opened,
    }),
  )
  return [...sessions, ...minutes, ...decisions].sort(
    (a, b) => b.opened.localeCompare(a.opened) || a.at.localeCompare(b.at),
  )
}

/** Without signs that XML cannot hold. */
const plain = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

/** Titles and contents of entries are read as HTML: what people wrote is a text in it, never a part of it. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
