/** How letters, paragraphs and cells look in HWPX: each is described once, and named by its number from then on. */
import { colours, fonts, sizes } from '../look.ts'

/** OWPML counts in 7200ths of an inch, and letters in hundredths of a point. */
export const units = (mm: number): number => Math.round((mm / 25.4) * 7_200)
const hundredths = (points: number): number => Math.round(points * 100)
const ofPoints = (points: number): number => Math.round(points * 100)

/** Signs that mean something in XML are written as names; what no XML may hold was taken out before. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

interface Letters {
  readonly size: number
  readonly colour: string
  readonly bold?: true
}

const letters = {
  body: { size: sizes.body, colour: colours.ink },
  title: { size: sizes.title, colour: colours.strong, bold: true },
  heading: { size: sizes.heading, colour: colours.strong, bold: true },
  subheading: { size: sizes.subheading, colour: colours.strong, bold: true },
  cell: { size: sizes.cell, colour: colours.ink },
  cellHeading: { size: sizes.cell, colour: colours.ink, bold: true },
  small: { size: sizes.small, colour: colours.quiet },
} as const satisfies Record<string, Letters>

interface Paragraph {
  readonly align: 'LEFT' | 'CENTER' | 'RIGHT'
  /** Per cent of the height of its letters. */
  readonly line: number
  /** Above and below, in points. */
  readonly above?: number
  readonly below?: number
  /** In millimetres; the first line stands out by `hangs`. */
  readonly left?: number
  readonly hangs?: number
  readonly outline?: 0 | 1 | 2
  readonly border?: keyof typeof borders
}

const paragraphs = {
  body: { align: 'LEFT', line: 160, above: 3, below: 3 },
  title: { align: 'CENTER', line: 140, below: 14, outline: 0, border: 'title' },
  heading: { align: 'LEFT', line: 140, above: 16, below: 6, outline: 1 },
  subheading: { align: 'LEFT', line: 140, above: 12, below: 4, outline: 2 },
  list: { align: 'LEFT', line: 160, below: 2, left: 6, hangs: 4 },
  note: { align: 'LEFT', line: 150, above: 2, below: 4, left: 3, border: 'note' },
  left: { align: 'LEFT', line: 140 },
  centre: { align: 'CENTER', line: 140 },
  right: { align: 'RIGHT', line: 140 },
} as const satisfies Record<string, Paragraph>

interface Border {
  readonly sides: Partial<Record<'left' | 'right' | 'top' | 'bottom', readonly [width: string, colour: string]>>
  readonly fill?: string
}

const [thin, thick, bar] = [
  ['0.12 mm', colours.line],
  ['0.4 mm', colours.strong],
  ['0.7 mm', colours.line],
] as const

/** Of a cell: a table is open at its sides, and closed by a strong line above and below. */
export interface CellEdges {
  readonly top: boolean
  readonly bottom: boolean
  readonly left: boolean
  readonly right: boolean
}

const cellBorders: readonly (readonly [edges: CellEdges, isHeading: boolean])[] = [false, true].flatMap(isHeading =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(
    bits =>
      [
        { top: (bits & 1) > 0, bottom: (bits & 2) > 0, left: (bits & 4) > 0, right: (bits & 8) > 0 },
        isHeading,
      ] as const,
  ),
)

const cellBorder = ({ top, bottom, left, right }: CellEdges, isHeading: boolean): Border => ({
  sides: {
    top: top ? thick : thin,
    bottom: bottom ? thick : thin,
    ...(!left && { left: thin }),
    ...(!right && { right: thin }),
  },
  ...(isHeading && { fill: colours.shade }),
})

const borders = {
  none: { sides: {} },
  title: { sides: { top: ['0.7 mm', colours.strong], bottom: ['0.25 mm', colours.strong] } },
  note: { sides: { left: bar } },
} as const satisfies Record<string, Border>

export type LettersName = keyof typeof letters
export type ParagraphName = keyof typeof paragraphs
export type BorderName = keyof typeof borders

export const lettersOf = (name: LettersName): number => Object.keys(letters).indexOf(name)
export const paragraphOf = (name: ParagraphName): number => Object.keys(paragraphs).indexOf(name)
/** Counted from 1. */
export const borderOf = (name: BorderName): number => Object.keys(borders).indexOf(name) + 1

export const cellBorderOf = (edges: CellEdges, isHeading: boolean): number =>
  Object.keys(borders).length +
  1 +
  cellBorders.findIndex(
    ([one, heading]) =>
      heading === isHeading &&
      one.top === edges.top &&
      one.bottom === edges.bottom &&
      one.left === edges.left &&
      one.right === edges.right,
  )

/** Those by which a program finds its way in the paper. */
const styles = [
  ['바탕글', 'Normal', 'body', 'body'],
  ['개요 1', 'Outline 1', 'title', 'title'],
  ['개요 2', 'Outline 2', 'heading', 'heading'],
  ['개요 3', 'Outline 3', 'subheading', 'subheading'],
] as const satisfies readonly (readonly [string, string, ParagraphName, LettersName])[]

export const styleOf = (paragraph: ParagraphName): number =>
  Math.max(
    0,
    styles.findIndex(([, , name]) => name === paragraph),
  )

const scripts = ['hangul', 'latin', 'hanja', 'japanese', 'other', 'symbol', 'user']
const eachScript = (value: number): string => scripts.map(script => `${script}="${value}"`).join(' ')

