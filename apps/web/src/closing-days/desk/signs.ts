/** Beside the word, never alone. */
export const signs = {
  agree: '✓',
  'agree-with-changes': '✓',
  study: '…',
  cannot: '✕',
  silent: '–',
  yes: '✓',
  against: '✕',
}
