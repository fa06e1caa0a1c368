export { droppedKey, handleLength, isHandle } from './grammar.ts';
export { countFact, offloadedFact } from './facts.ts';
export { writeBlobMarker, writeDroppedElement, writeMarker, type BlobMarkerContent, type MarkerContent } from './write-marker.ts';
export { parseMarkers, type Marker } from './parse-markers.ts';
export { readHandle } from './read-handle.ts';
export { escapeMarkers, holdsMarkerGrammar, unescapeMarkers, type EscapeOptions } from './escape-markers.ts';
