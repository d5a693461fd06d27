import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** With the keyboard: the focus goes into what `opener` opens within `part`, and back to it once that is left by the button `leave`. */
export async function opensAndLeaves(part: Locator, opener: Locator, leave = '그만두기'): Promise<void> {
  const focused = part.locator(':focus')
  const label = await opener.innerText()
  await opener.press('Enter')
  await part.getByRole('button', { name: leave }).waitFor()
  await expect.poll(() => focused.count()).toBe(1)
  expect(await focused.innerText()).not.toBe(label)
  await part.getByRole('button', { name: leave }).press('Enter')
  await expect.poll(() => focused.allInnerTexts()).toEqual([label])
}
