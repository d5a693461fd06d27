import type { FactName } from '@ieum/catalogue/records'
import type { SupportOffered } from '@ieum/matching'
import type { RuledEdition } from '@ieum/rules'

/** What a notice offers at most, before anything is known of the firm: the widest of its bands. */
export function statedSupport({ support }: Pick<RuledEdition, 'support'>): SupportOffered {
  if (!support) return {}
  const max = typeof support.max === 'object' ? widest(support.max.map(band => band.max)) : support.max
  const rate = typeof support.rate === 'object' ? widest(support.rate.map(band => band.rate)) : support.rate
  const hasBands = [support.max, support.rate].some(bands => typeof bands === 'object' && bands.length > 1)
  return {
    ...(max !== undefined && { max }),
    ...(rate !== undefined && { rate }),
    ...(support.per && { per: support.per }),
    ...(support.interest !== undefined && { interest: support.interest }),
    ...(hasBands && { depends: [] satisfies FactName[] }),
  }
}

const widest = (figures: readonly number[]): number | undefined =>
  figures.length > 0 ? Math.max(...figures) : undefined
