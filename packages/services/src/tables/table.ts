/** Rows to be taken away as a file: CSV for a spreadsheet, Parquet for analysis. */
export interface Column {
  /** A name of this program, never a text from outside. */
  readonly name: string
  readonly type: 'text' | 'whole' | 'number' | 'day'
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
