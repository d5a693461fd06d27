import type { Evaluator, Situation } from '@ieum/rules'

/** What a firm states of the facts that a sentence reads: firms that state the same of them are the same for the sentence. */
export function statedOf(sentence: number, evaluator: Evaluator, { facts }: Situation): string {
  let stated = ''
  for (const fact of evaluator.factsOf(sentence))
    if (Object.hasOwn(facts, fact)) stated += ` ${fact}=${JSON.stringify(facts[fact])}`
  return stated
}
