import { get, is, type Subject } from "./facts";
import { unanimous } from "./evidence";
import type { Program } from "./program";
import { list, text, UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { CLASSIC_LOAD_BALANCERS, LOAD_BALANCERS } from "./types";

/** A kind of load balancer; "classic" is a type of its own. */
export type Kind = "application" | "network" | "gateway" | "classic";

/** The kinds of load balancers, by the part of an ARN that tells them. */
const KINDS: Record<string, Kind> = { app: "application", net: "network", gwy: "gateway" };

/** Whether a load balancer is of one of these kinds; an Application Load Balancer unless it says otherwise. */
export function isKind(balancer: Resource, ...kinds: Kind[]): boolean | Unknown {
  return CLASSIC_LOAD_BALANCERS.includes(balancer.type)
    ? kinds.includes("classic")
    : is(balancer, "loadBalancerType", kinds, "application");
}

/** The kind of the load balancer that a listener is of. */
function kindOf(listener: Resource, program: Program): Kind | Unknown {
  const arn = get(listener, "loadBalancerArn");
  const [, part = ""] = typeof arn === "string" ? (/:loadbalancer\/(app|net|gwy)\//.exec(arn) ?? []) : [];
  const balancers = allOfTypes(program.sources(listener, "loadBalancerArn", LOAD_BALANCERS), LOAD_BALANCERS);
  const isOne = (kind: Kind) => balancers !== UNKNOWN && unanimous(balancers.map((one) => isKind(one, kind))) === true;
  return KINDS[part] ?? Object.values(KINDS).find(isOne) ?? UNKNOWN;
}

/** The sources of a value, if all are of these types; a stack reference, say, tells nothing. */
export function allOfTypes(sources: Resource[] | Unknown, types: string[]): Resource[] | Unknown {
  return sources !== UNKNOWN && sources.every(({ type }) => types.includes(type)) ? sources : UNKNOWN;
}

/**
 * Whether a listener takes HTTP. Without a protocol, one of an Application Load Balancer does, and one of a Gateway Load
 * Balancer, which takes no protocol, does not.
 */
export function takesHttp(listener: Resource, program: Program): boolean | Unknown {
  const protocol = get(listener, "protocol");
  if (protocol !== undefined && protocol !== "") {
    return is(listener, "protocol", "HTTP");
  }
  const kind = kindOf(listener, program);
  return kind === UNKNOWN ? UNKNOWN : kind === "application";
}

/** Whether a field of a classic load balancer's listener names one of these protocols, in whatever case. */
export function speaks(listener: Subject, field: string, ...protocols: string[]): boolean | Unknown {
  const protocol = text(get(listener, field));
  return protocol === UNKNOWN ? UNKNOWN : typeof protocol === "string" && protocols.includes(protocol.toUpperCase());
}

/** How many different things a list names at least, such as subnets. Each that is unknown may be another one. */
export function countOf(on: Subject, path: string, item = ""): number | Unknown {
  const items = list(get(on, path));
  if (items === UNKNOWN) {
    return UNKNOWN;
  }
  const named = items.map((declared) => (declared === UNKNOWN ? UNKNOWN : get({ declared }, item)));
  return new Set(named.filter((one) => one !== UNKNOWN)).size + named.filter((one) => one === UNKNOWN).length;
}
