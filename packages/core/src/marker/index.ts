export { countFact } from './facts.ts';
export { writeBlobMarker, writeMarker } from './write-marker.ts';
export { parseMarkers, type Marker } from './parse-markers.ts';
export { readHandle } from './read-handle.ts';
export { escapeMarkers, holdsMarkerGrammar, unescapeMarkers } from './escape-markers.ts';
