export const front = {
  title: '우리 회사가 지금 쓸 수 있는 지원사업과 다음 길을 찾아 드립니다',
}
