import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { desk } from '../words/ko/desk.ts'
import type { Refused } from './client/ask.ts'

type Code = keyof (typeof desk)['refused']

export interface RefusalWords {
  readonly title: string
  readonly text: string
  /** What the server says of single fields, where this page has no words of its own. */
  readonly fields: readonly string[]
}

interface Speaking {
  readonly t: TFunction<'words'>
  readonly i18n: { readonly language: string; readonly exists: (key: string) => boolean }
}

export type RefusalSaid = Pick<Refused, 'code' | 'status' | 'fields' | 'message' | 'detail' | 'wait'>

export function useRefusalWords(): (refused: RefusalSaid) => RefusalWords {
  const speaking = useTranslation()
  return refused => refusalWords(speaking, refused)
}

export function refusalWords(
  { t, i18n }: Speaking,
  { code = '', status, fields, message, detail, wait = 15 * 60 }: RefusalSaid,
): RefusalWords {
  const isKnown = (code: string): code is Code => i18n.exists(`desk.refused.${code}.title`)
  const sayWait = (seconds: number) =>
    seconds > 90 * 60
      ? t('desk.wait.hours', { count: Math.ceil(seconds / 3_600) })
      : t('desk.wait.minutes', { count: Math.ceil(seconds / 60) })
  const word = isKnown(code) ? code : byStatus(status)
  // The server speaks English: on a Korean page its words would say less than ours.
  const isOther = word === 'other' && message !== '' && i18n.language === 'en'
  return {
    title: t(`desk.refused.${word}.title`),
    text: [
      t(`desk.refused.${word}.text`, { wait: sayWait(wait) }),
      isOther ? [message, detail].filter(Boolean).join('. ') : '',
    ]
      .join(' ')
      .trim(),
    fields: isKnown(code) ? [] : fields.map(({ field, wrong }) => `${field.slice(1)}: ${wrong}`),
  }
}

function byStatus(status: number): Code {
  if (status === 0) return 'unreachable'
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'not-for-this-post'
  if (status === 404) return 'not-here'
  if (status === 413) return 'too-large'
  if (status === 422) return 'fields'
  if (status === 429) return 'too-many-tries'
  if (status >= 500) return 'broken'
  return 'other'
}
