export const programmes = {
  title: '지원사업',
}
