/** Why a file is not taken. Each is a code: pages and mails say it in the language of the reader. */
export const refusals = [
  // Not one of the kinds of file that are taken, whatever its name says.
  'kind',
  // It says what it is, but is not built so.
  'broken',
  // It is two kinds of file at once.
  'two-kinds',
  // It brings a program: a macro, a script, an action.
  'program',
  // It fetches something from outside when opened, or defines entities.
  'outside',
  // Another file is packed in it that cannot be looked through.
  'packed-file',
  // It is locked with a password, or restricted: nobody can look into it.
  'locked',
  // It grows too large when unpacked.
  'bomb',
  // Text that is not UTF-8.
  'not-utf-8',
  // Found by the virus scanner, or the harmless file that scanners are tested with.
  'virus',
] as const

export type Refusal = (typeof refusals)[number]

/** Thrown inside of `content/` alone, and caught where the looking through begins. */
export class Refused extends Error {
  readonly because: Refusal
  constructor(because: Refusal) {
    super(because)
    this.because = because
  }
}

export function refuseIf(wrong: boolean, because: Refusal): void {
  if (wrong) throw new Refused(because)
}
