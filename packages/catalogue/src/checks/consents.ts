import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { ConsentText, Language } from '../records.ts'

/** What a firm must be told before it agrees; the law of every country that we know has these five. */
const items = ['recipient', 'purpose', 'items', 'until', 'refusal']

export function* wrongInConsents(texts: readonly ConsentText[]): Generator<Finding> {
  for (const [index, text] of texts.entries()) {
    const pointer = ['consents', `${text.id}@${text.version}`]
    for (const language of ['ko', 'en'] as const) {
      yield* wrongInText(text.text[language], [...pointer, 'text', language])
      yield* wrongInRefusal(text, language, pointer)
    }
    const isNeeded = text.kind === 'hand-off'
    if (text.required !== isNeeded)
      yield {
        pointer: [...pointer, 'required'],
        wrong: isNeeded
          ? 'a hand-off without consent to it'
          : `consent to ${text.kind} is nothing that a hand-off needs`,
        right: `required: ${isNeeded}`,
      }
    yield* wrongInVersion(text, texts.slice(0, index), pointer)
  }
}

function* wrongInText(text: string, pointer: string[]): Generator<Finding> {
  const found = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!)
  for (const name of found)
    if (!items.includes(name)) yield { pointer, wrong: `nothing stands for {${name}}`, right: didYouMean(name, items) }
  const missing = items.filter(name => !found.includes(name))
  if (missing.length > 0)
    yield {
      pointer,
      wrong: `a text of consent without ${missing.map(name => `{${name}}`).join(', ')}`,
      right: items.map(name => `{${name}}`).join(' '),
    }
}

/** It is put into the text as it stands. */
function* wrongInRefusal({ refusal }: ConsentText, language: Language, pointer: string[]): Generator<Finding> {
  if (/[{}]/.test(refusal[language]))
    yield { pointer: [...pointer, 'refusal', language], wrong: 'a place to fill in', right: 'plain words' }
}

function* wrongInVersion(text: ConsentText, earlier: readonly ConsentText[], pointer: string[]): Generator<Finding> {
  const before = earlier.findLast(({ id }) => id === text.id)
  if (!before) return
  if (text.version <= before.version || text.from <= before.from)
    yield {
      pointer: [...pointer, text.version <= before.version ? 'version' : 'from'],
      wrong: `version ${text.version} from ${text.from} behind version ${before.version} from ${before.from}`,
      right: 'oldest first, each later than the one before',
    }
  if (text.kind !== before.kind)
    yield { pointer: [...pointer, 'kind'], wrong: `${text.kind} was ${before.kind} before`, right: before.kind }
}
