/** Stripes in the colour of a ministry's line: what is only forecast. */
export function Hatch({ id, ministry }: { id: string; ministry: string }) {
  return (
    <pattern
      id={id}
      className="hatch"
      data-ministry={ministry}
      patternUnits="userSpaceOnUse"
      width="7"
      height="7"
      patternTransform="rotate(45)"
    >
      <rect className="hatch-ground" width="7" height="7" />
      <rect className="hatch-stripe" width="3.5" height="7" />
    </pattern>
  )
}
