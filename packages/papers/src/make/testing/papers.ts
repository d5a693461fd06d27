/** Papers to be written and opened again: one as ministries have them, and one whose every text looks like markup. */
import type { Paper } from '../paper.ts'

export const fullPaper: Paper = {
  language: 'ko',
  file: '제2차 정책협의회 회의록',
  mark: '내부용 · 비공개 안건이 들어 있음',
  blocks: [
    { is: 'title', text: '제2차 정책협의회 회의록' },
    {
      is: 'fields',
      rows: [
        ['회의의 명칭', '제2차 정책협의회'],
        ['일시', '2026. 6. 20.(토) 10:30~12:00'],
        ['장소', '중소기업 회의실 6층(세종)'],
      ],
    },
    { is: 'heading', level: 1, text: '참석자' },
    {
      is: 'table',
      columns: [
        { heading: '기관', weight: 5, align: 'left' },
        { heading: '직위', weight: 8, align: 'left' },
        { heading: '건수', weight: 3, align: 'right' },
      ],
      rows: Array.from({ length: 40 }, (_, index) => [
        `기관 ${index + 1}`,
        `정책기획관 ${index + 1}`,
        `${index * 137}`,
      ]),
    },
    { is: 'heading', level: 1, text: '발언 요지와 결정 사항' },
    { is: 'heading', level: 2, text: '1. 뿌리업종 협력 강화' },
    {
      is: 'paragraph',
      text: '두 기관은 자동화에서 지능화로 이어지는 연계를 맺고, 심사에서 서로의 결과를 쓰기로 하였다.\n다음 회의까지 시범으로 열 곳을 잇는다.',
    },
    { is: 'note', text: '끊긴 연결: 자동화 → 지능화 (접수 기간이 만나지 않음)' },
    { is: 'list', items: ['기한 안에 답변한 곳 3건', '수락 2건\n그 가운데 완료 1건'] },
  ],
}

/** Each means something to Typst, Markdown or XML. */
export const hostileTexts = [
  '# 제목이 아님',
  '= 제목이 아님',
  '*굵게* _기울임_ **더 굵게** ~~지움~~',
  '#let x = 1 #x #import "@preview/x:0.1.0" #read("/etc/passwd")',
  '$x^2$ $$y$$',
  '`코드` ```블록```',
  '<script>alert(1)</script>',
  '&lt;b&gt; &amp; &#35; &nbsp;',
  '\\ 거꾸로 \\n \\u{41} C:\\temp',
  '[글](javascript:alert(1)) ![그림](http://example.com/a.png)',
  'https://example.com/?a=1&b=2 <mailto:a@example.com> @label',
  '| 칸 | 칸 |',
  '- 목록 아님',
  '+ 목록 아님',
  '1. 번호 아님',
  '> 인용 아님',
  '--- /* 주석 */ // 주석',
  ']]> <![CDATA[x]]> <?xml?> <!-- -->',
  '{{name}} {{#each items}} {{/each}}',
  '"따옴표" \'작은\' … — 〈꺾쇠〉',
] as const

/** 400 letters without a place to break. */
export const longWord = '가나다라마바사아자차카타파하뿌리산업연계'.repeat(20)

export const hostilePaper: Paper = {
  language: 'ko',
  file: '../#제목: "이상한" <파일>|이름?*',
  mark: '<b>#공개</b> *$',
  blocks: [
    { is: 'title', text: hostileTexts.slice(0, 3).join(' ') },
    ...hostileTexts.map(text => ({ is: 'paragraph', text }) as const),
    ...hostileTexts.slice(0, 8).map(text => ({ is: 'heading', level: 1, text }) as const),
    ...hostileTexts.slice(6).map(text => ({ is: 'note', text }) as const),
    { is: 'list', items: hostileTexts },
    { is: 'fields', rows: hostileTexts.map(text => [text, text]) },
    {
      is: 'table',
      columns: [
        { heading: hostileTexts[0], weight: 3, align: 'left' },
        { heading: hostileTexts[6], weight: 7, align: 'left' },
      ],
      rows: [...hostileTexts.map(text => [text, text]), [longWord, longWord]],
    },
    { is: 'paragraph', text: longWord },
  ],
}
