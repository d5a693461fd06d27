import { expect, it } from 'vitest'
import { noticeAbout } from './notice-about.ts'

const rulebook = {
  programmes: [{ id: 'smart-factory', name: { ko: '스마트공장', en: 'Smart factories' } }],
  councils: [{ id: 'mss-motie', name: { ko: '정책협의회', en: 'Policy council' } }],
} as unknown as Parameters<typeof noticeAbout>[1]

it('names the council, the session and its day', () => {
  const detail = { council: 'mss-motie', session: 'a', number: 3, on: '2026-12-15' }
  expect(noticeAbout(detail, rulebook, 'ko')).toEqual(['정책협의회', '제3차 회의', '2026. 12. 15.(화)'])
  expect(noticeAbout(detail, rulebook, 'en')).toEqual(['Policy council', 'session 3', 'Tue 15 Dec 2026'])
})

it('names a task by its code, and says until when an action is to be done', () => {
  expect(noticeAbout({ council: 'mss-motie', task: 'a', code: 'T10' }, rulebook, 'ko')).toEqual([
    '정책협의회',
    '과제 T10',
  ])
  expect(noticeAbout({ council: 'mss-motie', action: 'a', due: '2026-12-01' }, rulebook, 'ko')).toEqual([
    '정책협의회',
    '기한 2026. 12. 1.(화)',
  ])
})

it('names a council that was drawn up here by the name that the notice says, before that of the catalogue', () => {
  const councilName = { ko: '뿌리산업 협의회', en: null }
  expect(noticeAbout({ council: 'mss-policy', councilName }, rulebook, 'ko')).toEqual(['뿌리산업 협의회'])
  expect(noticeAbout({ council: 'mss-policy', councilName }, rulebook, 'en')).toEqual(['뿌리산업 협의회'])
  expect(
    noticeAbout({ council: 'mss-motie', councilName: { ko: '협의회', en: 'The council' } }, rulebook, 'en'),
  ).toEqual(['The council'])
})

it('leaves out what has no name here', () => {
  expect(noticeAbout({ council: 'elsewhere', task: 'a', code: 'T1' }, rulebook, 'ko')).toEqual(['과제 T1'])
  expect(noticeAbout({ programme: 'smart-factory', number: '2026-7' }, rulebook, 'ko')).toEqual(['스마트공장'])
  expect(noticeAbout({ side: 'firm' }, rulebook, 'en')).toEqual([])
})
