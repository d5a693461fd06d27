/** Who proposes: `중기부 제안과제`, `(산업부)`, `중기부·산업부 공동`, `제안부처: 산업부, 협조: 중기부`. */
import {
  type AgencyReader,
  besideProposers,
  countsOfGroup,
  joinsOfProposers,
  labels,
  nextLabel,
  proposed,
  taskWords,
  together,
} from '@ieum/wording/papers'

export interface Proposers {
  /** In the order of the paper. */
  readonly ids: readonly string[]
  /** By all who take part, none named. */
  readonly together: boolean
  /** Named and not known. */
  readonly strangers: readonly string[]
  /** Named as in charge, not as proposing. */
  readonly inCharge: boolean
}

export interface ProposerReader {
  /** Undefined where the text says anything else besides. */
  readonly in: (text: string) => Proposers | undefined
  /** The head of a group: as above, and it says that they propose, or names the tasks. */
  readonly groupIn: (text: string) => Proposers | undefined
}

const joins = /[\s·ㆍ‧・/,;&+:：\-–~()[\]<>【】「」『』*※□○ㅇ]/g
const charges: readonly string[] = labels.inCharge
const asks: readonly string[] = labels.proposer
const fillers = [
  ...together,
  ...proposed,
  ...taskWords,
  ...labels.proposer,
  ...labels.inCharge,
  ...besideProposers,
].sort((a, b) => b.length - a.length)

export function proposerReaderOf(agencies: AgencyReader): ProposerReader {
  const read = (text: string): Proposers | undefined => {
    if (text.length > 120) return undefined
    const part = ofThoseWhoPropose(text)
    const named = agencies.in(part.text)
    const strangers = agencies.strangersIn(part.text).filter(name => !fillers.includes(name))
    const isTogether = together.some(word => part.text.replaceAll(/\s/g, '').includes(word))
    if (named.length === 0 && strangers.length === 0 && !isTogether) return undefined
    if (leftOf(text, agencies) !== '') return undefined
    const ids = [...new Set(named.map(({ id }) => id))]
    return {
      ids,
      together: isTogether && ids.length === 0 && strangers.length === 0,
      strangers,
      inCharge: part.inCharge,
    }
  }
  return {
    in: read,
    groupIn: text => {
      const word = text.replaceAll(/\s/g, '')
      const isGroup = proposed.some(one => word.includes(one)) || taskWords.some(one => word.includes(one))
      return isGroup ? read(text) : undefined
    },
  }
}

/** Of `제안: 중기부 / 협조: 산업부` only what stands behind the word that asks. */
function ofThoseWhoPropose(text: string): { readonly text: string; readonly inCharge: boolean } {
  const pieces = text.split(nextLabel)
  const labelOf = (piece: string) => piece.split(/[:：]/, 1)[0]!.replaceAll(/[\s([]/g, '')
  const asking = pieces.find(piece => /[:：]/.test(piece) && asks.includes(labelOf(piece)))
  if (asking !== undefined) return { text: asking, inCharge: false }
  const charged = pieces.find(piece => charges.some(word => piece.replaceAll(/\s/g, '').includes(word)))
  return charged === undefined ? { text, inCharge: false } : { text: charged, inCharge: true }
}

/** What is left when all that belongs to naming proposers is taken out. */
function leftOf(text: string, agencies: AgencyReader): string {
  let left = text
  for (const { at, end } of agencies.in(text).reverse()) left = `${left.slice(0, at)} ${left.slice(end)}`
  for (const name of agencies.strangersIn(text)) left = left.replace(name, ' ')
  left = left.replaceAll(countsOfGroup, ' ').replaceAll(joins, ' ')
  for (let tries = 0; tries < 2; tries += 1) {
    // Letters may be spaced: 제 안 부 처.
    left = left.replaceAll(/ /g, '')
    for (const word of fillers) left = left.replaceAll(word, '')
  }
  return joinsOfProposers.reduce((rest, word) => (rest === word ? '' : rest), left.replaceAll(/[.'"‘’“”]/g, ''))
}
