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
    ...['removeOperatorDecorator', 'addFact', 'removeFact', 'stop', 'getFact', 'prioritizeRules'],
  ],
  'json-rules-engine/dist/rule.js': [
    ...['toJSON', 'getEvent', 'getPriority', 'getConditions', 'getEngine', 'setPriority', 'setEvent'],
    'prioritizeConditions',
  ],
  'json-rules-engine/dist/rule-result.js': ['toJSON', 'resolveEventParams'],
  'json-rules-engine/dist/condition.js': ['toJSON', 'isConditionReference'],
  'json-rules-engine/dist/operator-map.js': ['removeOperator', 'addOperatorDecorator', 'removeOperatorDecorator'],
  'json-rules-engine/dist/operator-decorator.js': ['decorate'],
  'json-rules-engine/dist/almanac.js': [
    'addRuntimeFact',
    '_addConstantFact',
    '_setFactValue',
    'addEvent',
    'getEvents',
    'getValue',
  ],
  'json-rules-engine/dist/fact.js': ['isConstant', 'isDynamic', 'defaultCacheKeys', 'getCacheKey', 'hashFromObject'],
};

/** Branches that are never taken, or always: what stands in a file, and what it comes to. */
export type Settled = readonly (readonly [written: string, settled: string])[];

/**
 * What is settled before the libraries are asked, by what stands in their files: branches that this app never takes.
 * fhirclient is given one configuration of a public client (src/smart/launch.ts) and finishes in its own frame, with its
 * state in the address (fhirclient-adapter.ts). json-rules-engine is given rules in which criteria are facts, without
 * priorities, without empty groups and with events that nobody hears of; facts, plain or undefined, are compared with
 * plain values (src/core/decision/engine.ts).
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
    ['_inherits(Rule, _EventEmitter);', ''],
    ['_possibleConstructorReturn(this, (Rule.__proto__ || Object.getPrototypeOf(Rule)).call(this))', 'this'],
    ["if (typeof options === 'string')", 'if (false)'],
    ['if (options && options.onSuccess)', 'if (false)'],
    ['if (options && options.onFailure)', 'if (false)'],
    ['_this.setPriority(priority);', ''],
    ['_this.setEvent(event);', ''],
    ['if (conditions.length === 0)', 'if (false)'],
    [
      "_this3.prioritizeConditions(conditions);\n        var cursor = Promise.resolve(operator === 'all');",
      "evaluateConditions(conditions, operator === 'any' ? Array.prototype.some : Array.prototype.every);\n        return orderedSets;",
    ],
    ['if (!Array.isArray(conditions)) conditions = [conditions];', ''],
    ['condition.valueResult = evaluationResult.rightHandSideValue;', ''],
    ['var processEvent = Promise.resolve();', 'return ruleResult;'],
    ['if (condition.isConditionReference())', 'if (false)'],
    ['if (ruleResult.conditions.not)', 'if (true)'],
  ],
  'json-rules-engine/dist/rule-result.js': [
    ['this.event = (0, _clone2.default)(event);', ''],
    ['this.priority = (0, _clone2.default)(priority);', ''],
    ['(0, _clone2.default)(name)', 'name'],
  ],
  'json-rules-engine/dist/engine.js': [
    ['_inherits(Engine, _EventEmitter);', ''],
    ['_possibleConstructorReturn(this, (Engine.__proto__ || Object.getPrototypeOf(Engine)).call(this))', 'this'],
    ['_this.allowUndefinedConditions = options.allowUndefinedConditions || false;', ''],
    ['_this.replaceFactsInEventParams = options.replaceFactsInEventParams || false;', ''],
    ['rules.map(function (r) {\n      return _this.addRule(r);\n    });', ''],
    [
      '_engineDefaultOperatorDecorators2.default.map(function (d) {\n      return _this.addOperatorDecorator(d);\n    });',
      '',
    ],
    ['_this.facts = new Map();', ''],
    ['_this.conditions = new Map();', ''],
    ['_this.status = READY;', ''],
    ['this.status = RUNNING;', ''],
    ['_this3.status = FINISHED;', ''],
    ['if (_this2.status !== RUNNING)', 'if (false)'],
    ['if (properties instanceof _rule2.default)', 'if (false)'],
    ['if (runtimeFacts[factId] instanceof _fact2.default)', 'if (false)'],
    ['this.facts.forEach(function (fact) {\n        almanac.addFact(fact);\n      });', ''],
    ['runOptions.almanac || ', ''],
    ['this.prioritizeRules()', '[this.rules]'],
    ["if (ruleResult.result) {\n            almanac.addEvent(ruleResult.event, 'success');", 'if (false) {'],
    ["almanac.addEvent(ruleResult.event, 'failure');", ''],
    ["return _this2.emitAsync('failure', ruleResult.event, almanac, ruleResult);", ''],
    ["almanac.getEvents('success')", '[]'],
    ["almanac.getEvents('failure')", '[]'],
  ],
  'json-rules-engine/dist/condition.js': [
    ["if (booleanOperator !== 'not' && !subConditionsIsArray)", 'if (false)'],
    ["if (booleanOperator === 'not' && subConditionsIsArray)", 'if (false)'],
    ["if (!Object.prototype.hasOwnProperty.call(properties, 'condition'))", 'if (false)'],
    ['this.priority = parseInt(properties.priority, 10) || 1;', ''],
    ['if (this.isBooleanOperator())', 'if (false)'],
    ['almanac.getValue(this.value)', 'this.value'],
  ],
  'json-rules-engine/dist/almanac.js': [
    ['this.factResultsCache = new Map();', ''],
    ['this.events = { success: [], failure: [] };', ''],
    ['if (id instanceof _fact2.default)', 'if (true)'],
    ['if (this.allowUndefinedFacts)', 'if (true)'],
    ['if (fact.isConstant()) {\n        this._setFactValue', 'if (false) {\n        this._setFactValue'],
    ['if (fact.isConstant())', 'if (true)'],
  ],
  'json-rules-engine/dist/fact.js': [
    ["if (typeof options === 'undefined')", 'if (false)'],
    ["if (typeof valueOrMethod !== 'function')", 'if (true)'],
    ['this.type = this.constructor.CONSTANT;', ''],
    ['this.priority = parseInt(options.priority || 1, 10);', ''],
    ['this.options = Object.assign({}, defaultOptions, options);', ''],
    ['this.cacheKeyMethod = this.defaultCacheKeys;', ''],
    ["if (Object.prototype.hasOwnProperty.call(this, 'value'))", 'if (true)'],
    ["Fact.CONSTANT = 'CONSTANT';", ''],
    ["Fact.DYNAMIC = 'DYNAMIC';", ''],
  ],
  'json-rules-engine/dist/operator-map.js': [
    ['this.decorators = new Map();', ''],
    ['if (operatorOrName instanceof _operator2.default)', 'if (true)'],
    ['while (!this.operators.has(opName))', 'while (false)'],
    ['i < decorators.length', 'false'],
  ],
};
