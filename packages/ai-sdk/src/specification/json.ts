/** A value that JSON can spell. */
export type JsonValue = null | string | number | boolean | JsonObject | readonly JsonValue[];

/** An object that JSON can spell. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined };
