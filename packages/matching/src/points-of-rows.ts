/** Which rows each point stands in: the lines of rows the other way round, as an index at the end of a book. */
export interface PointsOfRows {
  /** Numbers of the points, the one that stands in most rows first. */
  readonly points: Uint32Array
  /** Where the rows of each of them end in `standsIn`, in which they follow one another. */
  readonly ends: Uint32Array
  readonly standsIn: Uint32Array
  /** How many rows there are. */
  readonly rows: number
}

/** `rows`: the points of each row. */
export function pointsOfRows(rows: readonly (readonly number[])[]): PointsOfRows {
  const byPoint = new Map<number, number[]>()
  rows.forEach((points, row) => {
    for (const point of new Set(points)) {
      const standsIn = byPoint.get(point)
      if (standsIn) standsIn.push(row)
      else byPoint.set(point, [row])
    }
  })
  const inOrder = [...byPoint].sort(([, a], [, b]) => b.length - a.length)
  let end = 0
  return {
    points: Uint32Array.from(inOrder, ([point]) => point),
    ends: Uint32Array.from(inOrder, ([, standsIn]) => (end += standsIn.length)),
    standsIn: Uint32Array.from(inOrder.flatMap(([, standsIn]) => standsIn)),
    rows: rows.length,
  }
}
