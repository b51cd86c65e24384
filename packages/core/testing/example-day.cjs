"use strict";
/**
 * Has a process believe that it is the day on which the examples of the catalogue of approved AMIs hold, for `node --require`:
 * what is approved ends, and tests do not.
 */
const ahead = Date.parse("2026-12-01T12:00:00Z") - Date.now();
const RealDate = Date;
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, property) => (property === "now" ? now : Reflect.get(target, property)),
});
