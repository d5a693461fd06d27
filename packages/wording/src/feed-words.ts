import type { Language } from '@ieum/catalogue/records'

interface FeedSaid {
  readonly title: Readonly<Record<'mine' | 'agency' | 'task', (of: string) => string>>
  readonly duty: Readonly<Record<'action' | 'milestone' | 'referral', (title: string) => string>>
  readonly window: Readonly<Record<'opens' | 'closes', (programme: string) => string>>
}

const said: Readonly<Record<Language, FeedSaid>> = {
  ko: {
    title: {
      mine: of => `이음: 내 할 일 (${of})`,
      agency: of => `이음: ${of}`,
      task: of => `이음: 협업과제 (${of})`,
    },
    duty: {
      action: title => `후속조치: ${title}`,
      milestone: title => `이정표: ${title}`,
      referral: number => `답변 기한: ${number}`,
    },
    window: {
      opens: programme => `접수 시작: ${programme}`,
      closes: programme => `접수 마감: ${programme}`,
    },
  },
  en: {
    title: {
      mine: of => `Ieum: mine (${of})`,
      agency: of => `Ieum: ${of}`,
      task: of => `Ieum: collaboration task (${of})`,
    },
    duty: {
      action: title => `Action: ${title}`,
      milestone: title => `Milestone: ${title}`,
      referral: number => `Answer due: ${number}`,
    },
    window: {
      opens: programme => `Opens: ${programme}`,
      closes: programme => `Closes: ${programme}`,
    },
  },
}

/** What a calendar of due days and the entries in it are called. */
export const feedWords = (language: Language): FeedSaid => said[language]
