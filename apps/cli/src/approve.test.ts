import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mustBeApproved } from './approved.ts'
import { comparedLines } from './compared.ts'
import { folderOf, ieum } from './run-ieum.ts'

const words = (text: string) => ({ ko: text, en: text })

const catalogue = (limit: number, source: object = { title: 'notice', dated: '2026-03-05' }) =>
  folderOf({
    'facts.yaml': {
      facts: {
        employees: { type: 'number', about: 'firm', ask: 'question', changes: 'by-firm', question: words('How many?') },
      },
    },
    'agencies.yaml': {
      agencies: [
        { id: 'mss', kind: 'ministry', name: words('MSS') },
        { id: 'tipa', kind: 'executing', ministry: 'mss', name: words('TIPA') },
      ],
    },
    'programmes/tools.yaml': {
      id: 'tools',
      name: words('tools'),
      agency: 'tipa',
      stages: ['equipment'],
      kind: 'grant',
      editions: [
        {
          edition: '2026',
          source,
          windows: [{ opens: '2026-05-01', closes: '2026-12-31' }],
          criteria: [{ id: 'size', when: `employees < ${limit}`, label: words('size'), source: '2' }],
          exclusions: [],
        },
      ],
      examples: [
        { name: 'small', on: '2026-06-01', firm: { employees: 10 }, expect: 'eligible' },
        { name: 'large', on: '2026-06-01', firm: { employees: 900 }, expect: 'not-eligible' },
      ],
    },
  })

const someFirms = () =>
  folderOf({
    'friend.yaml': { id: 'friend', facts: { employees: 310 } },
    'other.yaml': { id: 'other', facts: { employees: 600 } },
  })

const on = ['--on', '2026-06-01']
/** Each starts the program a few times. */
const slow = 90_000

describe('T5: ieum check --since', { timeout: slow }, () => {
  it('names the criterion that was changed in silence, and the one firm that it lets in, and ends with 1', async () => {
    const [before, after, firms] = [await catalogue(300), await catalogue(320), await someFirms()]
    const ran = await ieum(['check', after, '--since', before, '--firms', firms, ...on])
    expect(ran).toMatchObject({ code: 1, err: '' })
    expect(ran.out).toContain('programmes/tools/2026/criteria/size  changed')
    expect(ran.out).toContain('- employees < 300\n  + employees < 320')
    expect(ran.out).toMatch(/! Firms are judged by it already/)
    expect(ran.out).toMatch(/Look twice.*\n {2}tools {2}friend \(2026-06-01\): not eligible → eligible/)
  })

  it('lets a corrected notice pass, and says whom it touches', async () => {
    const [before, after, firms] = [
      await catalogue(300),
      await catalogue(320, { title: 'notice, corrected', dated: '2026-05-20' }),
      await someFirms(),
    ]
    const ran = await ieum(['check', after, '--since', before, '--firms', firms, '--json', ...on])
    expect(ran.code).toBe(0)
    const { since } = JSON.parse(ran.out)
    expect(since.touched).toEqual([
      { programme: 'tools', firm: 'friend', on: '2026-06-01', before: 'not-eligible', after: 'eligible', as: 'given' },
    ])
  })

  const kept = async (dir: string) => {
    for (const asked of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'first'],
    ]) {
      const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.kr']
      expect(spawnSync('git', [...who, ...asked], { cwd: dir }).status).toBe(0)
    }
    return dir
  }

  it('compares with a commit of the repository that the catalogue is in', async () => {
    const dir = await kept(await catalogue(300))
    expect((await ieum(['check', dir, '--since', 'HEAD', ...on])).out).toContain('No rule was changed.')
    await cp(await catalogue(320), dir, { recursive: true })
    const ran = await ieum(['check', dir, '--since', 'HEAD', ...on])
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('criteria/size  changed') })
    const none = await ieum(['check', dir, '--since', '--output=x', ...on])
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--since: "--output=x" is neither a folder nor/),
    })
  })

  it('names the fault of an earlier catalogue, and no folder that is gone by then', async () => {
    const faulty = await catalogue(300)
    await writeFile(join(faulty, 'programmes/tools.yaml'), 'id: tools\n')
    const dir = await kept(faulty)
    await cp(await catalogue(320), dir, { recursive: true })
    const ran = await ieum(['check', dir, '--since', 'HEAD', ...on])
    const says = /^--since: HEAD: that catalogue has faults by the rules of today: programmes\/tools\.yaml:\d+:\d+: /
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(says) })
    expect(ran.err).not.toContain('ieum-since-')
  })

  it('refuses firms of a folder that is not there, and firms that nothing is compared for', async () => {
    const [before, after, firms] = [await catalogue(300), await catalogue(320), await someFirms()]
    expect(await ieum(['check', after, '--since', before, '--firms', 'nope', ...on])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--firms: nope: no such folder: /),
    })
    for (const command of [['check'], ['approve', '--as', 'kim', '--key', 'key.json']])
      expect(await ieum([...command, after, '--firms', firms, ...on])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^--firms: needs --since: /),
      })
  })

  it('counts a firm once that comes to another verdict in several programmes', () => {
    const one = { firm: 'friend', on: '2026-06-01', before: 'not-eligible', after: 'eligible', as: 'given' } as const
    const touched = [
      { ...one, programme: 'tools' },
      { ...one, programme: 'more-tools' },
    ]
    const changes = [{ where: 'parameters/limit@2026-01-01', how: 'changed' }] as const
    const told = (spoken: 'en' | 'ko') => comparedLines({ changes, touched, openedForOne: [] }, spoken).join('\n')
    expect(told('en')).toContain('1 firm of those tried comes to another verdict')
    expect(told('ko')).toContain('비춰 본 기업 가운데 1곳')
  })
})

