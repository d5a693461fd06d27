/** What an installation itself says that it takes and answers: its OpenAPI document, operation by operation. */

export type Schema =
  | boolean
  | {
      readonly $ref?: string
      readonly type?: string | readonly string[]
      readonly format?: string
      readonly enum?: readonly unknown[]
      readonly const?: unknown
      readonly pattern?: string
      readonly minLength?: number
      readonly maxLength?: number
      readonly minimum?: number
      readonly exclusiveMinimum?: number
      readonly maximum?: number
      readonly items?: Schema
      readonly minItems?: number
      readonly maxItems?: number
      readonly properties?: Readonly<Record<string, Schema>>
      readonly required?: readonly string[]
      readonly additionalProperties?: Schema
      readonly propertyNames?: Schema
      readonly allOf?: readonly Schema[]
      readonly anyOf?: readonly Schema[]
      readonly oneOf?: readonly Schema[]
    }

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

/** Schemas by media type. */
type Content = Readonly<Record<string, { readonly schema: Schema }>>

export interface Operation {
  /** `POST /api/firms/{firm}/facts` */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Content
  readonly answers: Readonly<Record<string, Content>>
}

export interface Description {
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, Schema>>
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[]
            readonly requestBody?: { readonly content: Content }
            readonly responses: Readonly<Record<string, { readonly content?: Content }>>
          }
        >
      >
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** As the running app gives it. */
export async function descriptionOf(app: {
  request(path: string): Response | Promise<Response>
}): Promise<Description> {
  const { paths, components } = (await (await app.request('/api/openapi.json')).json()) as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]): Operation => {
      const answers = Object.entries(responses).map(([status, { content }]) => [status, content ?? {}] as const)
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content ?? {},
        answers: Object.fromEntries(answers),
      }
    }),
  )
  return { operations, schemas: components.schemas }
}

/** The schema itself, where it only names one. */
export function resolved(schema: Schema, { schemas }: Pick<Description, 'schemas'>): Exclude<Schema, boolean> {
  if (typeof schema === 'boolean') return {}
  if (!schema.$ref) return schema
  const named = schemas[schema.$ref.replace('#/components/schemas/', '')]
  if (named === undefined) throw new Error(`${schema.$ref} is not there`)
  return resolved(named, { schemas })
}
