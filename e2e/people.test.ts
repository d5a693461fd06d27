import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { codeOf } from './harness/authenticator.ts'
import { opensAndLeaves } from './harness/left-in-place.ts'
import { it, password, says } from './harness/people-site.ts'
import { textOf } from './harness/text-of.ts'
import { stands } from './harness/visitor.ts'

/** A "no" of the server: the browser writes it down, and the page says it. */
const refusals = [/status of 4\d\d/]

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))

/** As a letter opens it: an address that differs behind `#` alone would only be gone to. */
async function anew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await stands(page)
}

async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.getByLabel('메일 주소').fill(email)
  await page.getByLabel('비밀번호', { exact: true }).fill(typed)
  await page.keyboard.press('Enter')
}

/** Enrols an authenticator on the page that is open, and gives back its key and the backup codes. */
async function enrol(page: Page): Promise<{ key: string; backupCodes: readonly string[] }> {
  await page.getByLabel('비밀번호', { exact: true }).fill(password)
  await page.getByRole('button', { name: '시작하기' }).click()
  const key = await page.locator('.own-secret').innerText()
  await page.getByLabel('인증 번호 여섯 자리').fill(codeOf(key))
  await page.getByRole('button', { name: '켜기' }).click()
  const list = page.getByRole('list', { name: '비상 번호' })
  await list.waitFor()
  const backupCodes = (await list.innerText()).split(/\s+/).filter(Boolean)
  return { key, backupCodes }
}

