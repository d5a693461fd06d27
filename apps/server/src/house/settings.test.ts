import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const listOf = (...approvers: object[]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'ieum-settings-')), 'approvers.json')
  writeFileSync(file, JSON.stringify(approvers))
  return file
}
const approver = (id: string, post: string, sign: string) => ({
  id,
  post,
  key: { kty: 'OKP', crv: 'Ed25519', x: sign.repeat(43) },
})

const production = {
  IEUM_APPROVERS: listOf(approver('kim', 'programmes', 'a'), approver('lee', 'audit', 'b')),
  IEUM_MODE: 'production',
  IEUM_URL: 'https://ieum.example',
  IEUM_SECRET: 'a secret of more than thirty-two signs',
  IEUM_SMTP_URL: 'smtp://mail.example:587',
  IEUM_MAIL_FROM: 'ieum@ieum.example',
}

const why = (env: Record<string, string>) => {
  const read = readSettings(env)
  return read.is === 'refused' ? read.why : read.is
}

describe('the environment', () => {
  it('says where the records are: a folder, or a server', () => {
    expect(readSettings({ IEUM_HOME: '/srv/ieum' })).toMatchObject({ settings: { where: { folder: '/srv/ieum' } } })
    const url = 'postgresql://ieum@db/ieum'
    expect(readSettings({ DATABASE_URL: url })).toMatchObject({ settings: { where: { url }, isProduction: false } })
    expect(readSettings({ ...production, IEUM_URL: 'https://ieum.example/' })).toMatchObject({
      settings: { isProduction: true, baseUrl: 'https://ieum.example' },
    })
  })

  it.each([
    ['IEUM_MODE', { IEUM_MODE: 'prod' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['IEUM_URL', { IEUM_URL: 'ieum.example' }],
    ['IEUM_URL', { IEUM_URL: 'https://ieum.example/desk' }],
    ['IEUM_URL', { ...production, IEUM_URL: '' }],
    ['IEUM_SECRET', { ...production, IEUM_SECRET: '' }],
    ['IEUM_SMTP_URL', { ...production, IEUM_SMTP_URL: '', IEUM_MAIL_FROM: '' }],
    ['IEUM_SMTP_URL', { IEUM_SMTP_URL: 'mail.example', IEUM_MAIL_FROM: 'a@b.kr' }],
    ['IEUM_MAIL_FROM', { IEUM_SMTP_URL: 'smtp://mail.example' }],
    ['IEUM_MAIL_FROM', { IEUM_SMTP_URL: 'smtp://mail.example', IEUM_MAIL_FROM: 'Ieum <a@b.kr>' }],
    ['IEUM_TRUSTED_PROXIES', { IEUM_TRUSTED_PROXIES: '10.0.0.0/8, proxy' }],
    ['IEUM_OIDC', { IEUM_OIDC: '/nowhere.json' }],
    ['IEUM_APPROVERS', { ...production, IEUM_APPROVERS: '' }],
    ['IEUM_APPROVERS', { IEUM_APPROVERS: '/nowhere.json' }],
    ['IEUM_APPROVERS', { IEUM_APPROVERS: listOf(approver('kim', 'programmes', 'a')) }],
    ['IEUM_APPROVERS', { IEUM_APPROVERS: listOf(approver('kim', 'one', 'a'), approver('lee', 'one', 'b')) }],
    ['IEUM_APPROVERS', { IEUM_APPROVERS: listOf(approver('kim', 'one', 'a'), approver('lee', 'two', 'a')) }],
    ['IEUM_APPROVERS', { IEUM_APPROVERS: listOf(approver('kim', 'one', 'a'), approver('kim', 'two', 'b')) }],
  ])('is refused in one sentence that begins with %s', (name, env) => {
    expect(why(env)).toMatch(new RegExp(`^${name}: .+: .+|^${name}: .+`))
    expect(why(env)).not.toMatch(/\n/)
  })
})
