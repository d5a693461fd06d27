export { fillTemplate, type PaperValues } from './make/fill-template.ts'
export { type Block, type Paper, type PaperFormat, paperFormats } from './make/paper.ts'
export { mediaTypes, type PaperWritten, writePaper } from './make/write-paper.ts'
