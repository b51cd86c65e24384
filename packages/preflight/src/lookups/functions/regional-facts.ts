/** What AWS has fixed for a Region: hosted zones of its load balancers, and accounts that write logs. */
export interface RegionalFacts {
  /** The hosted zone of application and classic load balancers. */
  albZone: string;
  /** The hosted zone of network load balancers. */
  nlbZone: string;
  /** The account that writes load balancers' access logs; empty for a Region where a service principal does. */
  elbAccount: string;
  /** The account that writes CloudTrail's logs; empty where the provider knows none. */
  cloudTrailAccount: string;
}

/**
 * The Regions that the provider knows these facts of, a row each in the order of {@link RegionalFacts}.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/elb.html#elb_region
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-supported-regions.html
 */
const ROWS: [region: string, albZone: string, nlbZone: string, elbAccount: string, cloudTrailAccount: string][] = [
  ["af-south-1", "Z268VQBMOI5EKX", "Z203XCE67M25HM", "098369216593", "525921808201"],
  ["ap-east-1", "Z3DQVH9N71FHZ0", "Z12Y7K3UBGUAD1", "754344448648", "119688915426"],
  ["ap-northeast-1", "Z14GRHDCWA56QT", "Z31USIVHYNEOWT", "582318560864", "216624486486"],
  ["ap-northeast-2", "ZWKZPGTI48KDX", "ZIBE1TIR4HY56", "600734575887", "492519147666"],
  ["ap-northeast-3", "Z5LXEXXYW11ES", "Z1GWIQ4HH19I5X", "383597477331", "765225791966"],
  ["ap-south-1", "ZP97RAFLXTNZK", "ZVDDRBQ08TROA", "718504428378", "977081816279"],
  ["ap-south-2", "Z0173938T07WNTVAEPZN", "Z0711778386UTO08407HT", "", "582488909970"],
  ["ap-southeast-1", "Z1LMS91P8CMLE5", "ZKVM4W9LS7TM", "114774131450", "903692715234"],
  ["ap-southeast-2", "Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD", "783225319266", "284668455005"],
  ["ap-southeast-3", "Z08888821HLRG5A9ZRTER", "Z01971771FYVNCOVWJU1G", "589379963580", "069019280451"],
  ["ap-southeast-4", "Z09517862IB2WZLPXG76F", "Z01156963G8MIIL7X90IV", "", "187074758985"],
  ["ap-southeast-5", "Z06010284QMVVW7WO5J", "Z026317210H9ACVTRO6FB", "", ""],
  ["ap-southeast-7", "Z0390008CMBRTHFGWBCB", "Z054363131YWATEMWRG5L", "", ""],
  ["ca-central-1", "ZQSVJUPU6J1EY", "Z2EPGBW3API2WT", "985666609251", "819402241893"],
  ["ca-west-1", "Z06473681N0SF6OS049SD", "Z02754302KBB00W2LKWZ9", "", ""],
  ["cn-north-1", "Z1GDH35T77C1KE", "Z3QFB96KMJ7ED6", "638102146993", "193415116832"],
  ["cn-northwest-1", "ZM7IZAIOVVDZF", "ZQEIKTCZ8352D", "037604701340", "681348832753"],
  ["eu-central-1", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90", "054676820928", "035351147821"],
  ["eu-central-2", "Z06391101F2ZOEP8P5EB3", "Z02239872DOALSIDCX66S", "", "453052556044"],
  ["eu-north-1", "Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM", "897822967062", "829690693026"],
  ["eu-south-1", "Z3ULH7SSC9OV64", "Z23146JA1KNAFP", "635631232127", "669305197877"],
  ["eu-south-2", "Z0956581394HF5D5LXGAP", "Z1011216NVTVYADP1SSV", "", "757211635381"],
  ["eu-west-1", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F", "156460612806", "859597730677"],
  ["eu-west-2", "ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G", "652711504416", "282025262664"],
  ["eu-west-3", "Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5", "009996457667", "262312530599"],
  ["il-central-1", "Z09170902867EHPV2DABU", "Z0313266YDI6ZRHTGQY4", "", "683224464357"],
  ["me-central-1", "Z08230872XQRWHG2XF6I", "Z00282643NTTLPANJJG2P", "", "585772288577"],
  ["me-south-1", "ZS929ML54UICD", "Z3QSRYVP46NYYV", "076674570225", "034638983726"],
  ["mx-central-1", "Z023552324OKD1BB28BH5", "Z02031231H3ID6HYJ9A7U", "", ""],
  ["sa-east-1", "Z2P70J7HTTTPLU", "ZTK26PT1VY4CU", "507241528517", "814480443879"],
  ["us-east-1", "Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI", "127311923021", "086441151436"],
  ["us-east-2", "Z3AADJGX6KTTL2", "ZLMOA37VPKANP", "033677994240", "475085895292"],
  ["us-gov-east-1", "Z166TLBEWOO7G0", "Z1ZSMQQ6Q24QQ8", "190560391635", "608710470296"],
  ["us-gov-west-1", "Z33AYJ8TM3BH4J", "ZMG1MZ2THAWF1", "048591011584", "608710470296"],
  ["us-west-1", "Z368ELLRRE2KJ0", "Z24FKFUX50B4VW", "027434742980", "388731089494"],
  ["us-west-2", "Z1H1FL5HABSF5", "Z18D5FSROUN65G", "797873946194", "113285607260"],
];

/** What AWS has fixed for a Region; `undefined` for one that the provider does not know. */
export function regionalFacts(region: string): RegionalFacts | undefined {
  const row = ROWS.find(([name]) => name === region);
  if (row === undefined) {
    return undefined;
  }
  const [, albZone, nlbZone, elbAccount, cloudTrailAccount] = row;
  return { albZone, nlbZone, elbAccount, cloudTrailAccount };
}
