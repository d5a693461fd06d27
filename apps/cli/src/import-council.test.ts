import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ieum } from './run-ieum.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-paper-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const paper = 'examples/papers/policy-council-agenda.txt'

describe('ieum import council', () => {
  it('gives one JSON value of the shape that others rely on', async () => {
    const { code, out } = await ieum(['import', 'council', paper, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      session: { date: '2027-03-18', from: '14:00', to: '15:30', place: '산업통상부 대회의실(세종)' },
      agencies: ['mss', 'motie'],
      schedule: [
        { from: '14:00', to: '14:10', title: '참석자 소개' },
        { from: '14:10', to: '14:20', title: '인사말' },
        { from: '14:20', to: '15:20', title: '협업과제 논의' },
        { from: '15:20', to: '15:30', title: '마무리' },
      ],
      tasks: [
        { title: '뿌리기업 설비 진단을 두 부처 사업에 함께 쓰기', proposedBy: ['mss', 'motie'] },
        { title: '로봇 실증을 마친 기업의 설비 자금 연계', proposedBy: ['motie'] },
        { title: '해외인증을 받은 기업의 수출 전시회 우선 참가', proposedBy: ['mss'] },
      ],
      unsure: [],
    })
  })

  it('shows each field with its line, and what comes next', async () => {
    const { out } = await ieum(['import', 'council', paper, '--lang', 'ko', '--council', 'mss-motie'])
    expect(out).toMatch(/날짜\s+2027\. 3\. 18\.\(목\) 2027-03-18\s+4줄/)
    expect(out).toMatch(/2\s+로봇 실증을 마친 기업의 설비 자금 연계\s+산업통상부\s+9줄/)
    expect(out).toContain('다음에 할 일')
  })

  it('says what is not sure and why, and names nobody', async () => {
    const file = join(folder, 'a.txt')
    await writeFile(file, '중기부 정책협의회\n일시: 2026. 5. 13.(목) 14시\n문의: 과장 홍길동 044-204-0000')
    const { out } = await ieum(['import', 'council', file, '--lang', 'en'])
    expect(out).toMatch(/day\s+the day of the week is another one on that day\s+perhaps 2026-05-13/)
    expect(out).not.toMatch(/홍길동|204-0000/)
  })

  it('C35: refuses what is no paper in one line, by its content', async () => {
    const file = join(folder, 'b.hwpx')
    await writeFile(file, 'MZ\u0090\u0000')
    const refused = await ieum(['import', 'council', file, '--json'])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/b\.hwpx:1:1: by its content no HWPX, HWP, DOCX, PDF or text: /)
    expect((await ieum(['import', 'council', join(folder, 'none.pdf')])).code).toBe(2)
    expect((await ieum(['import', 'council', paper, '--council', 'nope'])).err).toContain('there is no council "nope"')
  })
})
