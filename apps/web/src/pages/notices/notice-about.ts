/** What a notice is about, by name, where it says so: the programme of a referral; of a council which, and which session or task. */
import type { Language, Words } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'
import { sayDay } from '@ieum/wording'

const words = {
  session: { ko: (number: number) => `제${number}차 회의`, en: (number: number) => `session ${number}` },
  task: { ko: (code: string) => `과제 ${code}`, en: (code: string) => `task ${code}` },
  due: { ko: (day: string) => `기한 ${day}`, en: (day: string) => `due ${day}` },
}

/** In the order in which one would say it. Older notices say no name of a council: that of the catalogue is said, where it knows it. */
export function noticeAbout(
  detail: Readonly<Record<string, unknown>>,
  { programmes, councils = [] }: { readonly programmes: readonly Named[]; readonly councils?: Rulebook['councils'] },
  language: Language,
): readonly string[] {
  const { programme, council, councilName, number, on, code, due } = detail
  const nameOf = (all: readonly Named[], id: unknown) => all.find(one => one.id === id)?.name
  const isOfSession = typeof detail.session === 'string' && typeof number === 'number'
  return [
    said(nameOf(programmes, programme), language),
    said(isName(councilName) ? councilName : nameOf(councils, council), language),
    isOfSession ? words.session[language](number) : '',
    isOfSession && typeof on === 'string' ? sayDay(on, language) : '',
    typeof code === 'string' ? words.task[language](code) : '',
    typeof due === 'string' ? words.due[language](sayDay(due, language)) : '',
  ].filter(Boolean)
}

interface Named {
  readonly id: string
  readonly name: Words
}

type Said = Pick<Words, 'ko'> & { readonly en: string | null }

const isName = (name: unknown): name is Said =>
  typeof name === 'object' && name !== null && 'ko' in name && typeof name.ko === 'string'

const said = (name: Words | Said | undefined, language: Language) => (name ? name[language] || name.ko : '')
