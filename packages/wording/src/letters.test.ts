import { describe, expect, it } from 'vitest'
import { noticeLetter, oneTimeLetter } from './letters.ts'

const link = 'https://ieum.example/desk?a=1&b="2"'

describe('a letter about news', () => {
  it('says in Korean what happened, the number of the case and where to look', () => {
    const { subject, text } = noticeLetter('referral.accept', { language: 'ko', link, number: '7K3M-Q2XD' })
    expect(subject).toBe('[이음] 연계를 받아들였습니다 (7K3M-Q2XD)')
    expect(text).toContain(`확인해 주세요.\n${link}`)
  })

  it('says the same in English', () => {
    expect(noticeLetter('referral.accept', { language: 'en', link }).subject).toBe('[Ieum] The referral was accepted')
  })

  it.each([
    ['firm', '받는 기관이 검토할 차례입니다.'],
    ['sender', '받는 기관이 검토할 차례입니다.'],
    ['receiver', '우리 기관이 답할 차례입니다.'],
    [undefined, '받는 기관이 검토할 차례입니다.'],
  ])('tells the %s of a referral whose turn it is', (side, sentence) => {
    expect(noticeLetter('referral.send', { language: 'ko', link, ...(side && { side }) }).text).toContain(sentence)
  })

  it('reads as a sentence whatever it tells of', () => {
    expect(noticeLetter('something.else', { language: 'ko', link }).subject).toBe('[이음] 새 소식이 있습니다')
  })

  it('puts nothing into its page that could be taken for markup', () => {
    const { html } = noticeLetter('referral.send', { language: 'ko', link: 'https://x/?<script>', number: '"><img>' })
    expect(html).not.toMatch(/<script|<img/)
  })
})

it('a letter with a link of one use says until when it works', () => {
  const { text, html } = oneTimeLetter({ language: 'ko', link, number: '7K3M-Q2XD', until: '2026. 6. 15.' })
  expect(text).toContain('2026. 6. 15.까지')
  expect(html).toContain('href="https://ieum.example/desk?a=1&amp;b=&quot;2&quot;"')
})
