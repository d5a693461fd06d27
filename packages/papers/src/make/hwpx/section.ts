/** `Contents/section0.xml`: the words of a paper, on A4, with its mark above and the number of each page below. */
import { page, widthsOf } from '../look.ts'
import type { Block, Paper } from '../paper.ts'
import {
  borderOf,
  type CellEdges,
  cellBorderOf,
  escaped,
  type LettersName,
  lettersOf,
  type ParagraphName,
  paragraphOf,
  styleOf,
  units,
} from './shapes.ts'

const full = units(page.width - page.left - page.right)
/** Taller as soon as what is in it needs more: programs lay rows out anew when they open the paper. */
const lowest = units(7)

export function sectionXml({ blocks, mark }: Paper): string {
  const body = blocks.map((block, index) => written(block, 1_000 + index))
  const first = `<hp:p id="0" paraPrIDRef="${paragraphOf('left')}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="${lettersOf('small')}">${pageXml}<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl></hp:run><hp:run charPrIDRef="${lettersOf('small')}">${markXml(mark)}<hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl><hp:t></hp:t></hp:run></hp:p>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><hs:sec xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core">${first}${body.join('')}</hs:sec>`
}

function written(block: Block, id: number): string {
  switch (block.is) {
    case 'title':
      return paragraph(block.text, 'title', 'title')
    case 'heading':
      return block.level === 1
        ? paragraph(block.text, 'heading', 'heading')
        : paragraph(block.text, 'subheading', 'subheading')
    case 'paragraph':
      return paragraph(block.text, 'body', 'body')
    case 'note':
      return paragraph(block.text, 'note', 'small')
    case 'list':
      return block.items.map(item => paragraph(`• ${item}`, 'list', 'body')).join('')
    case 'fields': {
      const columns = Math.max(...block.rows.map(row => row.length))
      const widths = widthsOf([1, ...Array<number>(columns - 1).fill(4)], full)
      const rows = block.rows.map(row =>
        widths.map((_, index) => ({ text: row[index] ?? '', align: 'left' as const, isHeading: index === 0 })),
      )
      return table(id, widths, rows)
    }
    case 'table': {
      const { columns } = block
      const widths = widthsOf(
        columns.map(({ weight }) => weight),
        full,
      )
      const headings = columns.map(({ heading }) => ({
        text: heading,
        align: 'centre' as const,
        isHeading: true,
        isRepeated: true,
      }))
      const rows = block.rows.map(row => columns.map(({ align }, index) => ({ text: row[index] ?? '', align })))
      return table(id, widths, [headings, ...rows])
    }
  }
}

function paragraph(text: string, shape: ParagraphName, letters: LettersName): string {
  const lines = text.split('\n').map(escaped).join('<hp:lineBreak/>')
  return `<hp:p id="0" paraPrIDRef="${paragraphOf(shape)}" styleIDRef="${styleOf(shape)}" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="${lettersOf(letters)}"><hp:t>${lines}</hp:t></hp:run></hp:p>`
}

const subList = (inside: string, vertical: 'TOP' | 'CENTER' = 'TOP'): string =>
  `<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="${vertical}" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">${inside}</hp:subList>`

interface Cell {
  readonly text: string
  readonly align: 'left' | 'centre' | 'right'
  readonly isHeading?: boolean
  /** Stands again on every page that the table goes on to. */
  readonly isRepeated?: boolean
}

/** It breaks over pages. */
function table(id: number, widths: readonly number[], rows: readonly (readonly Cell[])[]): string {
  const inside = rows.map((cells, at) => {
    const written = cells.map((one, index) => {
      const edges = {
        top: at === 0,
        bottom: at === rows.length - 1,
        left: index === 0,
        right: index === cells.length - 1,
      }
      return cell(one, { at, index, width: widths[index]!, edges })
    })
    return `<hp:tr>${written.join('')}</hp:tr>`
  })
  const repeats = rows[0]?.some(({ isRepeated }) => isRepeated) ? 1 : 0
  return `<hp:p id="0" paraPrIDRef="${paragraphOf('body')}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="${lettersOf('cell')}"><hp:tbl id="${id}" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="CELL" repeatHeader="${repeats}" rowCnt="${rows.length}" colCnt="${widths.length}" cellSpacing="0" borderFillIDRef="${borderOf('none')}" noAdjust="0"><hp:sz width="${full}" widthRelTo="ABSOLUTE" height="${lowest * rows.length}" heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="${units(2)}" bottom="${units(3)}"/><hp:inMargin left="510" right="510" top="141" bottom="141"/>${inside.join('')}</hp:tbl></hp:run></hp:p>`
}

interface CellPlace {
  readonly at: number
  readonly index: number
  readonly width: number
  readonly edges: CellEdges
}

function cell(
  { text, align, isHeading = false, isRepeated = false }: Cell,
  { at, index, width, edges }: CellPlace,
): string {
  const lines = text.split('\n').map(line => paragraph(line, align, isHeading ? 'cellHeading' : 'cell'))
  const [sides, ends] = [units(1.8), units(1.2)]
  return `<hp:tc name="" header="${isRepeated ? 1 : 0}" hasMargin="1" protect="0" editable="0" dirty="0" borderFillIDRef="${cellBorderOf(edges, isHeading)}">${subList(lines.join(''), 'CENTER')}<hp:cellAddr colAddr="${index}" rowAddr="${at}"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="${Math.round(width)}" height="${lowest}"/><hp:cellMargin left="${sides}" right="${sides}" top="${ends}" bottom="${ends}"/></hp:tc>`
}

const markXml = (mark: string): string =>
  mark === ''
    ? ''
    : `<hp:ctrl><hp:header id="1" applyPageType="BOTH">${subList(paragraph(mark, 'right', 'small'))}</hp:header></hp:ctrl>`

const notes = (name: string, place: string): string =>
  `<hp:${name}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/><hp:noteLine length="-1" type="SOLID" width="0.12 mm" color="#000000"/><hp:noteSpacing betweenNotes="283" belowLine="567" aboveLine="850"/><hp:numbering type="CONTINUOUS" newNum="1"/><hp:placement place="${place}" beneathText="0"/></hp:${name}>`

const pageXml = `<hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" outlineShapeIDRef="1" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0"><hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/><hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/><hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/><hp:pagePr landscape="WIDELY" width="59528" height="84188" gutterType="LEFT_ONLY"><hp:margin header="${units(page.header)}" footer="${units(page.header)}" gutter="0" left="${units(page.left)}" right="${units(page.right)}" top="${units(page.top - page.header)}" bottom="${units(page.bottom - page.header)}"/></hp:pagePr>${notes('footNotePr', 'EACH_COLUMN')}${notes('endNotePr', 'END_OF_DOCUMENT')}</hp:secPr>`
