/** Those parts of a service worker's global scope that are used (Service Workers, W3C); TypeScript has them only for workers. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: LifetimeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}

export interface LifetimeEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface InstallEvent extends LifetimeEvent {
  /** Rules by which the browser answers without starting the worker; not in every browser. */
  addRoutes?(rules: readonly RouteRule[]): Promise<void>;
}

export interface RouteRule {
  readonly condition: {
    readonly urlPattern: { readonly pathname?: string; readonly search?: string; readonly protocol?: string };
    readonly requestMode?: string;
  };
  readonly source: 'network' | 'fetch-event' | { readonly cacheName: string };
}

export interface RequestEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
