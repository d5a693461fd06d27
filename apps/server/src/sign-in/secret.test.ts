import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readOrMakeSecret } from './secret.ts'

const folders: string[] = []
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'ieum-secret-')))
  return folders.at(-1)!
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

describe('the secret', () => {
  it('is made at the first start, for its owner alone, and read at the next', () => {
    const home = join(folder(), 'new')
    const made = readOrMakeSecret(home, {})
    expect(made).toMatchObject({ is: 'secret', secret: expect.stringMatching(/^[\w-]{43}$/) })
    expect(statSync(join(home, 'secret')).mode & 0o777).toBe(0o600)
    expect(readOrMakeSecret(home, {})).toEqual(made)
    expect(readdirSync(home)).toEqual(['secret'])
  })

  it('is the one of the environment when there is one, and no file is made', () => {
    const home = folder()
    const secret = 'x'.repeat(32)
    expect(readOrMakeSecret(home, { IEUM_SECRET: secret })).toEqual({ is: 'secret', secret, before: [] })
    expect(readOrMakeSecret(home, { IEUM_SECRET: 'short' })).toEqual({ is: 'too short', from: 'IEUM_SECRET' })
    expect(readdirSync(home)).toEqual([])
  })

  it('names those before it, each as long as any', () => {
    const [now, before, earlier] = ['n', 'b', 'e'].map(sign => sign.repeat(32)) as [string, string, string]
    const asked = (IEUM_SECRET_BEFORE: string) => readOrMakeSecret(folder(), { IEUM_SECRET: now, IEUM_SECRET_BEFORE })
    expect(asked(`${before} ${earlier}`)).toEqual({ is: 'secret', secret: now, before: [before, earlier] })
    expect(asked(`${before} short`)).toEqual({ is: 'too short', from: 'IEUM_SECRET_BEFORE' })
  })

  it('is refused when others can read it, or when it was cut off', () => {
    const home = folder()
    const file = join(home, 'secret')
    writeFileSync(file, 'x'.repeat(43), { mode: 0o600 })
    chmodSync(file, 0o640)
    expect(readOrMakeSecret(home, {})).toEqual({ is: 'open to others', file })
    chmodSync(file, 0o600)
    writeFileSync(file, 'x')
    expect(readOrMakeSecret(home, {})).toEqual({ is: 'too short', from: file })
  })

  it('is one for processes that start at once', async () => {
    const home = folder()
    const script = `import { readOrMakeSecret } from ${JSON.stringify(join(import.meta.dirname, 'secret.ts'))}
      process.stdout.write(readOrMakeSecret(${JSON.stringify(home)}, {}).secret ?? 'none')`
    const secrets = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<string>(done => {
            const started = spawn(process.execPath, ['--input-type=module', '-e', script])
            let said = ''
            started.stdout.on('data', part => {
              said += part
            })
            started.on('close', () => done(said))
          }),
      ),
    )
    expect(new Set(secrets)).toEqual(new Set([readFileSync(join(home, 'secret'), 'utf8')]))
  })
})
