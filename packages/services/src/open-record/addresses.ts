/** Where a council, a session, a task and a decision stand on this site: for good. Codes and numbers never change hands. */
const part = encodeURIComponent

export const openAddresses = (council: string) => {
  const at = `/councils/${part(council)}`
  return {
    council: at,
    session: (number: number) => `${at}/sessions/${number}`,
    minutes: (number: number) => `${at}/sessions/${number}#minutes`,
    task: (code: string) => `${at}/tasks/${part(code)}`,
    decision: (number: string) => `${at}/decisions/${part(number)}`,
    json: `/api${at}`,
    feed: `/api${at}/feed.atom`,
    table: (table: string) => `/api${at}/${table}.csv`,
  }
}
