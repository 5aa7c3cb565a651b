/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** An object of JSON values. */
export interface JsonObject {
  [member: string]: JsonValue;
}
