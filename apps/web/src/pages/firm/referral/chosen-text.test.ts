import { describe, expect, it } from 'vitest'
import type { ConsentAsked } from '../client/shapes.ts'
import { linesOf, textAsChosen } from './chosen-text.ts'

const nameOf = (fact: string) => ({ employees: '상시근로자 수', sales: '매출액, 직전 연도' })[fact] ?? fact

const asked = (kind: 'hand-off' | 'papers' | 'outcome', items: string): ConsentAsked => ({
  text: {
    kind,
    id: kind,
    version: 1,
    required: kind === 'hand-off',
    language: 'ko',
    law: '',
    recipient: '받는 기관',
    purpose: '다음 단계',
    items,
    until: '2026. 12. 1.',
    refusal: '괜찮습니다.',
    body: `여쭙니다.\n받는 곳: 받는 기관\n넘기는 항목: ${items}\n거둘 수 있습니다. 괜찮습니다.`,
  },
  facts: ['employees', 'sales'],
  participations: true,
  papers: [
    { id: 'a', name: '등록증.pdf' },
    { id: 'b', name: '$&재무.pdf' },
  ],
})
const all = { facts: new Set(['employees', 'sales']), participations: true, papers: new Set(['a', 'b']) }
const handOff = asked('hand-off', '기업 이름과 사업자등록번호, 상시근로자 수, 매출액, 직전 연도, 지금까지 받은 지원')

describe('the text of a consent', () => {
  it('C45: stays as the server wrote it while everything asked for is chosen', () => {
    expect(textAsChosen(handOff, all, nameOf)).toEqual(handOff.text)
  })

  it('C45: names no fact that is left out', () => {
    const { items, body } = textAsChosen(handOff, { ...all, facts: new Set(['sales']), participations: false }, nameOf)
    expect(items).toBe('기업 이름과 사업자등록번호, 매출액, 직전 연도')
    expect(body).toContain(`넘기는 항목: ${items}\n`)
    expect(body).not.toContain('상시근로자')
  })

  it('C45: names only the papers that are chosen, whatever they are called', () => {
    const papers = asked('papers', '등록증.pdf, $&재무.pdf')
    const { body } = textAsChosen(papers, { ...all, papers: new Set(['b']) }, nameOf)
    expect(body).toContain('넘기는 항목: $&재무.pdf\n')
  })

  it('says of the outcome what it always says', () => {
    const outcome = asked('outcome', '선정, 완료 또는 중단 여부')
    expect(textAsChosen(outcome, { ...all, facts: new Set() }, nameOf)).toEqual(outcome.text)
  })

  it('is laid out line by line, each under its label', () => {
    expect(linesOf('여쭙니다.\n받는 곳: 받는 기관: 본부\n거둘 수 있습니다.')).toEqual([
      { text: '여쭙니다.' },
      { label: '받는 곳', text: '받는 기관: 본부' },
      { text: '거둘 수 있습니다.' },
    ])
  })
})
