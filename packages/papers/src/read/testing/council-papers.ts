/**
 * Papers of councils that never sat, in the layouts that Korean agendas and notices have, with what a careful reader takes from each. Persons
 * and numbers in them are made up.
 */

/** A paragraph, or the rows of a table. */
export type Block = string | { readonly rows: readonly (readonly string[])[] }

export interface CouncilPaper {
  readonly name: string
  readonly blocks: readonly Block[]
  /** Names, telephones and addresses in it, none of which may come out. */
  readonly secrets: readonly string[]
  readonly expected: {
    readonly session: {
      readonly date: string | null
      readonly from: string | null
      readonly to: string | null
      readonly place: string | null
    }
    readonly agencies: readonly string[]
    readonly schedule: readonly string[]
    /** `title < agencies`. */
    readonly tasks: readonly string[]
    /** `field: why`. */
    readonly unsure: readonly string[]
  }
}

export const councilPapers: readonly CouncilPaper[] = [
  {
    name: 'a plan by numbers and letters, with an earlier sitting and a person to ask',
    blocks: [
      '제2차 중기부-환경부 정책협의회 개최 계획',
      "'25. 3. 7.(금), 기획혁신담당관",
      '1. 추진 경과',
      "가. 제1차 협의회 개최('24. 9. 12.(목) 10:00, 정부서울청사)",
      '나. 실무 논의 3회',
      '2. 회의 개요',
      '가. 일시: 2025. 3. 14.(금) 14:00 ~ 15:30',
      '나. 장소: 정부세종청사 6동 대회의실',
      '다. 참석: 중기부 차관, 환경부 차관, 양 부처 국·과장 등 14명',
      '3. 안건',
      {
        rows: [
          ['연번', '안건명', '제안부처', '소요시간'],
          ['1', '녹색 소재 새싹기업 실증 공간 개방', '중기부', '20분'],
          ['2', '소상공인 다회용기 전환 지원', '환경부', '20분'],
          ['3', '환경 규제 현장 애로 공동 접수 창구', '중기부·환경부', '25분'],
        ],
      },
      '4. 진행 순서',
      {
        rows: [
          ['순서', '시간', '내용', '비고'],
          ['1', "14:00~14:05(5')", '개회 및 국민의례', '진행: 기획혁신담당관 박서준'],
          ['2', "14:05~14:15(10')", '두 부처 차관 인사말', ''],
          ['3', "14:15~15:20(65')", '안건 보고와 토론', '전원'],
          ['4', "15:20~15:30(10')", '정리 및 폐회', ''],
        ],
      },
      '5. 행정 사항',
      '가. 회의 자료는 3. 12.(수)까지 제출',
      '나. 문의: 기획혁신담당관실 사무관 박서준 (☎ 044-999-1234, seojun.park@example.go.kr)',
    ],
    secrets: ['박서준', '044-999-1234', 'seojun.park@example.go.kr', '999-1234'],
    expected: {
      session: { date: '2025-03-14', from: '14:00', to: '15:30', place: '정부세종청사 6동 대회의실' },
      agencies: ['mss', 'mcee'],
      schedule: [
        '14:00-14:05 개회 및 국민의례',
        '14:05-14:15 두 부처 차관 인사말',
        '14:15-15:20 안건 보고와 토론',
        '15:20-15:30 정리 및 폐회',
      ],
      tasks: [
        '녹색 소재 새싹기업 실증 공간 개방 < mss',
        '소상공인 다회용기 전환 지원 < mcee',
        '환경 규제 현장 애로 공동 접수 창구 < mss mcee',
      ],
      unsure: [],
    },
  },
  {
    name: 'a press notice under embargo with groups of proposers in brackets',
    blocks: [
      '보도자료',
      '보도시점: 2026. 4. 9.(목) 배포 즉시 / 배포: 2026. 4. 8.(수)',
      '산업통상부-기후에너지환경부 정책협의회 열린다',
      '- 탄소 감축 설비와 수출 규제 대응을 한자리에서 논의',
      '산업통상부(장관 강하늘, 이하 산업부)와 기후에너지환경부(장관 윤도현, 이하 기후부)는 4월 9일 정책협의회를 열고 협력 과제를 논의한다고 밝혔다.',
      '강하늘 장관은 "현장의 목소리를 듣겠다"고 말했다.',
      '붙임 1. 협의회 개요',
      '< 정책협의회 개요 >',
      '○ 일 시 : 2026. 4. 9.(목) 오후 2시 ~ 4시',
      '○ 장 소 : 서울 글로벌센터 9층 국제회의장',
      '○ 참석자 : (산업부) 차관, 산업정책실장, 탄소중립정책관',
      '(기후부) 차관, 기후정책관, 녹색산업과장',
      '【산업부 제안과제】',
      '① 철강 공정 전환 설비의 배출권 연계 지원',
      '② 국경 탄소 조정 대응 공동 상담창구',
      '【기후부 제안과제】',
      '① 재생원료 사용 기업 인증 우대',
      '【공동 제안과제】',
      '① 산업단지 열 이용 지도 작성',
      '담당 부서',
      {
        rows: [
          ['산업통상부', '산업정책과', '책임자', '과 장', '문채원 (044-203-0001)'],
          ['', '', '담당자', '사무관', '류승룡 (044-203-0002)'],
        ],
      },
    ],
    secrets: ['강하늘', '윤도현', '문채원', '류승룡', '044-203-0001', '044-203-0002'],
    expected: {
      session: { date: '2026-04-09', from: '14:00', to: '16:00', place: '서울 글로벌센터 9층 국제회의장' },
      agencies: ['motie', 'mcee'],
      schedule: [],
      tasks: [
        '철강 공정 전환 설비의 배출권 연계 지원 < motie',
        '국경 탄소 조정 대응 공동 상담창구 < motie',
        '재생원료 사용 기업 인증 우대 < mcee',
        '산업단지 열 이용 지도 작성 < motie mcee',
      ],
      unsure: ['schedule: not found'],
    },
  },
  {
    name: 'an official letter, with its own date, a document number and attachments',
    blocks: [
      '중소벤처기업부',
      '수신 산업통상부장관(산업정책과장), 대한무역투자진흥공사사장',
      '제목 수출 지원 실무협의회 개최 알림',
      '1. 관련: 수출정책과-412(2026. 1. 30.)',
      '2. 수출 지원 실무협의회를 다음과 같이 개최하오니 참석하여 주시기 바랍니다.',
      '가. 일 시: 2026. 2. 20.(금) 오전 10시 ~ 11시 30분',
      '나. 장 소: 대한상공회의소 의원회의실(지하 2층)',
      '다. 참석대상: 중소벤처기업부 수출정책과장, 산업통상부 무역진흥과장, 대한무역투자진흥공사 수출기획팀장',
      '라. 안 건',
      '1) 해외 전시회 공동관 운영 일원화(대한무역투자진흥공사)',
      '2) 첫 수출기업 전담 상담원 배치(중소벤처기업부)',
      '3) 수출 바우처 부정 사용 점검 방안(산업통상부)',
      '3. 참석자 명단을 2026. 2. 13.(금)까지 회신하여 주시기 바랍니다.',
      '붙임 1. 안건 설명자료 1부.',
      '2. 회의장 약도 1부. 끝.',
      '주무관 배수지 수출정책과장 한지민',
      '전화 (044)204-1111 전송 (044)204-2222 / suji@example.go.kr',
    ],
    secrets: ['배수지', '한지민', '204-1111', '204-2222', 'suji@example.go.kr'],
    expected: {
      session: {
        date: '2026-02-20',
        from: '10:00',
        to: '11:30',
        place: '대한상공회의소 의원회의실(지하 2층)',
      },
      agencies: ['mss', 'motie', 'kotra'],
      schedule: [],
      tasks: [
        '해외 전시회 공동관 운영 일원화 < kotra',
        '첫 수출기업 전담 상담원 배치 < mss',
        '수출 바우처 부정 사용 점검 방안 < motie',
      ],
      unsure: ['schedule: not found'],
    },
  },
  {
    name: 'a sheet whose overview is a table, with lengths only and tasks as headings',
    blocks: [
      '2025년 제3차 창업 지원기관 협의회',
      {
        rows: [
          ['일시', '9월 9일(화) 15시 ~ 16시 30분'],
          ['장소', '창업진흥원 세종 본원 3층 회의실'],
          ['참석자', '창업진흥원, 중소벤처기업진흥공단, 소상공인시장진흥공단 담당 부장'],
        ],
      },
      '□ 진행순서',
      {
        rows: [
          ['구분', '소요시간', '발표자'],
          ['개회', '5분', '송중기'],
          ['안건 발표', '60분', '전지현'],
          ['종합 토론', '20분', ''],
          ['폐회', '5분', ''],
        ],
      },
      '□ 안건 1. 재창업자 상담 기록 공동 활용',
      'ㅇ 제안기관: 창업진흥원',
      'ㅇ 내용: 상담 기록을 본인 동의 아래 서로 봄',
      '□ 안건 2. 폐업 소상공인 재도전 자금 안내 일원화',
      'ㅇ 제안기관: 소상공인시장진흥공단',
      'ㅇ 내용: 한 번의 신청으로 자금과 교육을 안내',
      '□ 향후 일정',
      'ㅇ 제4차 협의회: 2025. 12. 2.(화) 15:00, 중소벤처기업진흥공단',
    ],
    secrets: ['송중기', '전지현'],
    expected: {
      session: { date: '2025-09-09', from: '15:00', to: '16:30', place: '창업진흥원 세종 본원 3층 회의실' },
      agencies: ['kised', 'kosmes', 'semas'],
      schedule: ['15:00-15:05 개회', '15:05-16:05 안건 발표', '16:05-16:25 종합 토론', '16:25-16:30 폐회'],
      tasks: ['재창업자 상담 기록 공동 활용 < kised', '폐업 소상공인 재도전 자금 안내 일원화 < semas'],
      unsure: [],
    },
  },
  {
    name: 'a notice with a wrong day of the week, an agency that is not known and no word of who proposes',
    blocks: [
      '중소벤처기업부·과학기술정보통신부 협업 간담회',
      '□ 일시/장소: 2026. 5. 13.(목) 9:30~11:00 / 정부과천청사 5동 203호',
      '□ 참석자: 중소벤처기업부 창업정책관, 과학기술정보통신부 연구성과혁신관',
      '□ 논의 과제: 4건',
      '- 공공연구 성과 이전 기업의 후속 자금 (과학기술정보통신부)',
      '- 기술 이전 계약 표준안 (중기부)',
      '- 실험실 창업팀 입주 공간 (소관: 중기부)',
      '□ 세부 일정',
      '- 09:30~09:40 개회 (사회: 이정재 팀장)',
      '- 09:40~10:50 과제별 논의',
      '- 10:50~11:10 마무리',
      '※ 문의: 이정재 02-1234-5678 / 010-9876-5432 / jj.lee@example.kr',
    ],
    secrets: ['이정재', '02-1234-5678', '1234-5678', '010-9876-5432', 'jj.lee@example.kr'],
    expected: {
      session: { date: '2026-05-13', from: '09:30', to: '11:00', place: '정부과천청사 5동 203호' },
      agencies: ['mss'],
      schedule: ['09:30-09:40 개회', '09:40-10:50 과제별 논의', '10:50-11:10 마무리'],
      tasks: ['공공연구 성과 이전 기업의 후속 자금 < ', '기술 이전 계약 표준안 < mss', '실험실 창업팀 입주 공간 < mss'],
      unsure: [
        'session.date: weekday differs',
        'session.to: times differ',
        'agencies: no such agency',
        'tasks: count differs',
        'tasks.0.proposedBy: no such agency',
        'tasks.2.proposedBy: in charge',
      ],
    },
  },
  {
    name: 'a table with groups that span rows and several tasks in a cell',
    blocks: [
      'KIAT·KEIT 연구개발 협력회의 계획(안)',
      'Ⅰ. 회의 개요',
      '- 일시: 2025년 11월 20일 목요일 13:30',
      '- 장소: 한국산업기술진흥원 대회의실',
      'Ⅱ. 협의 안건(총 5건)',
      {
        rows: [
          ['구분', '안건', '비고'],
          ['한국산업기술진흥원\n제안 (2건)', 'ㅇ 국제공동연구 평가위원 공동 활용\nㅇ 사업화 연계 과제 추천 절차', ''],
          ['한국산업기술기획평가원\n제안 (2건)', 'ㅇ 연구시설 중복 점검\n- 장비 목록 대조\nㅇ 성과 조사표 통일', ''],
          ['공동 (1건)', 'ㅇ 연구자 행정 부담 줄이기', ''],
        ],
      },
      'Ⅲ. 시간 계획',
      '· 13:30 ~ 13:40 │ 개회',
      '· 13:40 ~ 15:10 │ 안건 협의',
      '· 15:10 ~ 15:30 │ 결과 정리',
      '작성자: 기획팀 선임 노윤서(내선 4321)',
    ],
    secrets: ['노윤서', '4321'],
    expected: {
      session: { date: '2025-11-20', from: '13:30', to: '15:30', place: '한국산업기술진흥원 대회의실' },
      agencies: ['kiat', 'keit'],
      schedule: ['13:30-13:40 개회', '13:40-15:10 안건 협의', '15:10-15:30 결과 정리'],
      tasks: [
        '국제공동연구 평가위원 공동 활용 < kiat',
        '사업화 연계 과제 추천 절차 < kiat',
        '연구시설 중복 점검 < keit',
        '성과 조사표 통일 < keit',
        '연구자 행정 부담 줄이기 < kiat keit',
      ],
      unsure: [],
    },
  },
  {
    name: 'two days in the paper, a day without its year anywhere, and a list cut short',
    blocks: [
      '에너지 효율 정책협의회 알림',
      '한국에너지공단과 한국에너지기술평가원이 함께 여는 자리입니다.',
      '(일시) 6. 18.(수) 14시',
      '(장소) 온라인 회의',
      '(안건) 고효율 기기 보급 방안 등 3건',
      '지난 회의(3. 5.)에서 논의한 과제의 이행을 함께 점검합니다.',
      '연락처: 효율정책실 대리 탕웨이 (052) 920-0000',
    ],
    secrets: ['(052) 920-0000', '920-0000'],
    expected: {
      session: { date: null, from: '14:00', to: null, place: '온라인 회의' },
      agencies: ['korea-energy-agency', 'ketep'],
      schedule: [],
      tasks: ['고효율 기기 보급 방안 등 3건 < '],
      unsure: [
        'session.date: no year',
        'session.to: no end',
        'agencies: in the text only',
        'schedule: not found',
        'tasks.0.proposedBy: no proposer',
        'tasks.0.title: cut short',
      ],
    },
  },
  {
    name: 'a release with a sheet behind it, whose table of groups lost its merged cells',
    blocks: [
      "보도시점 '24. 5. 28.(화) 10:30",
      '두 부처가 협업과제 8건을 함께 논의합니다',
      '중소벤처기업부(장관 나문희, 이하 중기부)와 산업통상자원부(장관 백일섭, 이하 산업부)는 28일(화) 중기부에서 정책협의회를 열었다.',
      '① 뿌리산업과 로봇을 함께 지원하고, 앞선 토론회(1.22)의 후속 조치도 다루었다.',
      '중기부 나문희 차관은 협력을 당부하였다.',
      '담당 부서\t중소벤처기업부 기획혁신담당관\t책임자\t과 장\t하정우 (044-299-7320)',
      '\t\t담당자\t사무관\t조인성 (044-299-7326)',
      '붙임',
      '중기부-산업부 정책협의회 개요',
      '□ 개요',
      '- (일시·장소) 5.28(화) 10:30~12:00, 중기부 6층 회의실(세종)',
      '- (참석자) 두 부처 차관, 과장 등',
      '- * (중기부 2명): 기업금융과장, 제조혁신과장',
      '- * (산업부 2명) : 유통물류과장, 산업공급망정책과장',
      '□ 논의 안건: 협업과제 8건',
      {
        rows: [
          ['구분', '', '협업 과제', '', ''],
          ['', '3건', 'o 우수 딥테크 스타트업에 대한 산업부 첨단산업 R&D 연계 지원', '', ''],
          ['중기부 제안과제', '', 'o 대형마트 영업규제 완화에 따른 대·중소 유통 상생협의체 재개', '', ''],
          ['', '', 'ㅇ 동행축제-코세페 연계 강화', '', ''],
          ['', '3건', 'ㅇ 로봇 지원 확대', '', ''],
          ['산업부 제안과제', '', 'o 해외인증 지원 협력', '', ''],
          ['', '', 'o 산업공급망 강화를 위한 소부장 협력모델 참여기업 연계', '', ''],
          ['공통 제안과제', '2건', 'o 뿌리업종 소공인/중소기업 육성 및 성장을 위한 협력 강화', '', ''],
          ['', '', 'o 특구혁신기획단(중기부) - 경제자유구역기획단(산업부) 협업 강화', '', ''],
        ],
      },
      '□ 세부 일정',
      {
        rows: [
          ['시간', '주요 일정', '비고'],
          ["10:30~10:40 (10')", '진행 순서와 참석자 소개', '사회자'],
          ['10:40~10:45 (05′)', '인사말', '두 부처 차관'],
          ['10:45~11:55 (70′)', '협업과제 논의', '참석자 전원'],
          ['11:55~12:00 (05′)', '마무리 말씀과 사진', '두 부처 차관'],
        ],
      },
    ],
    secrets: ['나문희', '백일섭', '하정우', '조인성', '299-7320', '299-7326'],
    expected: {
      session: { date: '2024-05-28', from: '10:30', to: '12:00', place: '중기부 6층 회의실(세종)' },
      agencies: ['mss', 'motie'],
      schedule: [
        '10:30-10:40 진행 순서와 참석자 소개',
        '10:40-10:45 인사말',
        '10:45-11:55 협업과제 논의',
        '11:55-12:00 마무리 말씀과 사진',
      ],
      tasks: [
        '우수 딥테크 스타트업에 대한 산업부 첨단산업 R&D 연계 지원 < mss',
        '대형마트 영업규제 완화에 따른 대·중소 유통 상생협의체 재개 < mss',
        '동행축제-코세페 연계 강화 < mss',
        '로봇 지원 확대 < motie',
        '해외인증 지원 협력 < motie',
        '산업공급망 강화를 위한 소부장 협력모델 참여기업 연계 < motie',
        '뿌리업종 소공인/중소기업 육성 및 성장을 위한 협력 강화 < mss motie',
        '특구혁신기획단(중기부) - 경제자유구역기획단(산업부) 협업 강화 < mss motie',
      ],
      unsure: [],
    },
  },
]

/** As a program writes a table out as text: cells behind tabs, a marked list in a cell over as many rows. */
export const asText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(block => (typeof block === 'string' ? [block] : block.rows.flatMap(rowsOf).map(cells => cells.join('\t'))))
    .join('\n')

function rowsOf(cells: readonly string[]): string[][] {
  const lists = cells.map(cell => (cell.startsWith('ㅇ') ? cell.split('\n') : [cell.replaceAll('\n', ' ')]))
  const height = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: height }, (_, at) => lists.map(list => list[at] ?? ''))
}
