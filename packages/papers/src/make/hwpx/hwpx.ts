/**
 * A paper as HWPX, which Korean ministries write in (OWPML, KS X 6101). Written from the paper itself: writers that we know take Markdown, and
 * would read what records say as marks. Its parts are those that kordoc writes, which open in Hancom Office.
 */
import { type Paper, titleOf } from '../paper.ts'
import { sectionXml } from './section.ts'
import { escaped, headerXml } from './shapes.ts'
import { zipped } from './zip.ts'

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export function hwpxOf(paper: Paper): Uint8Array {
  return zipped([
    { name: 'mimetype', content: 'application/hwp+zip', stored: true },
    {
      name: 'version.xml',
      content: `${declared}<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="Ieum" appVersion="1"/>`,
    },
    {
      name: 'META-INF/container.xml',
      content: `${declared}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf"><ocf:rootfiles><ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/></ocf:rootfiles></ocf:container>`,
    },
    { name: 'Contents/content.hpf', content: packageXml(paper) },
    { name: 'Contents/header.xml', content: headerXml() },
    { name: 'Contents/section0.xml', content: sectionXml(paper) },
    { name: 'Preview/PrvText.txt', content: titleOf(paper) },
  ])
}

const packageXml = (paper: Paper): string =>
  `${declared}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" version="" unique-identifier="" id=""><opf:metadata><opf:title>${escaped(titleOf(paper))}</opf:title><opf:language>${paper.language}</opf:language><opf:meta name="creator" content="text">Ieum</opf:meta></opf:metadata><opf:manifest><opf:item id="header" href="Contents/header.xml" media-type="application/xml"/><opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>`
