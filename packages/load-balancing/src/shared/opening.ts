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
