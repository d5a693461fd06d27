import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { appendFile, cp, mkdir, readdir, readFile, rmdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import { type Approver, approvalsSaid, approve, newSigningKey } from '@ieum/services'
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
/** Not past on whatever day the tests run. */
const later = ['--on', '2199-01-01']
/** Each starts the program a few times. */
const slow = 90_000

function git(dir: string, asked: readonly string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.kr']
  expect(spawnSync('git', [...who, ...asked], { cwd: dir }).status).toBe(0)
}

/** In a repository of its own, with one commit. */
async function kept(dir: string): Promise<string> {
  for (const asked of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-qm', 'first'],
  ])
    git(dir, asked)
  return dir
}

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
  const ids = ['kim', 'lee'] as const
  const signers = async () => {
    const keys = await Promise.all(ids.map(newSigningKey))
    const approvers = keys.map(({ x }, index): Approver => {
      return { id: ids[index]!, post: `post ${index}`, key: { kty: 'OKP', crv: 'Ed25519', x: x! } }
    })
    const signs = async (dir: string, since: string | null) => {
      const digest = await catalogueDigest(dir)
      const given = { digest, since, on: '2026-06-01' }
      const signed = await Promise.all(ids.map((by, index) => approve(keys[index]!, { ...given, by })))
      for (const line of signed) await appendFile(join(dir, 'approvals.jsonl'), `${JSON.stringify(line)}\n`)
      return digest
    }
    return { approvers, signs }
  }

  it('goes on to a catalogue that was approved as a change of the one that ran, and back to none with the signatures that it had', async () => {
    const [{ approvers, signs }, home, old, next] = [
      await signers(),
      await folderOf({}),
      await catalogue(300),
      await catalogue(320),
    ]
    const started = async (dir: string) => (await mustBeApproved({ dir, approvers, home }))()
    const first = await signs(old, null)
    await started(old)
    await signs(next, null)
    await expect(started(next)).rejects.toThrow(
      /: kim, lee have approved .* not as a change of those that ran here last \(/,
    )
    await signs(next, first)
    await started(next)
    await started(next)
    await expect(started(old)).rejects.toThrow(/ ran here already, and others \([0-9a-f]{12}\) took their place: /)
    // Signed back, it is the same again all the same.
    await signs(old, await catalogueDigest(next))
    await expect(started(old)).rejects.toThrow(/ ran here already/)
    const ran = (await readFile(join(home, 'rules-run.jsonl'), 'utf8')).trim().split('\n')
    expect(ran.map(line => JSON.parse(line).digest)).toEqual([first, await catalogueDigest(next)])
  })

  it('keeps that one ran only once it is served, and says where it cannot', async () => {
    const [{ approvers, signs }, home, dir] = [await signers(), await folderOf({}), await catalogue(300)]
    await signs(dir, null)
    const noteRun = await mustBeApproved({ dir, approvers, home })
    expect(await readdir(home)).toEqual([])
    await mkdir(join(home, 'rules-run.jsonl'))
    await expect(noteRun()).rejects.toThrow(/rules-run\.jsonl: cannot be written \(EISDIR\): give an IEUM_HOME/)
  })

  it('names the line of the signatures that it cannot read', async () => {
    const dir = await catalogue(300)
    await writeFile(join(dir, 'approvals.jsonl'), '{"by":"kim","jws":"a.b.c"}\n\n{"by":"lee"}\n{"by":"kim"}{"by"\n')
    await expect(mustBeApproved({ dir, approvers: [], home: await folderOf({}) })).rejects.toThrow(
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
      expect(await ieum(['approve', dir, '--as', as, '--key', await newKey(as), ...later])).toMatchObject({ code: 0 })
    const lines = (await readFile(join(dir, 'approvals.jsonl'), 'utf8')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line).by)).toEqual(['kim', 'lee'])
    // What was signed beside it is no part of it.
    expect((await ieum(['check', dir])).out).toContain('Everything holds')
  })

  it('begins a line of its own where the last one was not ended', async () => {
    const [dir, key] = [await catalogue(300), await newKey('kim')]
    const file = join(dir, 'approvals.jsonl')
    await writeFile(file, '{"by":"lee","jws":"a.b.c"}')
    expect(await ieum(['approve', dir, '--as', 'kim', '--key', key, ...later])).toMatchObject({ code: 0 })
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line).by)).toEqual(['lee', 'kim'])
  })

  it('says where it cannot read the lines before its own, and where it cannot write it', async () => {
    const [dir, key] = [await catalogue(300), await newKey('kim')]
    const file = join(dir, 'approvals.jsonl')
    const asked = ['approve', dir, '--as', 'kim', '--key', key, ...later]
    await mkdir(file)
    const unread = /approvals\.jsonl: cannot be read \(EISDIR\): /
    expect(await ieum(asked)).toMatchObject({ code: 2, err: expect.stringMatching(unread) })
    await rmdir(file)
    await symlink(join(dir, 'nowhere', 'approvals.jsonl'), file)
    const unwritten = /approvals\.jsonl: cannot be written \(ENOENT\): /
    expect(await ieum(asked)).toMatchObject({ code: 2, err: expect.stringMatching(unwritten) })
  })

  it('does not sign a change in silence, unless whoever signs says what was wrong', async () => {
    const [before, after, key] = [await catalogue(300), await catalogue(320), await newKey('kim')]
    const asked = ['approve', after, '--as', 'kim', '--key', key, '--since', before, ...later]
    expect(await ieum(asked)).toMatchObject({ code: 1, out: expect.stringContaining('Nothing was signed.') })
    expect(await ieum([...asked, '--because', 'oops'])).toMatchObject({ code: 2 })
    const because = 'the notice says 320, it was copied wrongly'
    expect(await ieum([...asked, '--because', because])).toMatchObject({ code: 0 })
    const [line] = (await readFile(join(after, 'approvals.jsonl'), 'utf8')).split('\n')
    const signed = JSON.parse(Buffer.from(JSON.parse(line!).jws.split('.')[1], 'base64url').toString())
    expect(signed).toMatchObject({ by: 'kim', because, since: await catalogueDigest(before) })
    // Who signs after him is told in which words.
    const second = ['approve', after, '--as', 'lee', '--key', await newKey('lee'), '--since', before, ...later]
    const told = await ieum(second)
    expect(told).toMatchObject({ code: 1, out: expect.stringContaining(`kim signed it as a change of `) })
    expect(told.out).toContain(`because "${because}"`)
    expect(await ieum([...second, '--because', ` ${because.replace(', ', ',  ')}`])).toMatchObject({ code: 0 })
    const lines = (await readFile(join(after, 'approvals.jsonl'), 'utf8')).trim().split('\n')
    expect(
      approvalsSaid(
        await catalogueDigest(after),
        lines.map(line => JSON.parse(line)),
      ),
    ).toEqual(['kim', 'lee'].map(by => ({ by, since: signed.since, because })))
  })

  it.skipIf(process.platform === 'win32')(
    'signs as a change of what it was compared with, although the branch went on meanwhile',
    async () => {
      const [first, key, bin] = [await catalogue(300), await newKey('kim'), await folderOf({})]
      const [dir, digest] = [await kept(first), await catalogueDigest(first)]
      git(dir, ['branch', 'published'])
      await cp(await catalogue(310), dir, { recursive: true })
      git(dir, ['commit', '-qam', 'second'])
      const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
      const moves = `#!/bin/sh\n"${real}" "$@" || exit\n[ "$1" = archive ] && "${real}" branch -f published HEAD >&2\nexit 0\n`
      await writeFile(join(bin, 'git'), moves, { mode: 0o755 })
      const because = ['--because', 'the notice says 310, it was copied wrongly']
      const asked = [
        'approve',
        dir,
        '--as',
        'kim',
        '--key',
        key,
        '--since',
        'published',
        ...because,
        '--json',
        ...later,
      ]
      const ran = await ieum(asked, { PATH: `${bin}:${process.env.PATH}` })
      const { since, changes } = JSON.parse(ran.out)
      expect(changes).toHaveLength(1)
      expect(since).toBe(digest)
    },
  )

  it('signs as of no day that is past, on which what counts by now had not begun', async () => {
    const [before, after, key] = [await catalogue(300), await catalogue(320), await newKey('kim')]
    const asked = ['approve', after, '--as', 'kim', '--key', key, '--since', before]
    expect(await ieum([...asked, '--on', '2026-04-01'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--on: 2026-04-01 is past: /),
    })
    expect(await readdir(after)).not.toContain('approvals.jsonl')
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
