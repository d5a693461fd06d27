export const path = {
  title: 'Path',
}
