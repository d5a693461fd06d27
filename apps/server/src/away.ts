/** Whether the records could not be asked just now: they are away, start again, or have too much to do. Asked again later, they may answer. */

/** Who looks up a session is not told why it could not be read. */
export class RecordsAway extends Error {}

/**
 * Classes and codes of PostgreSQL: connection lost, too many connections, shut down or starting, a limit of time reached, a disk that
 * answers with errors; and what the system says of that disk itself.
 */
const codes = /^(08...|53300|57P0.|57014|55P03|58030|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|EIO|EROFS)$/
/** What pg says without a code. */
const sayings =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

export function isAway(error: Error): boolean {
  const { code = '', severity } = error as { code?: string; severity?: string }
  return error instanceof RecordsAway || severity === 'PANIC' || codes.test(code) || sayings.test(error.message)
}

/** Whoever asked went away, or was sent away, before the body was there: no fault of ours, and nobody to tell. */
export const isCutOff = (error: Error): boolean =>
  error.message === 'aborted' && (error as { code?: string }).code === 'ECONNRESET'
