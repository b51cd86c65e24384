/** The transport protocols of a security-group rule. */
export enum Transport {
  Tcp = "tcp",
  Udp = "udp",
}

/** A port to open. */
export interface Opening {
  port: number;
  transport: Transport;
}

/** A port as a security-group rule takes it. */
export function portRange({ transport, port }: Opening): { ipProtocol: Transport; fromPort: number; toPort: number } {
  return { ipProtocol: transport, fromPort: port, toPort: port };
}
