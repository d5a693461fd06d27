/** The tables as Kysely sees them; `schema.sql` is what they are. */
export interface Tables {
  readonly migrations: { readonly number: number; readonly name: string; readonly sha256: string }
}
