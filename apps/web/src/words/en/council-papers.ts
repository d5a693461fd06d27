/** What papers of a council are called where they are downloaded. */
export const councilPapers = {
  title: 'Download papers',
  kinds: {
    agenda: 'Agenda',
    minutes: 'Minutes',
    'follow-up': 'Follow-up report',
    press: 'Press notice',
    task: 'Task sheet',
  },
  formats: { hwpx: 'HWPX (Hangul)', docx: 'Word (DOCX)', pdf: 'PDF', md: 'Markdown' },
  for: {
    label: 'Who will read it',
    council: 'The council',
    everyone: 'Everyone (only what is open)',
    press: 'A press notice always holds only what is open.',
  },
  language: { label: 'Language of the paper', ko: '한국어', en: 'English' },
  of: '{{paper}}: {{format}}',
  taken: 'Downloaded: {{name}}',
  making: 'It is being made.',
}
