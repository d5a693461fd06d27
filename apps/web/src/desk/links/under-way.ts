import type { AgreementState } from '@ieum/desk'

const underWay: readonly AgreementState[] = ['drafted', 'proposed', 'offered', 'reviewed']

/** It waits for somebody's signature. */
export const isUnderWay = (state: AgreementState): boolean => underWay.includes(state)
