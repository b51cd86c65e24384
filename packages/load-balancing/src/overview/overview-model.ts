/**
 * What an overview is drawn from: resources as a preview reports them. Values that are known only after deployment may
 * stand as anything; the drawing goes by the URNs that inputs wait for.
 */
export interface OverviewResource {
  urn: string;
  type: string;
  name: string;
  inputs: { [property: string]: unknown };
  propertyDependencies: { [property: string]: string[] };
}

/** What a box of the picture stands for. */
export type BoxKind = "listener" | "rule" | "targetGroup" | "target";

/** A box of the picture. */
export interface Box {
  id: string;
  kind: BoxKind;
  /** Lines of text. */
  lines: string[];
}

/** An arrow of the picture, in the direction of the requests. */
export interface Arrow {
  from: string;
  to: string;
  label?: string;
  /** Whether it crosses from one load balancer to the next. */
  between?: boolean;
}

/** One load balancer of the picture. */
export interface Frame {
  id: string;
  title: string;
  boxes: Box[];
}

/** The picture, before it is drawn. */
export interface Overview {
  frames: Frame[];
  arrows: Arrow[];
}
