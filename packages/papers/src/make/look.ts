/** One look, whatever the paper is written as. Lengths in millimetres, sizes of letters in points, colours as RGB. */

export const page = { width: 210, height: 297, left: 20, right: 20, top: 25, bottom: 20, header: 12 } as const

export const sizes = { title: 20, heading: 14, subheading: 12, body: 11, cell: 10, small: 9.5 } as const

export const colours = {
  ink: '1A1F26',
  strong: '14315C',
  quiet: '55606E',
  line: 'AEB8C4',
  shade: 'EAF0F7',
} as const

/** Ours is embedded in PDF alone; for papers that are written on there stands one that every office has. */
export const fonts = { embedded: 'Pretendard', office: '맑은 고딕' } as const

/** Shares of the whole width. */
export function widthsOf(weights: readonly number[], whole: number): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map(weight => (whole * weight) / sum)
}
