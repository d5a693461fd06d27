import { z } from 'zod'
import { day, id, record, text, words } from './common.ts'

const consent = record({
  id: id.meta({ description: 'The same in every version.' }),
  version: z.int().min(1),
  from: day.meta({ description: 'In force from this day until the next version is.' }),
  kind: z.enum(['hand-off', 'papers', 'outcome']),
  required: z.boolean().meta({ description: 'Whether the hand-off cannot take place without it.' }),
  law: text,
  text: words.meta({ description: 'With {recipient}, {purpose}, {items}, {until} and {refusal}.' }),
  refusal: words.meta({ description: 'What follows from refusing: what stands for {refusal}.' }),
})

export const consentsFile = record({ consents: z.array(consent) }).meta({
  title: 'Consents',
  description: 'Texts with which a firm is asked for its consent to a hand-off (consents.yaml).',
})
