import { anyOf, each, get, type Subject } from "./facts";
import { UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import type { Facts } from "./verdict";
import { isWorld } from "./world";

/** A route by itself, and the tables that state routes in lists. */
export const ROUTES = [
  "aws:ec2/route:Route",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/defaultRouteTable:DefaultRouteTable",
];

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "cidrBlock", "ipv6CidrBlock"];

/** The inputs on which rules about routes rest. */
export const ROUTE_GUARDS = ["routes", "destinationCidrBlock", "destinationIpv6CidrBlock"];

/** Judges each route that a resource states. */
export function eachRoute(resource: Resource, judge: (route: Subject) => Facts): Facts {
  return resource.type === ROUTES[0] ? judge(resource) : each(resource, "routes", judge);
}

/** Whether a route is for every address. */
export function leadsToWorld(route: Subject): boolean | Unknown {
  return anyOf(...DESTINATIONS.map((path) => isWorld(get(route, path))));
}

/** Whether a route has a field, be its value known or not. */
export function isStated(route: Subject, path: string): boolean {
  const value = get(route, path);
  return value === UNKNOWN || (value !== undefined && value !== "");
}
