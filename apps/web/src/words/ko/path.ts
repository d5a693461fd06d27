export const path = {
  title: '여정',
}
