/** Two lines that meet. */
export function Mark() {
  return (
    <svg
      className="mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 7h6c5 0 5 9 10 9" stroke="var(--accent)" />
      <path d="M3 25h6c5 0 5-9 10-9" stroke="var(--line-motie)" />
      <circle cx="22.5" cy="16" r="5.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="3.5" />
    </svg>
  )
}
