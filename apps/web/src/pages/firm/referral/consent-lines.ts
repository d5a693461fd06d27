/** The text of a consent line by line. */
export interface Line {
  readonly label?: string
  readonly text: string
}

/** `받는 곳: 한국산업단지공단` as label and text; what has no label stands as it is. */
export const linesOf = (body: string): readonly Line[] =>
  body
    .trim()
    .split('\n')
    .map(line => {
      const at = line.indexOf(': ')
      return at > 0 && at <= 60 ? { label: line.slice(0, at), text: line.slice(at + 2) } : { text: line }
    })
