/** What papers of a council are called where they are downloaded. */
export const councilPapers = {
  title: '문서 받기',
  kinds: {
    agenda: '회의 안건',
    minutes: '회의록',
    'follow-up': '후속조치 현황',
    press: '보도자료',
    task: '과제 카드',
  },
  formats: { hwpx: '한글(HWPX)', docx: '워드(DOCX)', pdf: 'PDF', md: 'Markdown' },
  for: {
    label: '읽을 사람',
    council: '협의회',
    everyone: '모두(공개된 것만)',
    press: '보도자료에는 언제나 공개된 것만 담깁니다.',
  },
  language: { label: '문서의 언어', ko: '한국어', en: 'English' },
  of: '{{paper}}: {{format}}',
  taken: '받았습니다: {{name}}',
  making: '만드는 중입니다.',
}
