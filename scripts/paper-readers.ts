/** Programs that open our papers in tests, from the packages of the system: LibreOffice and Poppler. */
import { spawnSync } from 'node:child_process'
import { installFromSystem, isExecutable } from './system-packages.ts'

const programs = [
  { name: 'LibreOffice', package: 'libreoffice-writer-nogui', path: '/usr/bin/soffice' },
  { name: 'Poppler', package: 'poppler-utils', path: '/usr/bin/pdftotext' },
] as const

/** Throws when they are not there and cannot be installed. */
export function ensurePaperReaders(): void {
  for (const { name, package: from, path } of programs) {
    if (isExecutable(path)) continue
    installFromSystem(name, from)
    if (!isExecutable(path))
      throw new Error(`There is no ${name}, and it cannot be installed from here: install ${from}.`)
  }
}

/** What a program says; throws when it fails. */
export function told(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}
