import type { Language, Words } from '@ieum/catalogue/records'

/** What the feed of a council calls what opens. */
export const openRecordWords = {
  record: { ko: '공개 기록', en: 'open record' },
  madeUp: { ko: '시연용으로 지어낸 기록', en: 'made up for a demonstration' },
  minutes: { ko: '회의록', en: 'minutes' },
  decision: { ko: '결정', en: 'Decision' },
  session: { ko: '회의', en: 'Session' },
  on: { ko: '회의일', en: 'Held on' },
  at: { ko: '장소', en: 'Place' },
  closedItem: { ko: '비공개 안건', en: 'Closed item' },
} as const satisfies Record<string, Words>

/** English where somebody wrote it, else the Korean. */
export const saidIn = (language: Language, { ko, en }: { readonly ko: string; readonly en: string | null }): string =>
  language === 'en' ? (en ?? ko) : ko
