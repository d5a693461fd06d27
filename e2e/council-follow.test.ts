import { pdf } from '@ieum/services/testing'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it, type Player } from './harness/demonstration-site.ts'
import { lookOver } from './harness/look-over.ts'

/** Who comes to the path from his desk: only there the site remembers that somebody signed in. */
async function pathOfFoundry(player: Player): Promise<Page> {
  const page = await player.opens(`/desk/${player.post}/actions`)
  await page.goto('/path?pathway=root-exporter&on=2026-06-01')
  await page.getByRole('button', { name: '예시 기업으로 둘러보기' }).click()
  await page.locator('.path-none').waitFor({ timeout: 30_000 })
  return page
}

describe('a break of a real plan', () => {
  it('goes onto the agenda of the next session with one click, and says where it stands now', async ({ plays }) => {
    const player = await plays('mss-programme-owner')
    const page = await pathOfFoundry(player)
    await page.getByRole('button', { name: '이 단절을 협의회 안건으로' }).click()
    const agenda = page.locator('.follow-agenda')
    await agenda.getByText(/제3차 회의.*안건에 있습니다/).waitFor()
    expect(await page.getByRole('button', { name: '이 단절을 협의회 안건으로' }).count()).toBe(0)
    const session = new URL(
      (await agenda.getByRole('link', { name: '회의 보기' }).getAttribute('href'))!,
      page.url(),
    ).pathname.split('/')[4]!
    const read = await player.context.request.get(`/api/posts/${player.post}/sessions/${session}`)
    const { items } = (await read.json()) as { items: readonly { kind: string; proposal: string; finding: object }[] }
    const [item] = items.filter(({ kind }) => kind === 'finding')
    expect(item).toMatchObject({
      proposal: expect.stringContaining('수출이 10만 달러 이상입니다'),
      finding: {
        is: 'step',
        from: 'motie-root-intelligent-process',
        to: 'mss-kosmes-export-global',
        pathway: 'root-exporter',
        on: '2026-06-01',
        why: { is: 'shut' },
      },
    })
    // Nothing of the firm went along.
    expect(JSON.stringify(item)).not.toMatch(/40000|예시주물|고령/)
  })

  it('is put there from the map as well, where its line breaks', async ({ plays }) => {
    const player = await plays('motie-programme-owner')
    const page = await player.opens(`/desk/${player.post}/actions`)
    await page.goto('/network?on=2026-06-01')
    // Of the whole map, before a line is chosen.
    await page.locator('.network-breaks li').nth(2).waitFor()
    await page.getByRole('button', { name: /로봇\(7년 미만 기업\)/ }).click()
    expect(await page.locator('.network-breaks li').count()).toBe(1)
    await page.getByRole('button', { name: '이 단절을 협의회 안건으로' }).click()
    await page
      .locator('.network-breaks')
      .getByText(/제3차 회의.*안건에 있습니다/)
      .waitFor()
  })

  it('has no button for who sits in no council, nor for who never signed in', async ({ plays }) => {
    const page = await pathOfFoundry(await plays('kosmes-programme-owner'))
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.follow-agenda').count()).toBe(0)
  })
})

describe('who owns a firm', () => {
  it('is led from its referral to the task of the council that its way was agreed in', async ({ plays }) => {
    const owner = await plays('gyeongbuk-foundry-member')
    const { firms } = (await (await owner.context.request.get('/api/me')).json()) as {
      firms: readonly { firm: string }[]
    }
    const page = await owner.opens(`/firm/${firms[0]!.firm}`)
    await page
      .getByRole('link', { name: /자세히 보기/ })
      .first()
      .click()
    await page.getByRole('link', { name: '협의회 과제 T7에서 맺은 연계' }).click()
    await page.getByRole('heading', { level: 1, name: /^T7/ }).waitFor()
  })
})

