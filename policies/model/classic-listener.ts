import { mustHold, type Subject } from "./facts";
import type { Fact } from "./verdict";

/** That a protocol of a Classic Load Balancer's listener, of one side or the other, encrypts. */
export function mustEncrypt(listener: Subject, path: "lbProtocol" | "instanceProtocol"): Fact {
  return mustHold(
    listener,
    path,
    (protocol) => /^(https|ssl)$/i.test(String(protocol)),
    { known: ["http", "tcp", "HTTP", "TCP"], change: 'set it to "https" or "ssl".' },
    [""],
  );
}
