import { sealerOf } from '../sealing/sealer.ts'

/** The same in every process of a test. */
export const sealer = sealerOf('a secret for tests, of more than 32 signs')
