import { text } from 'node:stream/consumers'
import type { Download } from 'playwright-core'

/** What a file holds that the page handed over. */
export const textOf = async (download: Download): Promise<string> => text(await download.createReadStream())
