import { readTemplate } from '@ieum/catalogue'
import type { PaperTemplate } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { fillTemplate, type PaperValues } from './fill-template.ts'
import { hostileTexts } from './testing/papers.ts'

function filled(body: string, values: PaperValues) {
  const { template, faults } = readTemplate(`---\nfile: {{session}}\nmark: {{grade}}\n---\n# 안건\n${body}`, 'agenda')
  expect(faults).toEqual([])
  const whole: PaperTemplate = { kind: 'agenda', language: 'ko', ...template }
  return fillTemplate(whole, { session: '제1차', ...values })
}
const blocksOf = (body: string, values: PaperValues) => filled(body, values).blocks.slice(1)

describe('a template filled with what the records say', () => {
  it('has a row for each entry, and a table of its heading alone is left out', () => {
    const body = '| 안건 | 분 |\n|---|--:|\n{{#each items}}\n| {{title}} | {{minutes}} |\n{{/each}}'
    const items = [
      { title: '하나', minutes: 5 },
      { title: '둘', minutes: null },
    ]
    expect(blocksOf(body, { items })).toMatchObject([
      {
        is: 'table',
        columns: [{ heading: '안건' }, { heading: '분' }],
        rows: [
          ['하나', '5'],
          ['둘', ''],
        ],
      },
    ])
    expect(blocksOf(body, { items: [] })).toEqual([])
    expect(blocksOf(body, {})).toEqual([])
  })

  it('leaves out a line that asks for something and is told nothing', () => {
    expect(
      blocksOf('| 장소 | {{place}} |\n| 일시 | {{day}} |\n\n문장 {{place}}\n- {{host}}', { day: '월요일' }),
    ).toEqual([{ is: 'fields', rows: [['일시', '월요일']] }])
    expect(blocksOf('## 늘 있음\n{{#if items}}\n있음\n{{else}}\n없음\n{{/if}}', { items: [] })).toEqual([
      { is: 'heading', level: 1, text: '늘 있음' },
      { is: 'paragraph', text: '없음' },
    ])
  })

  it('goes on with an item on a line of its own', () => {
    expect(
      blocksOf('{{#each agencies}}\n- {{agency}}\n  {{posts}}\n{{/each}}', {
        agencies: [{ agency: '가', posts: '국장' }, { agency: '나' }],
      }),
    ).toEqual([{ is: 'list', items: ['가\n국장', '나'] }])
  })

  it('takes no text of a record for a mark', () => {
    for (const text of hostileTexts) {
      expect(blocksOf('{{place}}', { place: text })).toEqual([{ is: 'paragraph', text }])
      expect(blocksOf('| 장소 | {{place}} |', { place: text })).toEqual([{ is: 'fields', rows: [['장소', text]] }])
    }
    const { file } = filled('', { session: '{{grade}}\n둘째 줄', grade: '공개' })
    expect(file).toBe('{{grade}} 둘째 줄')
  })

  it('lets through nothing that no XML may hold, and no mark that turns the direction of what follows', () => {
    const place = 'A\u0000B\u0007C\u202ED\uD800E\uFFFFF\r\nG\u2028H\tI'
    expect(blocksOf('{{place}}', { place })).toEqual([{ is: 'paragraph', text: 'ABCD\uFFFDEF\nG\nH I' }])
  })
})
