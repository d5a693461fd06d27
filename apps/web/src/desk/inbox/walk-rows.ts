/** Moves the focus to the link of the next row, or of the first one when none has it. Says whether there was one to go to. */
export function walkRows(list: HTMLElement | null, step: 1 | -1): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step]
  next?.focus()
  return next !== undefined
}
