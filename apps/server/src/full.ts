/** Whether something was certainly not written because there is no room left: on the disk of the records, or on that of papers. */

/** PostgreSQL's `disk_full`, and what the system says of a full disk and of a quota that is used up. */
const codes = /^(53100|ENOSPC|EDQUOT)$/

export const isFull = (error: unknown): boolean => {
  const { code = '', severity, cause } = error as { code?: string; severity?: string; cause?: unknown }
  // Of what was being written when the log itself found no room, nothing is certain.
  if (severity === 'PANIC') return false
  return codes.test(code) || (cause instanceof Error && isFull(cause))
}
