import { allowedHere, fastest, processorTime } from '@ieum/catalogue/testing'
import { describe, expect, it } from 'vitest'
import { Refused } from './refusal.ts'
import { readXml } from './xml-reader.ts'

/** What it hears, or why it stops. */
async function heard(text: string): Promise<readonly string[] | string> {
  const told: string[] = []
  const called = ({ namespace, local }: { namespace: string; local: string }) =>
    namespace ? `{${namespace}}${local}` : local
  try {
    await readXml(text, {
      opens: element =>
        told.push([called(element), ...element.attributes.map(one => `${called(one)}=${one.value}`)].join(' ')),
      says: (words, within) => told.push(`${called(within)}: ${words}`),
    })
    return told
  } catch (error) {
    if (error instanceof Refused) return error.because
    throw error
  }
}

describe('XML is read', () => {
  it.each([
    ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a/>\n<!-- b -->', ['a']],
    ['\ufeff<a b = "1"\n c=\'"\'>x</a >', ['a b=1 c="', 'a: x']],
    ['<a>&lt;&amp;&#x41;&#66;</a>', ['a', 'a: <&AB']],
    ['<a><![CDATA[<b>&amp;]]>x<?b c?>y</a>', ['a', 'a: <b>&amp;', 'a: x', 'a: y']],
    ['<a b="&gt;>&#10;\n"/>', ['a b=>>\n ']],
    ['<가나 다="라"/>', ['가나 다=라']],
    ['<a xmlns="x" b="1"><c/><d xmlns=""/></a>', ['{x}a b=1', '{x}c', 'd']],
    ['<p:a xmlns:p="x" p:b="1"><p:a xmlns:p="y"/><p:a/></p:a>', ['{x}a {x}b=1', '{y}a', '{x}a']],
    ['<a xml:space="preserve"/>', ['a {http://www.w3.org/XML/1998/namespace}space=preserve']],
  ])('%s', async (text, told) => {
    expect(await heard(text)).toEqual(told)
  })
})

describe('C35 T9: XML is refused', () => {
  it.each([
    '',
    'a',
    '<a>',
    '<a></b>',
    '<a></a></a>',
    '<a/><b/>',
    '<a/>b',
    'b<a/>',
    '<a><b></a></b>',
    '<a b/>',
    '<a b=c/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a xmlns:p="x" xmlns:q="x" p:b="1" q:b="2"/>',
    '<p:a/>',
    '<a p:b="1"/>',
    '<a><p:b xmlns:p="x"/><p:b/></a>',
    '<a xmlns:p=""/>',
    '<a xmlns:xmlns="x"/>',
    '<a xmlns:xml="x"/>',
    '<a xmlns="x" xmlns="y"/>',
    '<p:q:a xmlns:p="x"/>',
    '<1a/>',
    '< a/>',
    '<a>&</a>',
    '<a>&b;</a>',
    '<a>&constructor;</a>',
    '<a>&#0;</a>',
    '<a>&#xd800;</a>',
    '<a>&#x110000;</a>',
    '<a>&#;</a>',
    '<a b="&#x41"/>',
    '<a>]]></a>',
    '<a>\u0001</a>',
    '<a><!-- -- --></a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<![CDATA[a]]>',
    '<a/><?xml version="1.0"?>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.1"?><a/>',
    '<a><!ELEMENT a></a>',
    '<a><? b?></a>',
  ])('%s', async text => {
    expect(await heard(text)).toBe('broken')
  })

  it('with a DTD, before its element or after, in large letters or small', async () => {
    for (const text of ['<!DOCTYPE a><a/>', '<!doctype a><a/>', '<a/><!DOCTYPE a>'])
      expect(await heard(text)).toBe('outside')
  })

  it('where it is nested deeper than any document, or an element has more attributes', async () => {
    expect(await heard('<a>'.repeat(2_000))).toBe('bomb')
    expect(await heard(`<a ${Array.from({ length: 2_000 }, (_, at) => `b${at}=""`).join(' ')}/>`)).toBe('bomb')
  })
})

it('C35 T9: reads 4 MB of small elements in a second of processor time, and lets others have their turn', async () => {
  let turns = 0
  const other = setInterval(() => {
    turns += 1
  }, 1)
  const text = `<a xmlns:p="x">${'<p:b c="d">&amp;</p:b>'.repeat(180_000)}</a>`
  const { taken } = await fastest(1_000, () => readXml(text, { opens: () => undefined }), processorTime)
  clearInterval(other)
  expect(taken).toBeLessThan(allowedHere(1_000, taken, processorTime))
  expect(turns).toBeGreaterThan(2)
})
