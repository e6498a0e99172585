import { describe, expect, it } from '@jest/globals';
import { type ConstDirectiveNode, parse, print } from 'graphql';
import type { GraphAudience } from './audience.js';
import { CompositionError, composeSupergraph } from './compose.js';

const link = (url: string, names: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/${url}", import: [${names
    .split(' ')
    .map((name) => `"@${name}"`)
    .join(', ')}]) `;
const all = link('v2.9', 'key external requires provides override shareable interfaceObject tag');

const compose = (sdls: readonly string[], audience: GraphAudience = 'STAFF') =>
  composeSupergraph(
    audience,
    sdls.map((sdl, at) => ({ name: `s${at}`, sdl: sdl.includes('@link') ? sdl : all + sdl, url: 'http://127.0.0.1:1' })),
  );

/** The `@join__field` of a field of a supergraph, as they are written. */
function joins(supergraph: string, coordinate: string): string {
  const [type, name] = coordinate.split('.');
  const node = parse(supergraph).definitions.find((one) => 'name' in one && one.name?.value === type);
  const field = node && 'fields' in node ? node.fields?.find((one) => one.name.value === name) : undefined;
  if (!field) throw new Error(`${coordinate} is not in the supergraph`);
  return (field.directives as readonly ConstDirectiveNode[])
    .filter((one) => one.name.value === 'join__field')
    .map((one) => print(one).replace('@join__field', ''))
    .join(' ');
}

const people = (fields = 'name: String!') =>
  `type Query { people: [Human!]! } interface Human @key(fields: "id") { id: ID! ${fields} } type Child implements Human @key(fields: "id") { id: ID! ${fields} }`;
const greetings = (fields: string) =>
  `type Query { greeted: [Human!]! } type Human @key(fields: "id") @interfaceObject { id: ID! ${fields} }`;
const requiring = 'name: String! @external greeting: String! @requires(fields: "name")';
const homes = 'type Query { homes: Int } type Home @key(fields: "id") { id: ID! town: String @shareable }';
const home = 'type Home @key(fields: "id") { id: ID! town: String @external }';

describe('composition keeps what a subgraph says of a field', () => {
  it.each<[string, string[], Record<string, string>]>([
    [
      '@external and @requires of an interface object',
      [people(), greetings(requiring)],
      {
        'Human.id': '',
        'Human.name': '(graph: S0) (graph: S1, external: true)',
        'Human.greeting': '(graph: S1, requires: "name")',
        'Child.name': '',
        'Child.greeting': '',
      },
    ],
    [
      'beside a subgraph that does not have the field',
      [people(), greetings(requiring), 'type Human @key(fields: "id") @interfaceObject { id: ID! shoe: Int }'],
      { 'Human.name': '(graph: S0) (graph: S1, external: true)', 'Human.shoe': '(graph: S2)' },
    ],
    [
      'beside a subgraph that knows the interface as one, and its field of an object as external',
      [
        people(),
        'interface Human @key(fields: "id") { id: ID! name: String! } type Child implements Human @key(fields: "id") { id: ID! name: String! @external }',
        greetings(requiring),
      ],
      { 'Human.name': '(graph: S0) (graph: S1) (graph: S2, external: true)', 'Child.name': '(graph: S0) (graph: S1, external: true)' },
    ],
    [
      'between two interface objects',
      [
        people(),
        greetings(`${requiring} age: Int`),
        'type Human @key(fields: "id") @interfaceObject { id: ID! age: Int @external shoe: Int @requires(fields: "age") }',
      ],
      { 'Human.age': '(graph: S1) (graph: S2, external: true)', 'Human.shoe': '(graph: S2, requires: "age")' },
    ],
    [
      'in an extension of an interface object',
      [people(), `${greetings('greeting: String! @requires(fields: "name")')} extend type Human { name: String! @external }`],
      { 'Human.name': '(graph: S0) (graph: S1, external: true)' },
    ],
    [
      'in an extension that is external as a whole',
      [
        people(),
        `${greetings('')} extend type Human @external { name: String! } extend type Human { greeting: String! @requires(fields: "name") }`,
      ],
      { 'Human.name': '(graph: S0) (graph: S1, external: true)', 'Human.greeting': '(graph: S1, requires: "name")' },
    ],
    [
      'under names of its own',
      [
        people(),
        `${link('v2.9', 'key interfaceObject')} ${greetings(requiring).replace('@external', '@federation__external').replace('@requires', '@federation__requires')}`,
      ],
      { 'Human.name': '(graph: S0) (graph: S1, external: true)', 'Human.greeting': '(graph: S1, requires: "name")' },
    ],
    [
      'of a field that every subgraph answers, one of them by a requirement',
      [
        people('name: String! greeting: String!').replace(/greeting: String! }$/, 'greeting: String! @shareable }'),
        greetings(`${requiring} @shareable`),
      ],
      { 'Human.greeting': '(graph: S0) (graph: S1, requires: "name")' },
    ],
    [
      'of an external field that is an object',
      [
        `${people('home: Home!')} type Home { town: String! @shareable }`,
        `${greetings('home: Home! @external greeting: String! @requires(fields: "home { town }")')} type Home { town: String! @external }`,
      ],
      {
        'Human.home': '(graph: S0) (graph: S1, external: true)',
        'Human.greeting': '(graph: S1, requires: "home { town }")',
        'Home.town': '(graph: S0) (graph: S1, external: true)',
      },
    ],
    [
      'of a key that is required; what is only a key stays one',
      [
        people().replaceAll('@key(fields: "id")', '@key(fields: "id") @key(fields: "name")'),
        greetings(requiring)
          .replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "name")')
          .replace('id: ID!', 'id: ID! @external'),
      ],
      { 'Human.id': '', 'Human.name': '(graph: S0) (graph: S1, external: true)' },
    ],
    [
      '@provides of an interface object, where it alone has the field',
      [people(''), `${greetings('home: Home @provides(fields: "town")')} ${home}`, homes],
      { 'Human.home': '(graph: S1, provides: "town")', 'Home.town': '(graph: S1, external: true) (graph: S2)' },
    ],
    [
      '@provides of an interface object, where every subgraph has the field',
      [
        `${people('home: Home').replace(/home: Home }$/, 'home: Home @shareable }')} type Home @key(fields: "id") { id: ID! }`,
        `${greetings('home: Home @shareable @provides(fields: "town")')} ${home}`,
        homes,
      ],
      { 'Human.home': '(graph: S0) (graph: S1, provides: "town")' },
    ],
    [
      '@external and @requires of an object',
      [
        'type Query { people: [Child!]! } type Child @key(fields: "id") { id: ID! name: String! }',
        `type Query { greeted: [Child!]! } type Child @key(fields: "id") { id: ID! ${requiring} }`,
      ],
      { 'Child.name': '(graph: S0) (graph: S1, external: true)', 'Child.greeting': '(graph: S1, requires: "name")' },
    ],
    [
      '@override of an object, with a field that the first subgraph still uses as a key',
      [
        'type Query { people: [Child!]! } type Child @key(fields: "id name") { id: ID! name: String! school: String }',
        'type Query { greeted: [Child!]! } type Child @key(fields: "id") { id: ID! name: String! @override(from: "s0") school: String @override(from: "s0") }',
      ],
      { 'Child.name': '(graph: S0, usedOverridden: true) (graph: S1, override: "s0")', 'Child.school': '(graph: S1, override: "s0")' },
    ],
    [
      '@provides of an object',
      [
        'type Query { people: [Child!]! } type Child @key(fields: "id") { id: ID! home: Home @provides(fields: "town") } type Home @key(fields: "id") { id: ID! town: String @external }',
        homes,
      ],
      { 'Child.home': '(graph: S0, provides: "town")', 'Home.town': '(graph: S0, external: true) (graph: S1)' },
    ],
  ])('%s', (_, sdls, expected) => {
    const supergraph = compose(sdls);
    expect(Object.fromEntries(Object.keys(expected).map((coordinate) => [coordinate, joins(supergraph, coordinate)]))).toEqual(expected);
  });

  it('refuses @override of a field of an interface object, by name', () => {
    const sdls = [
      people(),
      greetings('age: Int'),
      'type Human @key(fields: "id") @interfaceObject { id: ID! age: Int @override(from: "s1") }',
    ];
    expect(() => compose(sdls)).toThrow(CompositionError);
    expect(() => compose(sdls)).toThrow('OVERRIDE_ON_INTERFACE_OBJECT: [s2] Human.age:');
  });

  it('does not compose @provides of a field that gives interface objects: the library knows no interface there', () => {
    const sdls = [people(), greetings('name: String! @external').replace('[Human!]!', '[Human!]! @provides(fields: "name")')];
    expect(() => compose(sdls)).toThrow('Expected Human to be an interface type');
  });

  it.each([
    ['tagged too', '@tag(name: "regional")'],
    ['not tagged, so that it is required and cannot be named', ''],
  ])('in a contract where the required field is %s', (_, tag) => {
    const open = 'type Query { people: [Human!]! @tag(name: "regional") }';
    const first = people(`name: String! ${tag}`).replace('type Query { people: [Human!]! }', open);
    const second = greetings(requiring).replace('greeting: String!', 'greeting: String! @tag(name: "regional")');
    const supergraph = compose([first, second], 'REGIONAL');
    expect(joins(supergraph, 'Human.name')).toBe('(graph: S0) (graph: S1, external: true)');
    expect(joins(supergraph, 'Human.greeting')).toBe('(graph: S1, requires: "name")');
  });
});