describe('T5 C21: a server that needs signatures', () => {
  it('names the line of the signatures that it cannot read', async () => {
    const dir = await catalogue(300)
    await writeFile(join(dir, 'approvals.jsonl'), '{"by":"kim","jws":"a.b.c"}\n\n{"by":"lee"}\n{"by":"kim"}{"by"\n')
    await expect(mustBeApproved(dir, [])).rejects.toThrow(
      /what was approved last \(lines of approvals\.jsonl that cannot be read: 3, 4\)$/,
    )
  })
})

describe('T5 C21: ieum approve', { timeout: slow }, () => {
  const newKey = async (as: string) => {
    const key = join(await folderOf({}), `${as}.json`)
    const ran = await ieum(['approve', '--as', as, '--new-key', key])
    expect(ran.code).toBe(0)
    // What goes to the installation is the public half alone.
    expect(ran.out).not.toContain('"d"')
    return key
  }

  it('signs the catalogue as it is, one line a person', async () => {
    const dir = await catalogue(300)
    for (const as of ['kim', 'lee'])
      expect(await ieum(['approve', dir, '--as', as, '--key', await newKey(as), ...on])).toMatchObject({ code: 0 })
    const lines = (await readFile(join(dir, 'approvals.jsonl'), 'utf8')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line).by)).toEqual(['kim', 'lee'])
    // What was signed beside it is no part of it.
    expect((await ieum(['check', dir])).out).toContain('Everything holds')
  })

  it('begins a line of its own where the last one was not ended', async () => {
    const [dir, key] = [await catalogue(300), await newKey('kim')]
    const file = join(dir, 'approvals.jsonl')
    await writeFile(file, '{"by":"lee","jws":"a.b.c"}')
    expect(await ieum(['approve', dir, '--as', 'kim', '--key', key, ...on])).toMatchObject({ code: 0 })
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line).by)).toEqual(['lee', 'kim'])
  })

  it('says where it cannot write its line', async () => {
    const [dir, key] = [await catalogue(300), await newKey('kim')]
    await mkdir(join(dir, 'approvals.jsonl'))
    const ran = await ieum(['approve', dir, '--as', 'kim', '--key', key, ...on])
    expect(ran).toMatchObject({
      code: 2,
      err: expect.stringMatching(/approvals\.jsonl: cannot be written \(EISDIR\): /),
    })
  })

  it('does not sign a change in silence, unless whoever signs says what was wrong', async () => {
    const [before, after, key] = [await catalogue(300), await catalogue(320), await newKey('kim')]
    const asked = ['approve', after, '--as', 'kim', '--key', key, '--since', before, ...on]
    expect(await ieum(asked)).toMatchObject({ code: 1, out: expect.stringContaining('Nothing was signed.') })
    expect(await ieum([...asked, '--because', 'oops'])).toMatchObject({ code: 2 })
    const because = 'the notice says 320, it was copied wrongly'
    expect(await ieum([...asked, '--because', because])).toMatchObject({ code: 0 })
    const [line] = (await readFile(join(after, 'approvals.jsonl'), 'utf8')).split('\n')
    const signed = JSON.parse(Buffer.from(JSON.parse(line!).jws.split('.')[1], 'base64url').toString())
    expect(signed).toMatchObject({ by: 'kim', because })
  })

  it('signs nothing that has faults, and with no key that others may read', async () => {
    const [dir, key] = [await catalogue(300), await newKey('kim')]
    chmodSync(key, 0o644)
    expect(await ieum(['approve', dir, '--as', 'kim', '--key', key])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--key: .*others may read the key/),
    })
    chmodSync(key, 0o600)
    await writeFile(join(dir, 'programmes/tools.yaml'), 'id: tools\n')
    expect((await ieum(['approve', dir, '--as', 'kim', '--key', key])).code).toBe(2)
  })
})
