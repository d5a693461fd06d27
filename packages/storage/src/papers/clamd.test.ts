import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { clamdAt, type PaperScanner } from './clamd.ts'

const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-'))

describe('what clamd is asked, and what its answer means', () => {
  it('is all of the content, in chunks', async () => {
    const content = crypto.getRandomValues(Buffer.alloc(65_536)).subarray(0, 65_000)
    const long = Buffer.concat([content, content, content])
    const heard: Buffer[] = []
    const scanner = await daemon(request => {
      heard.push(request)
      return 'stream: OK\0'
    })
    expect(await scanner.scan(long)).toEqual({ is: 'clean' })
    expect(Buffer.compare(contentOf(heard[0]!), long)).toBe(0)
  })

  it('names what was found', async () => {
    const scanner = await daemon(() => 'stream: Win.Test.EICAR_HDB-1 FOUND\0')
    expect(await scanner.scan(eicar)).toEqual({ is: 'infected', found: 'Win.Test.EICAR_HDB-1' })
  })

  it.each([
    ['INSTREAM size limit exceeded. ERROR\0', 'size limit exceeded'],
    ['stream: OK and more\0', 'OK and more'],
    ['', 'nothing'],
  ])('C35: is never taken for clean when it is %j', async (answer, says) => {
    const scanner = await daemon(() => answer)
    await expect(scanner.scan(eicar)).rejects.toThrow(says)
  })

  it('fails where there is none', async () => {
    await expect(clamdAt(join(tmpdir(), 'no-such-socket')).scan(eicar)).rejects.toThrow(/ENOENT/)
    await expect(clamdAt('127.0.0.1:1').scan(eicar)).rejects.toThrow(/ECONNREFUSED/)
  })
})

const program = spawnSync('clamd', ['--version']).status === 0

describe.skipIf(!program)('ClamAV itself, with a signature of the test file alone', () => {
  let folder: string
  let clamd: ChildProcess
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ieum-clamd-'))
    writeFileSync(join(folder, 'test.ndb'), `Eicar-Test:0:*:${eicar.toString('hex')}\n`)
    writeFileSync(
      join(folder, 'clamd.conf'),
      [`DatabaseDirectory ${folder}`, `LocalSocket ${folder}/socket`, 'Foreground yes', 'User root', ''].join('\n'),
    )
    clamd = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    for (let tries = 0; tries < 100; tries += 1) {
      if (
        await clamdAt(join(folder, 'socket'))
          .scan(Buffer.from('a'))
          .then(
            () => true,
            () => false,
          )
      )
        return
      await wait(100)
    }
    throw new Error('clamd does not start')
  }, 20_000)
  afterAll(() => {
    clamd?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('C35: finds it, and takes the rest for clean', async () => {
    const scanner = clamdAt(join(folder, 'socket'))
    expect(await scanner.scan(eicar)).toMatchObject({ is: 'infected', found: expect.stringContaining('Eicar-Test') })
    expect(await scanner.scan(crypto.getRandomValues(Buffer.alloc(60_000)))).toEqual({ is: 'clean' })
    expect(await scanner.scan(Buffer.alloc(20_000_000, 'a'))).toEqual({ is: 'clean' })
  })
})

/** One that answers as it is told once it heard all. */
async function daemon(answer: (request: Buffer) => string): Promise<PaperScanner> {
  const server: Server = createServer(socket => {
    const parts: Buffer[] = []
    socket.on('error', () => undefined)
    socket.on('data', part => {
      parts.push(part as Buffer)
      const request = Buffer.concat(parts)
      if (request.length >= 14 && request.readUInt32BE(request.length - 4) === 0) socket.end(answer(request))
    })
  })
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => void server.close())
  return clamdAt(`127.0.0.1:${(server.address() as { port: number }).port}`)
}

function contentOf(request: Buffer): Buffer {
  expect(request.toString('latin1', 0, 10)).toBe('zINSTREAM\0')
  const chunks: Buffer[] = []
  let at = 10
  for (let length = request.readUInt32BE(at); length > 0; length = request.readUInt32BE(at)) {
    chunks.push(request.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return Buffer.concat(chunks)
}
