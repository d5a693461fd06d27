import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { exampleFirm } from './example-firm.ts'

it('the example firm is the one of the example files', () => {
  const file = new URL('../../../../../examples/firms/gyeongbuk-foundry.yaml', import.meta.url)
  expect(exampleFirm).toEqual(parse(readFileSync(file, 'utf8')))
})
