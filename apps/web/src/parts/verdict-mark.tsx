import type { Standing } from '@ieum/matching'
import { useTranslation } from 'react-i18next'

/** The shapes differ as much as the colours do: a tick, a clock, a turn, a question, a bar. */
const signs = {
  now: 'M4.5 10.5l3.5 3.5 7.5-8',
  soon: 'M10 5.5v5l3.5 2',
  'after-change': 'M5 12.5c0-4 2.5-6 6-6h4m-3.5-3.5l3.5 3.5-3.5 3.5',
  'to-check': 'M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.2m0 2.9v.1',
  not: 'M5.5 10h9',
  /** A person: an official judges. */
  judgement: 'M10 3.5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M4 16.5c.6-3.2 3-5 6-5s5.4 1.8 6 5',
  /** Lines of a form: to be filled in when applying. */
  condition: 'M4 5.5h12M4 10h7M4 14.5h9',
}
export type Sign = keyof typeof signs

const ringed: readonly Sign[] = ['soon', 'to-check', 'not']

export function VerdictSign({ standing, sign = standing }: { standing: Standing; sign?: Sign }) {
  const isRinged = ringed.includes(sign)
  return (
    <svg
      className="verdict-sign"
      data-standing={standing}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {isRinged ? <circle cx="10" cy="10" r="8.6" strokeWidth="1.8" /> : null}
      <path d={signs[sign]} />
    </svg>
  )
}

/** A verdict in a sign, a colour and a word. */
export function VerdictMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  return (
    <span className="verdict-mark" data-standing={standing}>
      <VerdictSign standing={standing} />
      {t(`parts.verdict.${standing}`)}
    </span>
  )
}
