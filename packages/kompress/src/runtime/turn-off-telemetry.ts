/**
 * Keeps the ONNX runtime from reporting to its maker: from 1.29 on it writes an identifier of the machine into the user's cache and sends events over the network unless this variable is set
 * before it prepares itself. A value that the application has set stays.
 *
 * The runtime reads the environment of the process, which worker threads see a copy of: it has to be called on the application's thread before a thread loads the runtime.
 */
export function turnOffTelemetry(): void {
  process.env['ORT_DISABLE_TELEMETRY'] ||= '1';
}
