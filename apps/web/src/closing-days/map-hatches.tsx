/** A hatching for each kind, as thick on the screen however near one looks. */
const hatches = [
  ['monday', 'M-2 2L2 -2M0 8L8 0M6 10L10 6'],
  ['tuesday', 'M0 4H8'],
  ['wednesday', 'M-2 6L2 10M0 0L8 8M6 -2L10 2'],
  ['thursday', 'M0 4H8M4 0V8'],
  ['friday', 'M4 0V8'],
  ['saturday', 'M0 2H8M0 6H8'],
  ['sunday', 'M2 0V8M6 0V8'],
  ['mixed', 'M0 0L8 8M0 8L8 0'],
  ['weekday', 'M0 0L8 8'],
  ['several', 'M0 0L8 8M0 8L8 0M4 0V8'],
  ['planned', 'M0 4H4'],
  ['none', 'M3 4H5'],
] as const

export function MapHatches({ scale }: { scale: number }) {
  return (
    <defs>
      {hatches.map(([kind, path]) => (
        <pattern
          key={kind}
          id={`closing-${kind}`}
          data-kind={kind}
          className="closing-hatch"
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${1 / scale})`}
        >
          <rect width={8} height={8} />
          <path d={path} />
        </pattern>
      ))}
    </defs>
  )
}
