// The explorer's page: picks a persona, gets its token, and shows GraphiQL on that persona's graph. Nothing is loaded from elsewhere.
/* global React, ReactDOM, GraphiQL */
import { queries } from '/explorer/queries.js';

const texts = {
  lv: {
    persona: 'Kas jautā',
    endpoint: 'Grafs',
    other: 'English',
    noIssuer: 'Šeit pilnvaras izsniedz jūsu pašu izdevējs: ielieciet savu pilnvaru galvenē "authorization" (cilne Headers).',
    failed: 'Pilnvaru neizdevās saņemt. Vai vārteja darbojas?',
    roles: 'lomas',
  },
  en: {
    persona: 'Who asks',
    endpoint: 'Graph',
    other: 'Latviešu',
    noIssuer: 'Tokens come from your own issuer here: put yours into the "authorization" header (tab Headers).',
    failed: 'No token could be had. Is the gateway running?',
    roles: 'roles',
  },
};
const audienceNames = { STAFF: 'Pašvaldība · Staff', REGIONAL: 'Reģions · Region', PARTNER: 'Partneri · Partners' };
const endpoints = { STAFF: '/graphql', REGIONAL: '/regional/graphql', PARTNER: '/partner/graphql' };

const byId = (id) => document.getElementById(id);
const root = ReactDOM.createRoot(byId('graphiql'));
/** The tabs of each audience as they were left: another persona of the same audience goes on with them. */
const tabs = { ...queries };
let language = navigator.language.startsWith('en') ? 'en' : 'lv';
let notice = null;
let people = [];

function speak() {
  const text = texts[language];
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text[element.dataset.text];
  byId('language').textContent = text.other;
  byId('language').lang = language === 'lv' ? 'en' : 'lv';
  byId('notice').hidden = notice === null;
  byId('notice').textContent = notice === null ? '' : text[notice];
  const person = people.find((one) => one.persona === byId('persona').value);
  byId('place').textContent = person ? `${person.name} · ${person.place} · ${text.roles}: ${person.roles.join(', ')}` : '';
}

/** What GraphiQL would put into the browser's storage: in memory and new each time, so that no token is ever written to disk. */
function forgetfulStorage() {
  const values = new Map();
  return {
    get length() {
      return values.size;
    },
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, String(value)),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

function show(audience, token, who) {
  const endpoint = endpoints[audience];
  const headers = JSON.stringify({ authorization: `Bearer ${token}` }, null, 2);
  const fetcher = async (request, options) => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...options?.headers },
      body: JSON.stringify(request),
    });
    return answer.json();
  };
  root.render(
    React.createElement(GraphiQL, {
      key: `${audience} ${who}`,
      fetcher,
      headers,
      storage: forgetfulStorage(),
      defaultTabs: tabs[audience].map(({ query, variables }) => ({ query, variables, headers })),
      onTabChange: (state) => {
        tabs[audience] = state.tabs;
      },
      defaultEditorToolsVisibility: 'headers',
      shouldPersistHeaders: false,
    }),
  );
}

async function become(persona) {
  const answer = await fetch('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const { token } = await answer.json();
  const { audience } = people.find((one) => one.persona === persona);
  notice = null;
  speak();
  show(audience, token, persona);
}

const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });

function offerPersonas() {
  const select = byId('persona');
  for (const audience of Object.keys(endpoints)) {
    const group = Object.assign(document.createElement('optgroup'), { label: audienceNames[audience] });
    for (const one of people.filter((person) => person.audience === audience)) group.append(option(one.persona, one.persona));
    select.append(group);
  }
  select.value = 'social-worker';
  select.addEventListener('change', () => become(select.value).catch(fail));
  byId('persona-field').hidden = false;
  return become(select.value);
}

function offerEndpoints() {
  const select = byId('endpoint');
  for (const audience of Object.keys(endpoints)) select.append(option(audience, audienceNames[audience]));
  const open = () => show(select.value, '', 'own token');
  select.addEventListener('change', open);
  byId('endpoint-field').hidden = false;
  notice = 'noIssuer';
  speak();
  open();
}

function fail() {
  notice = 'failed';
  speak();
}

byId('language').addEventListener('click', () => {
  language = language === 'lv' ? 'en' : 'lv';
  speak();
});
speak();
try {
  const answer = await (await fetch('/explorer/personas')).json();
  people = answer.personas;
  await (answer.devIssuer ? offerPersonas() : offerEndpoints());
} catch {
  fail();
}
