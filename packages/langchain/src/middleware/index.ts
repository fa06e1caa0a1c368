export { headroomMiddleware, type HeadroomMiddleware, type HeadroomMiddlewareOptions } from './headroom-middleware.ts';
