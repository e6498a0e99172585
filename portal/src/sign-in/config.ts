/** What the gateway tells the portal before anybody has signed in. */
export interface PortalConfig {
  /** True with the development issuer: one picks a persona. */
  demo: boolean;
  authority?: string;
  clientId?: string;
  scope?: string;
}

/** Somebody of the demo. */
export interface PersonaChoice {
  persona: string;
  name: string;
  audience: 'STAFF' | 'REGIONAL' | 'PARTNER';
  roles: readonly string[];
  place: string;
}

/** Reads `/portal-config.json`. Throws where the gateway does not answer. */
export async function readPortalConfig(): Promise<PortalConfig> {
  const response = await fetch('/portal-config.json');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as PortalConfig;
}

/** The personas of the demo. */
export async function readPersonas(): Promise<readonly PersonaChoice[]> {
  const response = await fetch('/explorer/personas');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return ((await response.json()) as { personas: PersonaChoice[] }).personas;
}

/** The token of a persona. */
export async function readPersonaToken(persona: string): Promise<string> {
  const response = await fetch('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
