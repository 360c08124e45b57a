import { fileURLToPath } from 'node:url';

/** The path of a file that stands in for a part of a library. */
export const stub = (path: string): string => fileURLToPath(new URL(`../stubs/${path}`, import.meta.url));

/** What the page leaves out of the libraries, by who asks for it and under which name; each stub says why. */
export const STUBS: readonly { readonly of: string; readonly asked: string; readonly stub: string }[] = [
  { of: '/fhirclient/', asked: 'debug', stub: stub('fhirclient/debug.js') },
  { of: '/fhirclient/', asked: './Client', stub: stub('fhirclient/client.js') },
  { of: '/json-rules-engine/', asked: 'clone', stub: stub('json-rules-engine/clone.js') },
  { of: '/json-rules-engine/', asked: 'eventemitter2', stub: stub('json-rules-engine/eventemitter2.js') },
  { of: '/json-rules-engine/', asked: 'hash-it', stub: stub('json-rules-engine/hash-it.js') },
  { of: '/json-rules-engine/', asked: 'jsonpath-plus', stub: stub('json-rules-engine/jsonpath-plus.js') },
  { of: '/json-rules-engine/', asked: './debug', stub: stub('json-rules-engine/debug.js') },
  {
    of: '/json-rules-engine/',
    asked: './engine-default-operator-decorators',
    stub: stub('json-rules-engine/decorators.js'),
  },
];

/**
 * What of a file the page leaves out by name, since no way leads there. fhirclient: windows of its own, servers that
 * describe themselves only in a CapabilityStatement, confidential clients, keys for a launch (ours have more bits). json-rules-engine: changing a running engine, writing rules as
 * JSON, parameters of events, decorated operators.
 */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'fhirclient/lib/lib.js': ['getTargetWindow', 'fetchConformanceStatement', 'getTimeInFuture', 'randomString'],
  'fhirclient/lib/smart.js': ['getSecurityExtensionsFromConformanceStatement', 'onMessage'],
  'json-rules-engine/dist/engine.js': [
    ...['updateRule', 'removeRule', 'setCondition', 'removeCondition', 'removeOperator', 'addOperatorDecorator'],
    ...['removeOperatorDecorator', 'addFact', 'removeFact', 'stop'],
  ],
  'json-rules-engine/dist/rule.js': ['toJSON', 'getEvent', 'getPriority', 'getConditions', 'getEngine'],
  'json-rules-engine/dist/rule-result.js': ['toJSON', 'resolveEventParams'],
  'json-rules-engine/dist/condition.js': ['toJSON'],
  'json-rules-engine/dist/operator-map.js': ['removeOperator', 'addOperatorDecorator', 'removeOperatorDecorator'],
  'json-rules-engine/dist/operator-decorator.js': ['decorate'],
  'json-rules-engine/dist/almanac.js': ['addRuntimeFact', '_addConstantFact', '_setFactValue'],
  'json-rules-engine/dist/fact.js': ['isConstant', 'isDynamic', 'defaultCacheKeys', 'getCacheKey', 'hashFromObject'],
};

/** Branches that are never taken, or always: what stands in a file, and what it comes to. */
export type Settled = readonly (readonly [written: string, settled: string])[];

/**
 * What is settled before the libraries are asked, by what stands in their files: branches that this app never takes.
 * fhirclient is given one configuration of a public client (src/smart/launch.ts) and finishes in its own frame, with its
 * state in the address (fhirclient-adapter.ts). json-rules-engine is given rules whose criteria are in place and facts
 * that are plain values (src/core/decision/engine.ts).
 */
export const SETTLED: Readonly<Record<string, Settled>> = {
  'fhirclient/lib/lib.js': [
    ['if (includeResponse)', 'if (false)'],
    ['__rest(requestOptions, ["includeResponse"])', 'requestOptions'],
    ['if (!body && res.status == 201)', 'if (false)'],
  ],
  'fhirclient/lib/smart.js': [
    ['if (Array.isArray(params))', 'if (false)'],
    ['if (fakeTokenResponse)', 'if (false)'],
    ['if (patientId)', 'if (false)'],
    ['if (encounterId)', 'if (false)'],
    ['if (fhirServiceUrl && !iss)', 'if (false)'],
    ['if (target && isBrowser())', 'if (false)'],
    ['if (pkceMode === "disabled")', 'if (false)'],
    ['if (pkceMode === "unsafeV1")', 'if (false)'],
    ['if (authError || authErrorDescription)', 'if (false)'],
    ['if (isBrowser() && state && !state.completeInTarget)', 'if (false)'],
    ['if (!key)', 'if (false)'],
    ['if (!clientId)', 'if (false)'],
    ['if (clientSecret)', 'if (false)'],
    ['if (privateKey)', 'if (false)'],
    ['= isInFrame()', '= false'],
    ['= isInPopUp()', '= false'],
    ['isBrowser() ? (0, lib_1.getPath)(env, "options.fullSessionStorageSupport") : true', 'false'],
    ['isBrowser() && (0, lib_1.getPath)(env, "options.replaceBrowserHistory")', 'false'],
  ],
  'json-rules-engine/dist/rule.js': [
    ["if (typeof options === 'string')", 'if (false)'],
    ['if (options && options.onSuccess)', 'if (false)'],
    ['if (options && options.onFailure)', 'if (false)'],
    ['if (condition.isConditionReference())', 'if (false)'],
    ['if (ruleResult.conditions.not)', 'if (true)'],
    ['if (_this3.engine.replaceFactsInEventParams)', 'if (false)'],
  ],
  'json-rules-engine/dist/engine.js': [
    ['if (properties instanceof _rule2.default)', 'if (false)'],
    ['if (runtimeFacts[factId] instanceof _fact2.default)', 'if (false)'],
  ],
  'json-rules-engine/dist/almanac.js': [
    ['if (id instanceof _fact2.default)', 'if (true)'],
    ['if (fact.isConstant()) {\n        this._setFactValue', 'if (false) {\n        this._setFactValue'],
    ['if (fact.isConstant())', 'if (true)'],
  ],
  'json-rules-engine/dist/fact.js': [["if (typeof valueOrMethod !== 'function')", 'if (true)']],
  'json-rules-engine/dist/operator-map.js': [
    ['if (operatorOrName instanceof _operator2.default)', 'if (true)'],
    ['while (!this.operators.has(opName))', 'while (false)'],
    ['i < decorators.length', 'false'],
  ],
};
