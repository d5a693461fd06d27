/** Ministries write in one language: English where somebody wrote it. */
export interface Said {
  readonly ko: string
  readonly en: string | null
}
