/** Whether the records could not be asked just now: they are away, start again, or have too much to do. Asked again later, they may answer. */

/** Who looks up a session is not told why it could not be read. */
export class RecordsAway extends Error {}

/** Classes and codes of PostgreSQL: connection lost, too many connections, shut down or starting, a limit of time reached. */
const codes = /^(08...|53300|57P0.|57014|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/
/** What pg says without a code. */
const sayings =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

export const isAway = (error: Error): boolean =>
  error instanceof RecordsAway || codes.test((error as { code?: string }).code ?? '') || sayings.test(error.message)

/** Whoever asked went away, or was sent away, before the body was there: no fault of ours, and nobody to tell. */
export const isCutOff = (error: Error): boolean =>
  error.message === 'aborted' && (error as { code?: string }).code === 'ECONNRESET'
