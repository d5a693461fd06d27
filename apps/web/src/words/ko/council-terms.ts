/** What the states of councils are called, and what is counted: the same at the desk, in the room and in the open record. */
export const taskState = {
  drafted: '작성 중',
  proposed: '답변 기다림',
  answered: '답변함',
  adopted: '채택',
  'under-way': '추진 중',
  completed: '완료',
  stopped: '중단',
  withdrawn: '철회',
}

export const sessionState = {
  planned: '준비 중',
  called: '소집됨',
  sitting: '회의 중',
  ended: '끝남',
  minuted: '회의록 확정',
  cancelled: '취소됨',
}

export const actionState = { open: '진행 중', reported: '확인 기다림', closed: '완료', dropped: '중단' }

export const position = {
  agree: '동의',
  'agree-with-changes': '수정 동의',
  study: '검토 필요',
  cannot: '수용 곤란',
}

export const measure = {
  'firms-referred': '이어 준 기업',
  'answered-in-time': '기한 안에 답한 연계',
  accepted: '수락된 연계',
  completed: '다음 사업까지 마친 연계',
  'days-to-selection': '졸업부터 다음 선정까지',
  'links-in-force': '시행 중인 연계 협약',
  'steps-joined': '협약으로 이어진 단계',
}
