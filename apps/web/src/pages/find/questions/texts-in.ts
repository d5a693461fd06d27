/** Texts with commas between, as someone types them: trimmed, and none of them empty. */
export const textsIn = (text: string): string[] =>
  text
    .split(/[,;·]/)
    .map(part => part.trim())
    .filter(part => part !== '')
