/** Shapes of municipalities, from borders of 2018 (BORDERS.md): loaded when the map is drawn, made into paths once. */
import { type ExtendedFeature, type ExtendedFeatureCollection, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

export interface Shape {
  /** Stays the same: the codes that lie in it, and its place. */
  readonly key: string
  readonly codes: readonly string[]
  readonly path: string
  readonly middle: readonly [x: number, y: number]
  readonly width: number
  readonly height: number
}

/** Of the drawing in which the paths are. */
export const drawing = { width: 800, height: 880 } as const

type Borders = Parameters<typeof feature>[0]
type Municipalities = ExtendedFeatureCollection<
  ExtendedFeature<ExtendedFeature['geometry'], { readonly codes: readonly string[] }>
>

let loaded: Promise<readonly Shape[]> | undefined

export function loadShapes(): Promise<readonly Shape[]> {
  loaded ??= fetch(new URL('./borders-2018.generated.json', import.meta.url))
    .then(reply => {
      if (!reply.ok) throw new Error(`borders: ${reply.status}`)
      return reply.json() as Promise<Borders>
    })
    .then(shapesOf)
    .catch((error: unknown) => {
      loaded = undefined
      throw error
    })
  return loaded
}

function shapesOf(borders: Borders): readonly Shape[] {
  const whole = feature(borders, borders.objects.municipalities!) as Municipalities
  const toPath = geoPath(
    geoMercator().fitExtent(
      [
        [4, 4],
        [drawing.width - 4, drawing.height - 4],
      ],
      whole,
    ),
  ).digits(1)
  return whole.features.map((one, index) => {
    const [[left, top], [right, bottom]] = toPath.bounds(one)
    return {
      key: `${one.properties.codes.join('-')}.${index}`,
      codes: one.properties.codes,
      path: toPath(one) ?? '',
      middle: toPath.centroid(one),
      width: right - left,
      height: bottom - top,
    }
  })
}

/** Municipalities that share a shape because they were divided since. */
export const sharedShapes = (shapes: readonly Shape[]): readonly (readonly string[])[] =>
  shapes.map(({ codes }) => codes).filter(codes => codes.length > 1)
