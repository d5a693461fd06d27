/**
 * A paper as PDF with tags, by Typst in WebAssembly: the single place that knows it. It knows neither files nor a network beyond what it is handed
 * here. The first call takes it up (a third of a second); it is meant to run in a thread of its own.
 */
import { readFileSync } from 'node:fs'
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { colours, fonts, page, sizes } from '../look.ts'
import { type Paper, titleOf } from '../paper.ts'

const read = (address: string): Buffer => readFileSync(new URL(address))
const faces = [
  import.meta.resolve('pretendard/dist/public/static/Pretendard-Regular.otf'),
  import.meta.resolve('pretendard/dist/public/static/Pretendard-Bold.otf'),
]

/** Numbers by which the compiler knows what it is asked for. */
const asked = { paged: 0, pdf: 1, shortDiagnostics: 3 } as const

let taken: TypstCompiler | undefined

async function compiler(): Promise<TypstCompiler> {
  if (taken) return taken
  initSync({ module: read(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) as BufferSource })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const face of faces) await builder.add_raw_font(read(face))
  const built = await builder.build()
  built.add_source('/main.typ', readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'))
  taken = built
  return built
}

/** Throws when Typst finds fault, which is a fault of our page and not of what it says. */
export async function typeset(paper: Paper): Promise<Uint8Array> {
  const { blocks, language, mark } = paper
  const look = { page, sizes, colours: withHash, font: fonts.embedded }
  const told = { title: titleOf(paper), language, mark, blocks, look }
  const typst = await compiler()
  typst.map_shadow('/paper.json', new TextEncoder().encode(JSON.stringify(told)))
  const world = typst.snapshot('/', '/main.typ', [])
  try {
    const { hasError, diagnostics } = world.compile(asked.paged, asked.shortDiagnostics) as {
      readonly hasError: boolean
      readonly diagnostics?: readonly unknown[]
    }
    if (hasError) throw new Error(`Typst: ${JSON.stringify(diagnostics)}`)
    const made = world.get_artifact(asked.pdf, asked.shortDiagnostics) as { readonly result?: Uint8Array }
    if (!made.result) throw new Error('Typst: no PDF')
    return made.result
  } finally {
    world.free()
  }
}

const withHash = Object.fromEntries(Object.entries(colours).map(([name, value]) => [name, `#${value}`]))
