import { z } from 'zod'
import { day, id, name, record, source, webAddress, words } from './common.ts'

const agency = record({
  id,
  kind: z.enum(['ministry', 'executing', 'local', 'other']),
  ministry: id.exactOptional().meta({ description: 'The ministry it works for.' }),
  name: words.meta({ description: 'Name in force now.' }),
  names: z
    .array(record({ name: words, from: day.exactOptional(), until: day.exactOptional() }))
    .exactOptional()
    .meta({ description: 'Names with the days they were in force, oldest first.' }),
  phone: name.exactOptional(),
  url: webAddress.exactOptional(),
  source: source.exactOptional(),
})

export const agenciesFile = record({ agencies: z.array(agency) }).meta({
  title: 'Agencies',
  description: 'Ministries and the agencies that carry out their programmes (agencies.yaml).',
})
