import { describe, expect, it } from 'vitest'
import { readTemplate } from './template.ts'

const head = '---\nfile: {{session}} 안건\nmark: {{grade}}\n---\n'
const faultsOf = (body: string) => readTemplate(head + body, 'agenda').faults

describe('a template of a paper', () => {
  it('is read line by line, with what is repeated and what stands only where something is', () => {
    const { template, faults } = readTemplate(
      `${head}<!-- 설명은
여러 줄이어도 됩니다 -->
# {{session}} 회의 안건

| 일시 | {{day}} {{from}} |

| 시간 | 안건 |
|--:|---|
{{#each items}}
| {{from}} | {{no}}. {{title}} |
{{/each}}
{{#if place}}
- {{place}}
  그리고 더
{{else}}
> 장소 없음
{{/if}}
`,
      'agenda',
    )
    expect(faults).toEqual([])
    expect(template.file).toEqual([{ name: 'session' }, ' 안건'])
    expect(template.parts.filter(({ is }) => is !== 'gap')).toMatchObject([
      { is: 'title', text: [{ name: 'session' }, ' 회의 안건'] },
      { is: 'row', cells: [['일시'], [{ name: 'day' }, ' ', { name: 'from' }]] },
      { is: 'row', cells: [['시간'], ['안건']] },
      {
        is: 'columns',
        columns: [
          { weight: 2, align: 'right' },
          { weight: 3, align: 'left' },
        ],
      },
      { is: 'each', of: 'items', parts: [{ is: 'row' }] },
      {
        is: 'if',
        name: 'place',
        parts: [{ is: 'item' }, { is: 'more', text: ['그리고 더'] }],
        otherwise: [{ is: 'note', text: ['장소 없음'] }],
      },
    ])
  })

  it.each([
    ['# 안건\n{{plase}}', { line: 6, column: 1, wrong: 'nothing is called plase here' }, 'did you mean place?'],
    [
      '# 안건\n가 {{title}}',
      { line: 6, column: 3, wrong: 'nothing is called title here' },
      'there are agencies, council,',
    ],
    ['# 안건\n{{items}}', { line: 6, column: 1, wrong: 'items is a list' }, '{{#each items}}'],
    ['# 안건\n{{#each place}}\n{{/each}}', { line: 6, column: 1, wrong: 'place is no list' }, 'items'],
    ['# 안건\n{{#each items}}\n- {{title}}', { line: 6, wrong: '{{#each items}} does not end' }, '{{/each}}'],
    ['# 안건\n{{#each items}}\n{{/if}}\n{{/each}}', { line: 7, wrong: '{{/if}} ends nothing' }, '{{/each}}'],
    ['# 안건\n{{else}}', { line: 6, wrong: '{{else}} outside of an {{#if}}' }, undefined],
    [
      '# 안건\n여기 {{#if place}} 있음',
      { line: 6, column: 4, wrong: '{{#if place}} beside other words' },
      'line of its own',
    ],
    ['# 안건\n{{ place', { line: 6, wrong: 'braces that do not close' }, '{{name}}'],
    ['# 안건\n# 또 안건', { line: 6, wrong: 'a second title' }, '"## "'],
    ['안건', { line: 5, wrong: 'no title' }, '"# "'],
    ['# 안건\n| 하나 | 둘', { line: 6, wrong: 'a row of a table that does not end' }, '|'],
    [
      '# 안건\n| 하나 | 둘 |\n|---|\n',
      { line: 7, wrong: 'a line of a table under no heading of as many columns' },
      '|---|',
    ],
    [
      '# 안건\n| 하나 | 둘 |\n|---|---|\n{{#each items}}\n| {{title}} |\n{{/each}}',
      { line: 9, wrong: 'a row of 1 cells in a table of 2 columns' },
      undefined,
    ],
  ])('says what is wrong in %j, and where', (body, fault, right) => {
    const [first] = faultsOf(body)
    expect(first).toMatchObject(fault)
    if (right === undefined) expect(first).not.toHaveProperty('right')
    else expect(first?.right).toContain(right)
  })

  it('says the name of its file', () => {
    expect(readTemplate('# 안건', 'agenda').faults).toMatchObject([{ line: 1, wrong: 'no head' }])
    expect(readTemplate('---\nmark: x\n---\n# 안건', 'agenda').faults).toMatchObject([
      { line: 1, wrong: 'no name for the file' },
    ])
    expect(readTemplate('---\nflie: x\n---\n# 안건', 'agenda').faults[0]).toMatchObject({
      line: 2,
      right: 'file: or mark:',
    })
  })

  it('knows inside a list the names of its entries, and those around it', () => {
    expect(
      faultsOf('# 안건\n{{#each items}}\n{{#each decisions}}\n- {{text}} {{title}} {{place}}\n{{/each}}\n{{/each}}'),
    ).toEqual([])
  })

  it('is no prototype of anything', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(faultsOf(`# 안건\n{{${name}}}`)[0]?.wrong).toBe(`nothing is called ${name} here`)
  })
})
