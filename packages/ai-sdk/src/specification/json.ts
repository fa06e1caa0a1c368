/** A value that JSON can spell. */
export type JsonValue = null | string | number | boolean | JsonObject | readonly JsonValue[];

/** An object that JSON can spell. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined };

/** What one provider, or a middleware such as this one, notes on a part: options on the way in, metadata on the way out. */
export type ProviderData = Readonly<Record<string, JsonObject>>;