const namespaces = [
  ['hh', 'http://www.hancom.co.kr/hwpml/2011/head'],
  ['hp', 'http://www.hancom.co.kr/hwpml/2011/paragraph'],
  ['hc', 'http://www.hancom.co.kr/hwpml/2011/core'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const counted = (name: string, items: readonly string[]): string =>
  `<hh:${name} itemCnt="${items.length}">${items.join('')}</hh:${name}>`

/** `Contents/header.xml`: all of them, for a paper of one section. */
export function headerXml(): string {
  const faces = scripts.map(
    script =>
      `<hh:fontface lang="${script.toUpperCase()}" fontCnt="1"><hh:font id="0" face="${escaped(fonts.office)}" type="TTF" isEmbedded="0"><hh:typeInfo familyType="FCAT_GOTHIC" weight="6" proportion="4" contrast="0" strokeVariation="1" armStyle="1" letterform="1" midline="1" xHeight="1"/></hh:font></hh:fontface>`,
  )
  const lists = [
    counted('fontfaces', faces),
    counted(
      'borderFills',
      [...Object.values<Border>(borders), ...cellBorders.map(border => cellBorder(...border))].map(borderXml),
    ),
    counted('charProperties', Object.values<Letters>(letters).map(lettersXml)),
    counted('tabProperties', ['<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>']),
    counted('numberings', [numberingXml()]),
    counted('paraProperties', Object.values<Paragraph>(paragraphs).map(paragraphXml)),
    counted(
      'styles',
      styles.map(
        ([name, english, paragraph, letter], id) =>
          `<hh:style id="${id}" type="PARA" name="${name}" engName="${english}" paraPrIDRef="${paragraphOf(paragraph)}" charPrIDRef="${lettersOf(letter)}" nextStyleIDRef="0" langID="1042" lockForm="0"/>`,
      ),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><hh:head ${namespaces} version="1.4" secCnt="1"><hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>${lists.join('')}</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument><hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption></hh:head>`
}

function borderXml({ sides, fill }: Border, index: number): string {
  const side = (name: keyof Border['sides']) => {
    const [width, colour] = sides[name] ?? ['0.1 mm', '000000']
    return `<hh:${name}Border type="${sides[name] ? 'SOLID' : 'NONE'}" width="${width}" color="#${colour}"/>`
  }
  const brush = fill
    ? `<hc:fillBrush><hc:winBrush faceColor="#${fill}" hatchColor="#000000" alpha="0"/></hc:fillBrush>`
    : ''
  return `<hh:borderFill id="${index + 1}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0"><hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>${side('left')}${side('right')}${side('top')}${side('bottom')}${brush}</hh:borderFill>`
}

function lettersXml({ size, colour, bold }: Letters, id: number): string {
  return `<hh:charPr id="${id}" height="${hundredths(size)}" textColor="#${colour}" shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="1"><hh:fontRef ${eachScript(0)}/><hh:ratio ${eachScript(100)}/><hh:spacing ${eachScript(0)}/><hh:relSz ${eachScript(100)}/><hh:offset ${eachScript(0)}/>${bold ? '<hh:bold/>' : ''}</hh:charPr>`
}

function paragraphXml(shape: Paragraph, id: number): string {
  const { align, line, above = 0, below = 0, left = 0, hangs = 0, outline, border = 'none' } = shape
  const heading =
    outline === undefined ? 'type="NONE" idRef="0" level="0"' : `type="OUTLINE" idRef="0" level="${outline}"`
  const keepWithNext = outline === undefined ? 0 : 1
  const padding = border === 'none' ? 0 : units(1.5)
  // Programs of before 2016 count lengths of paragraphs in halves; each takes the ones that it knows.
  const lengths = (times: 1 | 2) => {
    const length = (name: string, value: number) => `<hc:${name} value="${value * times}" unit="HWPUNIT"/>`
    return `<hh:margin>${length('intent', -units(hangs))}${length('left', units(left))}${length('right', 0)}${length('prev', ofPoints(above))}${length('next', ofPoints(below))}</hh:margin><hh:lineSpacing type="PERCENT" value="${line}" unit="HWPUNIT"/>`
  }
  const spaces = `<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">${lengths(1)}</hp:case><hp:default>${lengths(2)}</hp:default></hp:switch>`
  return `<hh:paraPr id="${id}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="0" suppressLineNumbers="0" checked="0" textDir="LTR"><hh:align horizontal="${align}" vertical="BASELINE"/><hh:heading ${heading}/><hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="BREAK_WORD" widowOrphan="0" keepWithNext="${keepWithNext}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/>${spaces}<hh:border borderFillIDRef="${borderOf(border)}" offsetLeft="${padding}" offsetRight="${padding}" offsetTop="${padding}" offsetBottom="${padding}" connect="0" ignoreMargin="0"/></hh:paraPr>`
}

/** Outlines name it; it numbers nothing, for what is numbered says its number itself. */
function numberingXml(): string {
  const heads = [1, 2, 3, 4, 5, 6, 7].map(
    level =>
      `<hh:paraHead start="1" level="${level}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" textOffsetType="PERCENT" textOffset="50" numFormat="DIGIT" charPrIDRef="4294967295" checkable="0"/>`,
  )
  return `<hh:numbering id="1" start="0">${heads.join('')}</hh:numbering>`
}
