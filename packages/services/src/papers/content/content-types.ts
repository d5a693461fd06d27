/** What each part of an Office package is, as its list of types says (ISO/IEC 29500-2, 10.1.2). */
import { refuseTypeThatRuns, xmlText } from './look-into-xml.ts'
import { Refused, refuseIf } from './refusal.ts'
import { readXml, type XmlElement } from './xml-reader.ts'

export type TypeOfPart = (name: string) => string | undefined

export async function contentTypes(list: Buffer): Promise<TypeOfPart> {
  const byName = new Map<string, string>()
  const byEnding = new Map<string, string>()
  const tell = (types: Map<string, string>, of: string | undefined, type: string | undefined) => {
    if (of === undefined || type === undefined) throw new Refused('broken')
    // Which of two types counts would be up to the reader.
    refuseIf(types.has(of.toLowerCase()), 'broken')
    types.set(of.toLowerCase(), type)
  }
  await readXml(xmlText(list), {
    opens(element) {
      for (const { local, value } of element.attributes) if (local === 'ContentType') refuseTypeThatRuns(value)
      const type = attributeOf(element, 'ContentType')
      if (element.local === 'Override') tell(byName, partName(attributeOf(element, 'PartName')), type)
      if (element.local === 'Default') tell(byEnding, attributeOf(element, 'Extension'), type)
    },
  })
  return name => {
    const lower = name.toLowerCase()
    return byName.get(`/${lower}`) ?? byEnding.get(lower.slice(lower.lastIndexOf('.') + 1))
  }
}

/** `text/xml; charset=…` as well as `…+xml`; VML is XML whose type does not say so. */
export const isXmlType = (type: string): boolean => /(?:[/+]xml|vmlDrawing)$/i.test(type.split(';', 1)[0]!.trim())

const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find(({ namespace, local }) => namespace === '' && local === name)?.value

function partName(written: string | undefined): string | undefined {
  try {
    return written && decodeURIComponent(written)
  } catch {
    throw new Refused('broken')
  }
}
