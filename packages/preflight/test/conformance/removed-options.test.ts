import { describeEngine } from "./harness/suite";
import { type Edit, itEdits } from "./harness/edits";

const edits: Edit[] = [
  {
    does: "gives a target group's attributes back to AWS's defaults",
    of: "application",
    from: {
      targetGroups: {
        app: {
          port: 8443,
          stickiness: { applicationCookie: { name: "SESSION", durationSeconds: 60 } },
          deregistrationDelaySeconds: 20,
          algorithm: "weighted_random",
          anomalyMitigation: true,
          crossZone: true,
          healthThresholds: { dnsFailoverCount: 2, dnsFailoverPercentage: 50, routingCount: 2, routingPercentage: 20 },
          healthCheck: { port: 9000, path: "/health", successCodes: "204", intervalSeconds: 30, timeoutSeconds: 20 },
        },
      },
    },
    steps: [
      [
        "update web-app-target-group deregistrationDelay healthCheck loadBalancingAlgorithmType " +
          "loadBalancingAnomalyMitigation loadBalancingCrossZoneEnabled stickiness targetGroupHealth",
      ],
      ["delete web-egress-tcp-9000-anywhere-ipv4"],
    ],
    state: {
      "web-app-target-group": {
        stickiness: { enabled: false, type: "lb_cookie", cookieDuration: 86400 },
        deregistrationDelay: 300,
        loadBalancingAlgorithmType: "round_robin",
        loadBalancingAnomalyMitigation: "off",
        loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
        targetGroupHealth: {
          dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: "off" },
          unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "off" },
        },
        healthCheck: {
          enabled: true,
          protocol: "HTTPS",
          port: "traffic-port",
          path: "/",
          matcher: "200",
          interval: 15,
          timeout: 5,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
        },
      },
    },
  },
  {
    does: "switches slow start off, and cross-zone back to the load balancer's",
    of: "application",
    from: { targetGroups: { app: { port: 8443, slowStartSeconds: 60, crossZone: false } } },
    steps: [["update web-app-target-group loadBalancingCrossZoneEnabled slowStart"]],
    state: {
      "web-app-target-group": { slowStart: 0, loadBalancingCrossZoneEnabled: "use_load_balancer_configuration" },
    },
  },
  {
    does: "gives a listener's settings back to AWS's defaults",
    of: "application",
    from: {
      listeners: [
        {
          port: 443,
          tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
          mutualTls: { trustStoreArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:truststore/one/1" },
          requestHeaders: { tlsVersion: "X-Tls" },
          responseHeaders: { server: false },
        },
      ],
    },
    to: { listeners: [{ port: 443, requestHeaders: {} }] },
    steps: [
      [
        "update web-443-listener mutualAuthentication routingHttpRequestXAmznTlsVersionHeaderName " +
          "routingHttpResponseServerEnabled sslPolicy",
      ],
    ],
    state: {
      "web-443-listener": {
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        mutualAuthentication: { mode: "off", advertiseTrustStoreCaNames: "off", ignoreClientCertificateExpiry: false },
        routingHttpRequestXAmznTlsVersionHeaderName: "X-Amzn-Tls-Version",
        routingHttpResponseServerEnabled: true,
      },
    },
  },
  {
    does: "gives a load balancer's attributes back to the defaults",
    of: "application",
    from: {
      dropInvalidHeaders: false,
      desyncMode: "monitor",
      forwardedForMode: "preserve",
      forwardedForClientPort: true,
      preserveHostHeader: true,
      tlsHeaders: true,
      http2: false,
      idleTimeoutSeconds: 120,
      clientKeepAliveSeconds: 60,
      zonalShift: false,
      allowRequestsWithoutWaf: true,
      capacityUnits: 100,
    },
    steps: [
      [
        "update web-load-balancer clientKeepAlive desyncMitigationMode dropInvalidHeaderFields enableHttp2 " +
          "enableTlsVersionAndCipherSuiteHeaders enableWafFailOpen enableXffClientPort enableZonalShift idleTimeout " +
          "minimumLoadBalancerCapacity preserveHostHeader xffHeaderProcessingMode",
      ],
    ],
    state: {
      "web-load-balancer": {
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
        xffHeaderProcessingMode: "append",
        enableXffClientPort: false,
        preserveHostHeader: false,
        enableTlsVersionAndCipherSuiteHeaders: false,
        enableHttp2: true,
        idleTimeout: 60,
        clientKeepAlive: 3600,
        enableZonalShift: true,
        enableWafFailOpen: false,
        minimumLoadBalancerCapacity: undefined,
      },
    },
  },
  {
    does: "gives a Network Load Balancer's attributes back to the defaults, and those of its target group",
    of: "network",
    from: {
      crossZone: false,
      clientRouting: "availability_zone_affinity",
      zonalShift: false,
      allowPrivateLinkPastSecurityGroup: true,
      capacityUnits: 100,
      targetGroups: {
        app: {
          port: 8443,
          stickiness: { sourceIp: true },
          preserveClientIp: false,
          proxyProtocolV2: true,
          connectionTermination: true,
          deregistrationDelaySeconds: 20,
          unhealthyConnectionTermination: false,
          unhealthyDrainingSeconds: 60,
        },
      },
      listeners: [{ port: 443, idleTimeoutSeconds: 600 }],
    },
    steps: [
      [
        "update edge-load-balancer dnsRecordClientRoutingPolicy enableCrossZoneLoadBalancing enableZonalShift " +
          "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic minimumLoadBalancerCapacity",
        "update edge-app-target-group connectionTermination deregistrationDelay preserveClientIp proxyProtocolV2 " +
          "stickiness targetHealthStates",
        "update edge-443-listener tcpIdleTimeoutSeconds",
      ],
    ],
    state: {
      "edge-load-balancer": {
        enableCrossZoneLoadBalancing: true,
        dnsRecordClientRoutingPolicy: "any_availability_zone",
        enableZonalShift: true,
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
        minimumLoadBalancerCapacity: undefined,
      },
      "edge-app-target-group": {
        stickiness: { enabled: false, type: "source_ip", cookieDuration: 86400 },
        preserveClientIp: "true",
        proxyProtocolV2: false,
        connectionTermination: false,
        deregistrationDelay: 300,
        targetHealthStates: [{ enableUnhealthyConnectionTermination: true, unhealthyDrainingInterval: 0 }],
      },
      "edge-443-listener": { tcpIdleTimeoutSeconds: 350 },
    },
  },
];

describeEngine("what is taken out of a load balancer's arguments", () => {
  itEdits("edits-options", edits);
});