describe('someone invited to an agency', () => {
  it('joins, confirms, signs in, accepts, enrols an authenticator, and is at the desk; and in again by a code', async ({
    house,
    comes,
  }) => {
    const email = 'first@agency.example'
    await house.wishes({ wish: 'invite first administrator', agency: 'kpic', email })
    const visitor = await comes(null, { excuses: refusals })
    const page = await visitor.opens(await house.mailbox.linkTo('/me', email))
    await page.getByRole('main').getByRole('link', { name: '가입하기' }).click()

    await page.getByLabel('이름').fill('정관리')
    await page.getByLabel('메일 주소').fill(email)
    await page.getByLabel('비밀번호', { exact: true }).fill('short')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('10자 이상으로')
    await expect.poll(() => focused(page)).toContain('고쳐야 할 곳이 있습니다')
    expect(await page.getByLabel('메일 주소').inputValue()).toBe(email)
    expect(await page.getByLabel('비밀번호', { exact: true }).inputValue()).toBe('short')
    await page.getByLabel('비밀번호', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => says(page)).toContain(`${email} 주소로 메일을 보냈습니다`)
    await expect.poll(() => focused(page)).toBe('메일을 확인해 주세요')

    // Signing in before that leads to the letter again.
    await page.goto('/sign-in')
    await stands(page)
    await signIn(page, email)
    await page.getByRole('button', { name: '확인 메일 다시 받기' }).click()
    await expect.poll(() => says(page)).toContain('메일이 다시 갑니다')
    const confirm = await house.mailbox.linkTo('/sign-in/confirm', email)
    const letters = await visitor.opens(confirm)
    // Opening it changes nothing: programs that look through mail open it too.
    expect(visitor.requests.filter(request => request.url().endsWith('/api/sign-in/confirm'))).toEqual([])
    await letters.getByRole('button', { name: '확인' }).click()
    await expect.poll(() => focused(letters)).toBe('가입이 끝났습니다')
    await letters.getByRole('main').getByRole('link', { name: '로그인하기' }).click()
    await signIn(letters, email)
    await letters.waitForURL(url => url.pathname === '/me')

    await letters.getByRole('button', { name: '기관 관리자 맡기' }).click()
    await expect.poll(() => focused(letters)).toContain('자리를 맡으셨습니다')
    await expect.poll(() => says(letters)).toContain('2단계 인증을 켜 주세요')
    await letters
      .getByRole('main')
      .getByRole('link', { name: /· 기관 관리자/ })
      .click()
    await expect.poll(() => says(letters)).toContain('2단계 인증이 필요합니다')
    await letters.getByRole('link', { name: '2단계 인증 켜기' }).click()
    const { key, backupCodes } = await enrol(letters)
    await expect.poll(() => focused(letters)).toBe('비상 번호를 적어 두세요')
    expect(backupCodes.length).toBe(10)
    await letters.getByRole('button', { name: '적어 두었습니다' }).click()
    await letters.waitForURL(url => url.pathname.startsWith('/desk/'))
    await letters.locator('.desk-nav').waitFor()

    await letters.locator('.who summary').click()
    await letters.getByRole('button', { name: '로그아웃' }).click()
    await signIn(letters, email)
    await letters.getByLabel('인증 번호').fill(codeOf(key, { later: 1 }))
    await letters.keyboard.press('Enter')
    await letters.waitForURL(url => url.pathname.startsWith('/desk/'))

    // No token was ever part of what a browser asks for.
    const token = new URL(confirm).hash.replace('#token=', '')
    expect(token.length).toBeGreaterThan(20)
    expect(visitor.requests.filter(request => request.url().includes(token))).toEqual([])
  })

  it('by its administrator accepts or declines, and the administrator is told', async ({ house, comes }) => {
    const email = 'administrator@agency.example'
    await house.wishes({ wish: 'invite first administrator', agency: 'tipa', email })
    const administrator = await house.joined(email, '정관리')
    await house.wishes({ wish: 'take up all invitations', email })
    const desk = await (await comes(administrator)).opens('/me/second-factor')
    await enrol(desk)
    await desk.getByRole('button', { name: '적어 두었습니다' }).click()
    await desk
      .getByRole('main')
      .getByRole('link', { name: /· 기관 관리자/ })
      .click()
    await desk.locator('.desk-nav').getByRole('link', { name: '자리' }).click()
    await desk.getByRole('button', { name: '새 자리 열기' }).click()
    await desk.getByLabel('자리 이름 (한국어)').fill('판로 연계 담당')
    await desk.getByLabel('자리 이름 (영어)').fill('Market desk')
    await desk.keyboard.press('Enter')
    const post = desk.locator('.agency-post').filter({ hasText: '판로 연계 담당' })
    const invite = async (whom: string) => {
      await post.getByRole('button', { name: /^맡기기/ }).click()
      await desk.getByLabel('맡길 분의 메일 주소').fill(whom)
      await desk.keyboard.press('Enter')
      return house.mailbox.linkTo('/me', whom)
    }

    const toBusy = await invite('busy@agency.example')
    const page = await (await comes(await house.joined('busy@agency.example', '바쁜분'))).opens(toBusy)
    await page.getByRole('button', { name: '판로 연계 담당 사양하기' }).click()
    await page.getByRole('button', { name: '그만두기' }).click()
    await page.getByRole('button', { name: '판로 연계 담당 사양하기' }).click()
    await page.getByRole('button', { name: '사양하기' }).click()
    await expect.poll(() => focused(page)).toContain('자리를 사양했습니다')
    await page.reload()
    await stands(page)
    expect(await page.getByRole('heading', { name: '받은 초대' }).count()).toBe(0)

    const toOfficer = await invite('officer@agency.example')
    const officer = await (await comes(await house.joined('officer@agency.example', '이담당'))).opens(toOfficer)
    await officer.getByRole('button', { name: '판로 연계 담당 맡기' }).click()
    await expect.poll(() => focused(officer)).toContain('자리를 맡으셨습니다')

    await desk.reload()
    await expect.poll(() => post.innerText()).toContain('이담당')
    expect(await post.innerText()).not.toContain('busy@agency.example')
    await desk.locator('.desk-nav').getByRole('link', { name: '알림' }).click()
    await expect.poll(() => says(desk)).toContain('초대받은 분이 자리를 사양했습니다')
  })
})

