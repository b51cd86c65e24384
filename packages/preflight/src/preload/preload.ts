/**
 * Loaded into the process of a program or a pack before anything else.
 *
 * The program and Pulumi's SDK run unmodified in meaning; what changes is what they wait for: modules that they load
 * and seldom use are loaded when used, TypeScript is compiled once and then read from a cache, and stack traces that
 * nobody reads are not taken.
 */
import { keepCompiledProgram } from "./code-cache";
import { deferHeavyModules } from "./lazy-modules";
import { joinPreflight } from "./parent";
import { describeErrorsPlainly, watchSdk } from "./sdk-patches";

joinPreflight();
describeErrorsPlainly();
keepCompiledProgram();
deferHeavyModules();
watchSdk();
