/** The council as an OParl organization, and the agencies that sit in it or propose to it. */
import { type OparlFrame, type OparlObject, typeOf } from './frame.ts'

export const councilOf = ({ record, ids, to, opened, since, web }: OparlFrame): OparlObject => ({
  id: ids.organization,
  type: typeOf('Organization'),
  body: ids.body,
  name: record.name.ko,
  organizationType: 'Gremium',
  classification: record.kind,
  meeting: ids.list('meeting'),
  post: record.seats.map(({ title }) => title.ko),
  ...(record.foundedOn && { startDate: record.foundedOn }),
  ...(record.dissolvedOn && { endDate: record.dissolvedOn }),
  ...web(to.council),
  ...since(opened, record.updated),
  ...(record.name.en && { 'ieum:nameEn': record.name.en }),
  'ieum:from': record.from,
  ...(record.madeUp && { 'ieum:madeUp': true }),
})

export function agenciesOf({ record, ids, opened, since, place: { agencies } }: OparlFrame): readonly OparlObject[] {
  const seated = [
    ...new Set([
      ...record.seats.map(({ agency }) => agency),
      record.secretariat,
      ...record.tasks.flatMap(({ proposedBy }) => proposedBy),
    ]),
  ]
  return seated.flatMap((agency): readonly OparlObject[] =>
    agency === null
      ? []
      : [
          {
            id: ids.agency(agency),
            type: typeOf('Organization'),
            body: ids.body,
            name: agencies.find(({ id }) => id === agency)?.name.ko ?? agency,
            organizationType: 'Institution',
            ...since(opened),
            'ieum:agency': agency,
          },
        ],
  )
}
