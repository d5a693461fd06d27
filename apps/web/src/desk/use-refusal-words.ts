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

export function useRefusalWords(): (refused: Refused) => RefusalWords {
  const { t, i18n } = useTranslation()
  const isKnown = (code: string): code is Code => i18n.exists(`desk.refused.${code}.title`)
  const sayWait = (seconds: number) =>
    seconds > 90 * 60
      ? t('desk.wait.hours', { count: Math.ceil(seconds / 3_600) })
      : t('desk.wait.minutes', { count: Math.ceil(seconds / 60) })
  return refused => {
    const { code = '', status, fields, message, detail, wait = 15 * 60 } = refused
    const word = isKnown(code) ? code : byStatus(status)
    const isOther = word === 'other' && message !== ''
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
}

function byStatus(status: number): Code {
  if (status === 0) return 'unreachable'
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'not-for-this-post'
  if (status === 404) return 'not-here'
  if (status === 422) return 'fields'
  if (status === 429) return 'too-many-tries'
  if (status >= 500) return 'broken'
  return 'other'
}
