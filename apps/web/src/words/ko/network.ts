export const network = {
  title: '노선도',
}
