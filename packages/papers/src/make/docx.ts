/** A paper as Word reads it. The single place that knows `docx`. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { colours, fonts, page, sizes, widthsOf } from './look.ts'
import { type Block, type Paper, titleOf } from './paper.ts'

/** Twentieths of a point. */
const twips = (mm: number): number => Math.round((mm / 25.4) * 1_440)
const halfPoints = (points: number): number => points * 2
const points = (size: number): number => size * 20

const full = page.width - page.left - page.right

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: titleOf(paper),
    creator: 'Ieum',
    description: paper.mark,
    styles: {
      default: {
        document: {
          run: {
            font: { name: fonts.office, eastAsia: fonts.office, ascii: fonts.office, hAnsi: fonts.office },
            size: halfPoints(sizes.body),
            color: colours.ink,
            language: { value: paper.language === 'ko' ? 'ko-KR' : 'en-GB', eastAsia: 'ko-KR' },
          },
          paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO, after: points(4) } },
        },
        heading1: headingStyle(sizes.title, points(0), points(14)),
        heading2: headingStyle(sizes.heading, points(16), points(6)),
        heading3: headingStyle(sizes.subheading, points(12), points(4)),
      },
    },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: twips(6), hanging: twips(4) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              header: twips(page.header),
              footer: twips(page.header),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ text: paper.mark, size: halfPoints(sizes.small), color: colours.quiet })],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: ['- ', PageNumber.CURRENT, ' -'],
                    size: halfPoints(sizes.small),
                    color: colours.quiet,
                  }),
                ],
              }),
            ],
          }),
        },
        children: paper.blocks.flatMap(written),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const headingStyle = (size: number, before: number, after: number) => ({
  run: { bold: true, size: halfPoints(size), color: colours.strong },
  paragraph: { spacing: { before, after, line: 300, lineRule: LineRuleType.AUTO }, keepNext: true },
})

function written(block: Block): (Paragraph | Table)[] {
  switch (block.is) {
    case 'title':
      return [
        paragraph(block.text, {
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          border: {
            top: { style: BorderStyle.SINGLE, size: 18, color: colours.strong, space: 10 },
            bottom: { style: BorderStyle.SINGLE, size: 6, color: colours.strong, space: 10 },
          },
        }),
      ]
    case 'heading':
      return [paragraph(block.text, { heading: block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })]
    case 'paragraph':
      return [paragraph(block.text)]
    case 'note':
      return [
        paragraph(
          block.text,
          {
            border: { left: { style: BorderStyle.SINGLE, size: 18, color: colours.line, space: 8 } },
            indent: { left: twips(3) },
          },
          { color: colours.quiet, size: halfPoints(sizes.small) },
        ),
      ]
    case 'list':
      return block.items.map(item => paragraph(item, { numbering: { reference: 'list', level: 0 } }))
    case 'fields': {
      const columns = Math.max(...block.rows.map(row => row.length))
      const widths = widthsOf([1, ...Array<number>(columns - 1).fill(4)], full)
      return [
        table(
          widths,
          block.rows.map(
            row =>
              new TableRow({
                cantSplit: true,
                children: widths.map((width, index) => cell(row[index] ?? '', width, { isHeading: index === 0 })),
              }),
          ),
        ),
        gap(),
      ]
    }
    case 'table': {
      const widths = widthsOf(
        block.columns.map(({ weight }) => weight),
        full,
      )
      const heading = new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, index) =>
          cell(column.heading, widths[index]!, { isHeading: true, align: 'centre' }),
        ),
      })
      const rows = block.rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: block.columns.map(({ align }, index) => cell(row[index] ?? '', widths[index]!, { align })),
          }),
      )
      return [table(widths, [heading, ...rows]), gap()]
    }
  }
}

/** A table that follows a table would be one with it. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 200, lineRule: LineRuleType.EXACT }, children: [] })

const runs = (text: string, run: Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text'> = {}): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }))

const paragraph = (text: string, options: IParagraphOptions = {}, run = {}): Paragraph =>
  new Paragraph({ ...options, children: runs(text, run) })

const table = (widths: readonly number[], rows: readonly TableRow[]): Table => {
  const [thin, thick] = [6, 12].map(size => ({ style: BorderStyle.SINGLE, size, color: colours.line }))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(full), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: {
      top: { ...thick!, color: colours.strong },
      bottom: { ...thick!, color: colours.strong },
      left: { style: BorderStyle.NONE },
      right: { style: BorderStyle.NONE },
      insideHorizontal: thin!,
      insideVertical: thin!,
    },
    rows,
  })
}

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }

const cell = (
  text: string,
  width: number,
  { isHeading = false, align = 'left' }: { isHeading?: boolean; align?: keyof typeof alignments },
): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: points(3), bottom: points(3), left: twips(1.8), right: twips(1.8) },
    ...(isHeading && { shading: { type: ShadingType.CLEAR, fill: colours.shade, color: 'auto' } }),
    children: [
      new Paragraph({
        alignment: alignments[align],
        spacing: { after: 0, line: 300, lineRule: LineRuleType.AUTO },
        children: runs(text, { size: halfPoints(sizes.cell), bold: isHeading }),
      }),
    ],
  })