describe('what a decision asks for', () => {
  it('is reported with its proof, and closed by the other side’s nod', async ({ plays }) => {
    const owner = await plays('mss-programme-owner')
    const page = await owner.opens(`/desk/${owner.post}/actions`)
    const action = page.locator('.actions > li', { hasText: '안내문을 고친다' })
    await action
      .locator('input[type=file]')
      .setInputFiles({ name: '다른 안내문.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await action.getByRole('button', { name: '‘다른 안내문.pdf’ 지우기' }).press('Enter')
    await expect.poll(() => page.locator(':focus').innerText()).toBe('지웠습니다: 다른 안내문.pdf')
    await action.getByRole('link', { name: '다른 안내문.pdf' }).waitFor({ state: 'detached' })
    await action
      .locator('input[type=file]')
      .setInputFiles({ name: '고친 안내문.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByRole('status').getByText('붙였습니다: 고친 안내문.pdf').waitFor()
    await action.getByRole('button', { name: /^보고하기/ }).click()
    await page.keyboard.type('안내문을 고쳐 누리집에 올렸습니다.')
    await page.getByLabel('증빙은 어디에 있나요').fill('제조혁신과-1234')
    await page.getByRole('button', { name: '보고 보내기' }).click()
    await page.getByText(/보고했습니다: .*안내문을 고친다/).waitFor()

    const other = await plays('motie-secretary')
    const theirs = await other.opens(`/desk/${other.post}/actions`)
    const reported = theirs.locator('.actions > li', { hasText: '안내문을 고친다' })
    await reported.getByText('제조혁신과-1234').waitFor()
    const paper = theirs.waitForEvent('download')
    await reported.getByRole('link', { name: '고친 안내문.pdf' }).click()
    expect((await paper).suggestedFilename()).toBe('고친 안내문.pdf')
    await reported.getByRole('button', { name: /^확인하고 완료/ }).click()
    await theirs.getByText(/확인했습니다: .*안내문을 고친다/).waitFor()
    await expect.poll(() => theirs.locator('.actions > li', { hasText: '안내문을 고친다' }).count()).toBe(0)
  })

  it('is a link that an agency of its programmes draws up with one click, and the council sees that it is under way', async ({
    plays,
  }) => {
    const drafter = await plays('kpic-programme-owner')
    const page = await drafter.opens(`/desk/${drafter.post}/notices`)
    await page
      .locator('li', { hasText: '협의회가 연계 초안을 요청했습니다' })
      .getByRole('link', { name: '열어 보기' })
      .click()
    await page
      .getByText(/결정 2026-2-2/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '연계 초안 만들기' }).click()
    await page.waitForURL(/\/terms/)
    await page.getByText('협약 내용 고치기').first().waitFor()
    expect(await page.getByLabel('법적 근거').inputValue()).toContain('결정 2026-2-2')
    expect(await page.getByLabel(/협의회 과제/).inputValue()).toBe('T9')

    const owner = await plays('motie-programme-owner')
    const theirs = await owner.opens(`/desk/${owner.post}/actions`)
    await theirs.getByText('초안을 만드는 중입니다. 제안되면 보입니다.').waitFor()
  })
})

describe('a change of a programme that a decision asks for', () => {
  it('is tried on the example firms: one more reaches the end of its pathway', async ({ plays }) => {
    const player = await plays('mss-programme-owner')
    const page = await player.opens(`/desk/${player.post}/actions`)
    const trial = page.locator('.follow-trial')
    expect(await trial.getByLabel('바꿀 기준값').inputValue()).toBe('30000')
    await trial.getByRole('button', { name: '견주기' }).click()
    await trial.getByText('길 끝에 닿는 기업: 지금 2곳, 바꾼 뒤 3곳 (예시 기업 9곳)').waitFor({ timeout: 60_000 })
    expect(await trial.locator('tr[data-changed]').innerText()).toContain('예시주물')
  })
})

describe('papers of a session', () => {
  it('are brought by who keeps it, saved by the other side, and taken away', async ({ plays }) => {
    const keeper = await plays('mss-secretary')
    const { request } = keeper.context
    const { sessions } = (await (await request.get(`/api/posts/${keeper.post}/councils/mss-motie`)).json()) as {
      sessions: readonly { id: string; state: string }[]
    }
    const { id } = sessions.find(({ state }) => state === 'called')!
    const page = await keeper.opens(`/desk/${keeper.post}/sessions/${id}`)
    await page
      .locator('.follow-places > li', { hasText: '회의 전체' })
      .locator('input[type=file]')
      .setInputFiles({ name: '회의자료.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByText('붙였습니다: 회의자료.pdf').waitFor()

    const other = await plays('motie-secretary')
    const theirs = await other.opens(`/desk/${other.post}/sessions/${id}`)
    const saved = theirs.waitForEvent('download')
    await theirs.getByRole('link', { name: '회의자료.pdf' }).click()
    expect((await saved).suggestedFilename()).toBe('회의자료.pdf')
    expect(await theirs.getByRole('button', { name: '‘회의자료.pdf’ 지우기' }).count()).toBe(0)
    await page.getByRole('button', { name: '‘회의자료.pdf’ 지우기' }).press('Enter')
    await page.getByRole('link', { name: '회의자료.pdf' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('지웠습니다: 회의자료.pdf')
  })
})

describe('axe and the ruler find nothing wrong with', () => {
  it.for(['ko', 'en'] as const)('the list of actions (%s)', async (language, { plays }) => {
    const player = await plays('motie-programme-owner', { language })
    const page = await player.opens(`/desk/${player.post}/actions`)
    await page.locator('.actions > li').first().waitFor()
    await page
      .getByRole('button', { name: language === 'ko' ? /^보고하기/ : /^Report it/ })
      .first()
      .click()
    await lookOver(page, language)
  })

  it('a break beside its agenda', async ({ plays }) => {
    const page = await pathOfFoundry(await plays('mss-secretary'))
    await page.locator('.follow-agenda').waitFor()
    await lookOver(page, 'ko')
  })
})
