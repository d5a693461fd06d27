export const find = {
  title: '찾기',
}