describe('a letter', () => {
  it('T4: is promised in the same words, known address or not', async ({ house, comes }) => {
    const visitor = await comes()
    const said = async (path: string, email: string) => {
      const page = await visitor.opens(path)
      if (path.endsWith('join')) {
        await page.getByLabel('이름').fill('아무개')
        await page.getByLabel('비밀번호', { exact: true }).fill('another row of words')
      }
      await page.getByLabel('메일 주소').fill(email)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '메일을 확인해 주세요' }).waitFor()
      const text = await says(page)
      await page.getByRole('button', { name: '메일 다시 보내기' }).click()
      await expect.poll(() => says(page)).toContain('다시 보냈습니다')
      return (text + (await says(page))).replaceAll(email, 'ADDRESS')
    }
    for (const [at, path] of ['/sign-in/join', '/sign-in/forgot', '/sign-in/confirm'].entries()) {
      const { email } = await house.joined(`known-${at}@firm.example`)
      expect(await said(path, email), path).toBe(await said(path, `nobody-${at}@firm.example`))
    }
  })

  it('to confirm can be opened late, cut short, or twice', async ({ house, comes }) => {
    const email = 'late@firm.example'
    const page = await (await comes(null, { excuses: refusals })).opens('/sign-in/join')
    await page.getByLabel('이름').fill('늦은분')
    await page.getByLabel('메일 주소').fill(email)
    await page.getByLabel('비밀번호', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    const link = await house.mailbox.linkTo('/sign-in/confirm', email)
    const opened = async (address: string) => {
      await anew(page, address)
      await page.getByRole('button', { name: '확인', exact: true }).click()
      await page.locator('.sign-in-done').waitFor()
      return page.locator('.sign-in-done h2').first().innerText()
    }
    const late = await house.wishes<string>({ wish: 'token to confirm', email, seconds: -60 })
    expect(await opened(`/sign-in/confirm#token=${late}`)).toBe('쓸 수 없는 주소입니다')
    expect(await opened(link.slice(0, -9))).toBe('쓸 수 없는 주소입니다')
    await page.getByLabel('메일 주소').fill(email)
    await page.getByRole('button', { name: '확인 메일 다시 받기' }).click()
    const again = await house.mailbox.linkTo('/sign-in/confirm', email)
    expect(await opened(again)).toBe('가입이 끝났습니다')
    expect(await opened(again)).toBe('가입이 끝났습니다')

    await page.goto('/sign-in/confirm')
    await stands(page)
    await expect.poll(() => says(page)).toContain('메일에 있는 주소를 끝까지')
  })

  it('chooses a new password once, within the hour, and ends every session', async ({ house, comes }) => {
    const member = await house.joined('forgetful@firm.example')
    const signedIn = await (await comes(member)).opens('/me')
    const visitor = await comes(null, { excuses: refusals })
    const page = await visitor.opens('/sign-in')
    await page.getByRole('link', { name: '비밀번호를 잊으셨나요?' }).click()
    await page.getByRole('heading', { name: '새 비밀번호 정하기' }).waitFor()
    await page.getByLabel('메일 주소').fill('forgetful@')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('메일 주소 모양이 아닙니다')
    expect(await page.getByLabel('메일 주소').inputValue()).toBe('forgetful@')

    const asked = async () => {
      await page.goto('/sign-in/forgot')
      await page.getByLabel('메일 주소').fill(member.email)
      await page.keyboard.press('Enter')
      return house.mailbox.linkTo('/sign-in/reset', member.email)
    }
    const choose = async (link: string, next: string) => {
      await anew(page, link)
      await page.getByLabel('새 비밀번호', { exact: true }).fill(next)
      await page.keyboard.press('Enter')
    }
    const tooOld = await asked()
    await house.wishes({ wish: 'let an hour pass' })
    await choose(tooOld, 'a newer row of words')
    await expect.poll(() => focused(page)).toBe('쓸 수 없는 주소입니다')

    await page.getByRole('link', { name: '메일 새로 받기' }).click()
    const link = await asked()
    await choose(link, member.email)
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('메일 주소와 같은 비밀번호')
    expect(await page.getByLabel('새 비밀번호', { exact: true }).inputValue()).toBe(member.email)
    await page.getByLabel('새 비밀번호', { exact: true }).fill('a newer row of words')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('비밀번호를 바꿨습니다')
    await choose(link, 'a third row of words')
    await expect.poll(() => focused(page)).toBe('쓸 수 없는 주소입니다')

    await signedIn.reload()
    await stands(signedIn)
    await expect.poll(() => says(signedIn)).toContain('로그인하면 바로 이 화면으로 옵니다')
    await page.goto('/sign-in?to=%2Fme')
    await signIn(page, member.email, 'a newer row of words')
    await page.waitForURL(url => url.pathname === '/me')
  })

  it('registers a firm once, for whom it was sent to, signed in or not yet', async ({ house, comes }) => {
    const owner = await house.joined('owner@firm.example', '최대표')
    const visitor = await comes(owner, { excuses: refusals })
    const page = await visitor.opens('/me')
    await page.getByRole('main').getByRole('link', { name: '기업 등록하기' }).click()
    await page.getByLabel(/사업자등록번호/).fill('999-81-00015')
    await page.getByLabel(/기업 이름/).fill('예시주물')
    await page.getByRole('button', { name: /보내기|요청/ }).click()
    const link = await house.mailbox.linkTo('/me', owner.email)
    expect(new URL(link).hash).toMatch(/^#firm=[\w-]+$/)

    const stranger = await house.joined('stranger@firm.example')
    const wrong = await (await comes(stranger, { excuses: refusals })).opens(link)
    await wrong.getByRole('button', { name: '기업 등록하기' }).click()
    await expect.poll(() => focused(wrong)).toBe('쓸 수 없는 주소입니다')
    await expect.poll(() => says(wrong)).toContain(stranger.email)

    // Opened on another device: signing in comes first, and the token goes along.
    const phone = await comes(null)
    const there = await phone.opens(link)
    await there.getByRole('main').getByRole('link', { name: '로그인' }).click()
    await there.waitForURL(url => url.pathname === '/sign-in')
    expect(new URL(there.url()).search).not.toContain(new URL(link).hash.replace('#firm=', ''))
    await signIn(there, owner.email)
    await there.getByRole('button', { name: '기업 등록하기' }).click()
    await expect.poll(() => focused(there)).toBe('기업을 등록했습니다')
    await there.getByRole('link', { name: '기업 화면으로 가기' }).click()
    await expect.poll(() => says(there)).toContain('예시주물')
    const token = new URL(link).hash.replace('#firm=', '')
    expect(phone.requests.filter(request => request.url().includes(token))).toEqual([])

    await anew(page, link)
    await page.getByRole('button', { name: '기업 등록하기' }).click()
    await expect.poll(() => focused(page)).toBe('쓸 수 없는 주소입니다')
  })
})

