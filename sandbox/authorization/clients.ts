/** An app registered with this EHR. All are public: SMART 2.2, "Support for public apps", no secret. */
export type Client = {
  readonly id: string;
  /** Compared character by character: RFC 6749 section 3.1.2.3, OAuth 2.0 Security BCP section 4.1.3. */
  readonly redirectUris: readonly string[];
  /** Origins whose pages may call the FHIR server (CORS). */
  readonly origins: readonly string[];
};

/** The registry: the one app that this EHR knows, by URL only. */
export function registerClients(appUrl: string): Client[] {
  return [
    {
      id: 'indikation',
      redirectUris: [`${appUrl}/`, `${appUrl}/index.html`],
      origins: [new URL(appUrl).origin],
    },
  ];
}