describe('a person', () => {
  it('keeps backup codes as a file, renews them, signs in by one, and turns the second step off', async ({
    house,
    comes,
  }) => {
    const member = await house.joined('careful@firm.example')
    const page = await (await comes(member, { excuses: refusals })).opens('/me/second-factor')
    await page.getByLabel('비밀번호', { exact: true }).fill('not the right one')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('지금 쓰시는 비밀번호와 다릅니다')
    expect(await page.getByLabel('비밀번호', { exact: true }).inputValue()).toBe('not the right one')
    await page.getByLabel('비밀번호', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('인증 번호 여섯 자리').fill('12345')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('숫자 여섯 자리입니다')
    await page.getByLabel('인증 번호 여섯 자리').fill('000000')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('맞지 않거나 이미 쓴')
    expect(await page.getByLabel('인증 번호 여섯 자리').inputValue()).toBe('000000')

    // Left half-way, nothing counts: it begins anew.
    await page.reload()
    await stands(page)
    const { backupCodes } = await enrol(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '파일로 받기' }).click()
    const file = await textOf(await download)
    expect(file.split('\n').filter(line => backupCodes.includes(line))).toEqual(backupCodes)
    expect(file).toContain(member.email)
    await page.getByRole('button', { name: '적어 두었습니다' }).click()

    await page.getByRole('main').getByRole('link', { name: '2단계 인증 관리' }).click()
    const renews = page.getByRole('button', { name: '새 비상 번호 만들기' })
    await opensAndLeaves(page.locator('main'), renews)
    await renews.click()
    await page.getByLabel('비밀번호', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: '비상 번호' })
    await list.waitFor()
    const [renewed] = (await list.innerText()).split(/\s+/)
    expect(backupCodes).not.toContain(renewed)
    await page.getByRole('button', { name: '적어 두었습니다' }).click()

    const byCode = async (code: string) => {
      await page.getByLabel('비상 번호').fill(code)
      await page.keyboard.press('Enter')
    }
    await page.locator('.who summary').click()
    await page.getByRole('button', { name: '로그아웃' }).click()
    await signIn(page, member.email)
    await page.getByRole('button', { name: '비상 번호 쓰기' }).click()
    await byCode(backupCodes[0]!)
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('맞지 않거나 이미 쓴')
    await byCode(renewed!)
    await page.waitForURL(url => url.pathname === '/me')

    await page.goto('/me/second-factor')
    await page.getByRole('button', { name: '2단계 인증 끄기' }).click()
    await page.getByLabel('비밀번호', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => says(page)).toContain('2단계 인증을 껐습니다')
  })

  it('changes name, language and password, and is signed out elsewhere', async ({ house, comes }) => {
    const member = await house.joined('changing@firm.example', '옛이름')
    const page = await (await comes(member, { excuses: refusals })).opens('/me')
    await page.getByLabel('이름', { exact: true }).fill('')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('이름을 적어 주세요')
    await page.getByLabel('이름', { exact: true }).fill('새이름')
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('button', { name: '저장' }).click()
    await expect.poll(() => says(page)).toContain('저장했습니다')
    await page.reload()
    await stands(page)
    expect(await page.getByLabel('이름', { exact: true }).inputValue()).toBe('새이름')
    expect(await page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true)
    expect(await page.locator('.who summary').innerText()).toContain('새이름')

    const elsewhere = await comes(null)
    const there = await elsewhere.opens('/sign-in?to=%2Fme')
    await signIn(there, member.email)
    await there.waitForURL(url => url.pathname === '/me')
    const changes = page.getByRole('button', { name: '비밀번호 바꾸기' })
    await opensAndLeaves(page.locator('main'), changes)
    await changes.click()
    await page.getByLabel('지금 비밀번호').fill('not the right one')
    await page.getByLabel('새 비밀번호', { exact: true }).fill('a newer row of words')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('지금 쓰시는 비밀번호와 다릅니다')
    expect(await page.getByLabel('새 비밀번호', { exact: true }).inputValue()).toBe('a newer row of words')
    await page.getByLabel('지금 비밀번호').fill(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => says(page)).toContain('다른 기기에서는 모두 로그아웃했습니다')
    await there.reload()
    await stands(there)
    await expect.poll(() => says(there)).toContain('로그인하면 바로 이 화면으로 옵니다')
    await page.getByRole('button', { name: '모든 기기에서 로그아웃' }).click()
    await expect.poll(() => says(page)).toContain('로그인하면 바로 이 화면으로 옵니다')
  })

  it('joins and enrols an authenticator with the keyboard alone', async ({ house, comes }) => {
    const email = 'keys@firm.example'
    const page = await (await comes()).opens('/sign-in')
    const reach = async (name: string) => {
      for (let pressed = 0; (await focused(page)) !== name; pressed++) {
        expect(pressed, name).toBeLessThan(40)
        await page.keyboard.press('Tab')
      }
    }
    await reach('처음이시면 가입하기')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('가입하기')
    await page.keyboard.press('Tab')
    await page.keyboard.type('자판만')
    await page.keyboard.press('Tab')
    await page.keyboard.type(email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.getByLabel('비밀번호', { exact: true }).getAttribute('type')).toBe('text')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('메일을 확인해 주세요')
    await page.goto(await house.mailbox.linkTo('/sign-in/confirm', email))
    await stands(page)
    await reach('확인')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('가입이 끝났습니다')
    await reach('로그인하기')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('로그인')
    await page.keyboard.press('Tab')
    await page.keyboard.type(email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('내 정보')
    await reach('2단계 인증 켜기')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('2단계 인증')
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('1. 앱에 이음을 더해 주세요')
    await reach('이 휴대전화의 인증 앱으로 열기')
    await page.keyboard.press('Tab')
    await page.keyboard.type(codeOf(await page.locator('.own-secret').innerText()))
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('비상 번호를 적어 두세요')
    await reach('적어 두었습니다')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('내 정보')
    await expect.poll(() => says(page)).toContain('켜져 있음')
  })
})
